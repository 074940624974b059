// A personal page with footnotes, code, a table of figures and mathematics.
import type { Story } from '../story.ts'

export const waterClock: Story = {
  title: 'A clock made of water and arithmetic',
  byline: 'Desmond Achterberg',
  publishedAt: '2023-02-05',
  siteName: 'achterberg.example',
  lang: 'en',
  description: 'Building an outflow clock from two buckets, and why the marks on the side are not evenly spaced.',
  blocks: [
    'My daughter came home wanting to know how people knew when lunch was before there were clocks, and the honest answer, that they were hungry, did not satisfy her. So we built one: a bucket with a hole in it, above a bucket without.',
    'The oldest outflow clock we know of was found at Karnak.<sup id="r1"><a href="#n1">1</a></sup> Ours was found at a builders’ merchant, in yellow, and cost about as much as a sandwich. The hole is three millimetres wide and was made with a hot nail, outdoors, by an adult.',
    { kind: 'heading', text: 'The marks get closer together' },
    'The first thing she noticed, filling it to the brim and drawing a line every minute, was that the lines crowd together towards the bottom. A full bucket pushes harder. As the level sinks the jet weakens, and each minute removes a little less water than the one before. Torricelli worked out how much in 1643: the water leaves as fast as if it had fallen from the surface.',
    {
      kind: 'maths',
      markup:
        '<math display="block"><mi>v</mi><mo>=</mo><msqrt><mrow><mn>2</mn><mi>g</mi><mi>h</mi></mrow></msqrt></math>',
      tex: 'v = \\sqrt{2gh}',
    },
    'If you follow that through for a straight-sided bucket, the square root of the depth, not the depth itself, falls steadily with time. That is a pleasant surprise, because it means that the marks can be worked out in advance. Here is the program that printed ours, on a strip of paper to be taped to the side:',
    {
      kind: 'code',
      language: 'python',
      source: `from math import sqrt

FULL = 24.0      # depth of a full bucket, in centimetres
EMPTY_AT = 38.0  # minutes until the last drop

def depth(minute):
    """How deep the water stands after so many minutes."""
    if minute < 0 or minute > EMPTY_AT:
        raise ValueError("the bucket is not running then")
    return (sqrt(FULL) * (1 - minute / EMPTY_AT)) ** 2

for minute in range(0, 39, 5):
    print(f"{minute:2d} min  {depth(minute):5.1f} cm")
`,
    },
    { kind: 'heading', text: 'Theory against bucket' },
    'We ran it four times on a Sunday. Early on the agreement is good enough to boil an egg by. Near the end the clock runs late, which I put down to the rim of the hole, where the melted plastic made a small collar,<sup id="r2"><a href="#n2">2</a></sup> and she puts down to the bucket being tired.',
    {
      kind: 'table',
      caption: 'Depth in centimetres, computed and measured',
      head: ['Minute', 'Computed', 'Measured (mean of four)'],
      rows: [
        ['0', '24.0', '24.0'],
        ['10', '13.0', '13.1'],
        ['20', '5.4', '5.8'],
        ['30', '1.1', '1.9'],
      ],
    },
    {
      kind: 'figure',
      image: '/images/buckets',
      alt: 'A yellow bucket on a step ladder dripping into a second one',
      caption: 'The clock at about a quarter past two.',
      credit: 'Desmond Achterberg',
      lazy: 'data-src',
    },
    'The ancient answer to the crowding marks is a bucket that is wider at the top, so that where the water runs faster there is more of it to run. The Karnak vessel is shaped like that, and is not far wrong. Our second one will be a flowerpot. It already has a hole.',
    {
      kind: 'notes',
      items: [
        'It is of alabaster, from about 1400 BC, with the months engraved inside because an hour was a twelfth of the night and nights differ.',
        'A jet through a sharp edge narrows to about six tenths of the hole, and a collar changes that number. I should have drilled it.',
      ],
    },
  ],
}
