// A magazine's long read.
import type { Story } from '../story.ts'

export const silence: Story = {
  title: 'The woman who catalogued silence',
  byline: 'Ivo Carrasco-Lind',
  publishedAt: '2025-11-02T06:00:00-05:00',
  siteName: 'Long Meadow Review',
  lang: 'en',
  description:
    'For forty years Odile Varga recorded rooms in which nothing was happening. Now somebody has to decide what the recordings are for.',
  blocks: [
    'The first thing you notice about the archive is that the door does not click. Odile Varga had the latch replaced in 1988, after a researcher opened it during a transfer and put, on a tape of an empty Ljubljana concert hall, a noise like a dropped spoon. The new latch is lined with felt cut from a billiard table. You lean, and the door is simply no longer in the way.',
    'Behind it are eleven thousand four hundred recordings of rooms in which nothing is happening. There are chapels and lift shafts, swimming baths at night, the cold store of a fish market on the one day a year when it is switched off. There is a telephone exchange whose relays have all been taken out, so that what remains is a long hall faintly breathing through its own ventilation. Each is at least six minutes long. On none of them does anybody speak.',
    {
      kind: 'figure',
      image: '/images/archive',
      alt: 'Shelves of grey boxes receding down a corridor with a single lamp at the end',
      caption: 'The north corridor of the archive. The boxes are labelled by volume of air, not by place.',
      credit: 'Lotte Brandvold',
      lazy: 'picture',
    },
    'Varga, who died last spring at eighty-one, never called it silence. The card index, which fills a wall, uses the word <em>rest</em>: “rest, tiled, large”; “rest, timber, with distant sea”. When journalists used the other word she would correct them with some patience. “Silence is a thing you imagine,” she told a radio programme in 1999, in one of the few interviews she gave. “I have never met it. I have met a great many rooms.”',
    { kind: 'heading', text: 'A sound engineer’s nuisance' },
    'She had come to the subject, as people come to most subjects, because it was getting in the way. In the early seventies she cut tape for films: every time an actor’s line was lifted out, a hole was left, and the hole had to be filled with the sound of the room in which the scene had been played. Editors call it room tone. A crew is supposed to stand still for half a minute at the end of a day’s shooting while it is recorded. Crews, wanting their supper, do it badly.',
    'So Varga went back. On Sundays she would ask a caretaker for the key of whatever bakery or ballroom the film had used, set up two microphones at the height of a seated person’s ears, and sit. At first she took a book. Soon she found that turning the pages spoiled the take, and then that she did not miss the book.',
    {
      kind: 'pull',
      text: 'Soon she found that turning the pages spoiled the take, and then that she did not miss the book.',
    },
    'The films have been forgotten, nearly all of them. The fillings were kept. When the studio closed in 1979 she bought the shelves with the tapes still on them for the price of the wood, hired a van, and drove them to a former school for lighthouse keepers on the estuary at Morrow, which she had been lent by a cousin and from which she was never asked to leave.',
    {
      kind: 'figure',
      image: '/images/microphones',
      alt: 'Two microphones on a single stand in the middle of a drained swimming pool',
      caption: 'The municipal baths at Aldersea, recorded in 1983 and demolished in 1985.',
      credit: 'Archive of the Morrow Foundation',
      lazy: 'data-src',
    },
    { kind: 'heading', text: 'What the rooms were worth' },
    'For twenty years almost nobody came. Then, within a few months of each other, three letters arrived. The first was from a hospital in Utrecht, where a neurologist had noticed that patients who could not sleep in the wards slept in the corridor outside the linen store. The second was from an acoustic consultant rebuilding an opera house after a fire, who needed to know what the place had sounded like with the curtain down. The third was from a man who had grown up in a railway cottage pulled down in 1961. He did not want anything measured. He wanted to know whether she had it.',
    'She did not. But she had a cottage of the same pattern, nine miles along the same line, and she sent him a cassette of its kitchen. He wrote again in the spring to say that he had played it once a day since, that his wife had asked him what on earth he was listening to, and that he had not been able to answer.',
    {
      kind: 'quote',
      text: 'You have the clock on the wrong wall, but that is the kettle’s shelf, I would know it anywhere.',
      source: 'From a letter of April 2003, box 611',
    },
    'The correspondence takes up more shelving now than the tapes. I spent two days with it in October, at a table by the window from which you can see the estuary fill and empty. A widow asks for a hallway. A prison reformer asks for a cell, occupied, and Varga replies that she has no occupied rooms and would not know how to make one. A boy of twelve asks what the quietest thing in the collection is, and receives four pages in reply, with a diagram, explaining why the question is harder than it looks.',
    {
      kind: 'figure',
      image: '/images/estuary',
      alt: 'A wide estuary at low water under a band of pale cloud',
      caption:
        'The estuary from the reading room. Researchers are asked not to raise the blind while a tape is running.',
      credit: 'Lotte Brandvold',
      lazy: 'noscript',
    },
    { kind: 'heading', text: 'Keeping nothing' },
    'The question that Varga left behind is not sentimental. It is how to store a thing that is mostly absence in a world that has become very good at throwing absence away. Compression, the mathematics that lets a song travel to your pocket, works by finding what the ear will not miss. Run on a recording of an empty chapel it finds, quite reasonably, everything. Play back the result and you hear a smooth, dead hiss, the same for the chapel as for the fish market.',
    'Tamsin Oyelaran, who was Varga’s assistant for nine years and is now the archive’s only employee, has been copying the tapes at the highest resolution the foundation can afford. It is slow: a tape must be warmed for eight hours in a modified fruit drier before it can be played, and may be played safely perhaps twice. She has done two thousand three hundred. At the present rate she will finish in the year in which she turns seventy-four.',
    '“People ask why I don’t do it faster, with more machines,” she says. “But somebody has to listen. If a bird gets in, or a lorry goes by, that has to go on the card, or in a hundred years they’ll think the room did that.” She has the habit, which I take to have been Varga’s, of finishing a sentence and then leaving a gap after it about as long as the sentence was.',
    'Before I left she played me one. She would not tell me which. The speakers are old and very large, and are placed, like the microphones, at the height of a seated person’s ears. For a while I heard only myself: collar, stomach, the small tide in the head. Then, gradually, a wall. It was on the left, and it was stone, and it was much nearer than the wall of the room in which I was sitting. Something wooden let go of the day’s heat with a tick. A long way above me there was air, a great deal of it, not moving.',
    'It lasted six minutes and some seconds, and then the tape ran out and the room that I was in came back, and seemed for a moment to be the recording. Oyelaran wrote the date on the card. There were three dates there already, in another hand, the first of them from before I was born. She put the box back in its place between two others, and leaned on the door, and it was no longer in the way.',
  ],
}
