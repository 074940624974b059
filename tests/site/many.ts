// As many different articles as a test wants: `/many/0`, `/many/1` and so on, each with its own title, order of paragraphs and picture.
import { html, type Routes } from './answer.ts'
import { blockMarkup } from './markup.ts'
import { nightTrain } from './prose/nightTrain.ts'
import { shoebox } from './prose/shoebox.ts'
import { silence } from './prose/silence.ts'
import { tideMill } from './prose/tideMill.ts'
import { truthOf, type Block, type Story, type Truth } from './story.ts'

const pool = [tideMill, silence, shoebox, nightTrain].flatMap(({ blocks }) =>
  blocks.filter((block): block is string => typeof block === 'string'),
)

export const many: Routes = {
  '/many/*': (visit) => {
    const story = manyStory(numberOf(visit.path))
    return html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${story.title}</title><meta name="author" content="${story.byline ?? ''}"><link rel="canonical" href="${visit.url(visit.path)}"><link rel="stylesheet" href="/furniture/site.css"></head>
<body><nav><a href="/">Front page</a></nav><main><article><h1>${story.title}</h1>${story.blocks.map((block) => blockMarkup(block, { visit })).join('\n')}</article></main></body></html>`)
  },
}

export function manyTruth(path: string): Truth | undefined {
  return path.startsWith('/many/') ? truthOf(manyStory(numberOf(path)), ['Front page']) : undefined
}

function manyStory(n: number): Story {
  // A step that shares no factor with the pool's length visits every paragraph before it repeats one.
  const paragraphs = Array.from({ length: 7 }, (_, at) => pool[(n * 5 + at * (1 + (n % 7))) % pool.length]!)
  const figure: Block = {
    kind: 'figure',
    image: `/images/many${n % 12}`,
    alt: `Picture ${n}`,
    caption: `Seen on the way to entry ${n}.`,
    credit: 'From the notebook',
    lazy: 'eager',
  }
  const own = `This is entry number ${n} of the notebook, and the word that only it contains is ${word(n)}.`
  return {
    title: `Notebook, entry ${n}`,
    byline: 'Ida Thorsen',
    siteName: 'A Notebook',
    lang: 'en',
    description: own,
    blocks: [own, figure, ...new Set(paragraphs)],
  }
}

/** A word for each number, said like one: no two numbers below 8,000 share theirs. */
export function word(n: number): string {
  const syllables = [
    'ba',
    'ce',
    'di',
    'fo',
    'gu',
    'ha',
    'je',
    'ki',
    'lo',
    'mu',
    'na',
    'pe',
    'ri',
    'so',
    'tu',
    'va',
    'we',
    'xi',
    'yo',
    'zu',
  ]
  return `q${[n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20].map((at) => syllables[at]).join('')}`
}

function numberOf(path: string): number {
  return Number(path.slice('/many/'.length))
}
