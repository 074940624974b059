// A news article.
import type { Story } from '../story.ts'

export const tideMill: Story = {
  title: 'Harbour town votes to keep its tide mill turning',
  byline: 'Marta Ellingsen',
  publishedAt: '2026-03-14T07:30:00+01:00',
  siteName: 'The Skerrow Courier',
  lang: 'en-GB',
  description:
    'By eleven votes, the council of Skerrow has chosen repair over a car park for its four-hundred-year-old mill.',
  blocks: [
    'The tide mill at Skerrow will be repaired and put back to work, after a council meeting that began at six in the evening and ended, with eleven votes to nine, a little before one in the morning.',
    'The mill has stood idle since its main shaft cracked during the storm of last November. An engineer’s report delivered in January put the cost of a new oak shaft, two sluice gates and a rebuilt wheel at 412,000 crowns, a sum that several councillors called indefensible for a building that grinds barley for two bakeries.',
    {
      kind: 'figure',
      image: '/images/tide-mill',
      alt: 'A low stone mill at the edge of a grey harbour, its wheel standing still above the mud',
      caption: 'The wheel at low water: nobody has seen it move since November.',
      credit: 'Photograph: Ane Holt for the Courier',
      lazy: 'eager',
    },
    'What changed the mood, by most accounts, was a drawing. Ragnhild Osk, who is seventy-eight and ran the mill for thirty years, had brought a roll of wallpaper to the meeting. On its back she had drawn every tide of the coming year as a single line, with the hours in which the wheel could turn filled in with a blue pencil.',
    '“I wanted them to see how much of it is blue,” she said afterwards on the steps of the hall. “People talk as if the sea were a nice idea. It is a colleague. It comes to work twice a day.”',
    { kind: 'heading', text: 'A car park with a view' },
    'The alternative, put forward by the harbour committee, was to stabilise the walls, remove the machinery to a museum inland and lay out forty-six parking spaces in the old mill pond. The committee’s chair, Jonas Reke, argued that summer visitors already leave their cars along the coast road as far as the lighthouse.',
    'Mr Reke said he respected the vote. “But I would ask everyone who raised a hand tonight to come down in July,” he added, “and help me direct the traffic.”',
    {
      kind: 'figure',
      image: '/images/sluice',
      alt: 'Two wooden sluice gates, the left one split from top to bottom',
      caption: 'One of the two sluice gates that will be replaced before the autumn.',
      credit: 'Photograph: Ane Holt for the Courier',
      lazy: 'loading',
    },
    'Money remains the difficulty. The council has set aside 150,000 crowns over two years; the county may match it, although its fund for working heritage closed for this year in February. The rest is to come from a subscription, and within an hour of the vote the owner of the chandlery had pinned a sheet of ruled paper to his door with six names on it.',
    'Both bakeries say they will wait. “We have been buying flour from the mainland since Advent,” said Tor Lindgaard, whose family has baked in Chapel Street for three generations. “It is perfectly good flour. It tastes of nothing at all.”',
    { kind: 'heading', text: 'What happens next' },
    'Felling permission for the oak has already been given by the estate at Hvalnes, which has a tree of the right length that came down in the same storm. The timber must dry under cover for at least five months, so the shaft cannot be turned before September, and the wheel will not be wet again before the spring tides of next year.',
    'Until then the mill pond will stay open to the sea. Ms Osk intends to continue her record of the water level, which she has kept in pencil, without missing a day, since 1994. Asked whether she would come out of retirement to train a successor, she looked at the tide table on her telephone. “Not before twenty past four,” she said.',
  ],
}
