// The same texts in the encodings of the old web, declared, undeclared and declared wrongly.
import type { Answer, Route, Routes } from './answer.ts'
import { encode, type Encoding } from './encode.ts'
import { blockMarkup } from './markup.ts'
import { lighthouseKeeper, rainBookshop, teaBoat } from './prose/otherScripts.ts'
import { truthOf, type Story, type Truth } from './story.ts'

type Sample = {
  readonly story: Story
  readonly encoding: Encoding
  /** What the header says; `text/html` alone when absent. */
  readonly header?: string
  /** What the page itself says. */
  readonly meta?: string
  readonly mark?: readonly number[]
}

const accents: Story = {
  title: 'Où naissent les rivières',
  byline: 'Zoé Lefèvre',
  siteName: 'Carnets',
  lang: 'fr',
  description: 'Une source, un pré, trois vaches.',
  blocks: [
    'La rivière naît derrière l’étable, dans un pré où personne n’a jamais rien bâti. L’été, elle n’est qu’une tache d’herbe plus verte que l’autre ; en février, elle réveille les chiens.',
    'Le fermier, M. Béraud, garde là-haut une chaise dépaillée. Il s’y assied le soir, « pour vérifier que ça coule », et redescend quand la cloche a sonné deux fois.',
    'À sept kilomètres de là, où l’eau porte enfin un nom sur les cartes, on lui a construit un pont. Le fermier trouve le nom mal choisi, et le pont trop grand.',
  ],
}

const samples: Readonly<Record<string, Sample>> = {
  'utf-8-undeclared': { story: accents, encoding: 'utf-8' },
  'utf-8-marked': { story: accents, encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  'utf-8-called-latin': { story: accents, encoding: 'utf-8', meta: 'iso-8859-1' },
  /** The header is right and wins; the page says otherwise. */
  'header-over-meta': { story: accents, encoding: 'utf-8', header: 'utf-8', meta: 'windows-1252' },
  'windows-1251': { story: lighthouseKeeper, encoding: 'windows-1251', meta: 'windows-1251' },
  'windows-1251-header': { story: lighthouseKeeper, encoding: 'windows-1251', header: 'windows-1251' },
  'windows-1251-undeclared': { story: lighthouseKeeper, encoding: 'windows-1251' },
  'windows-1252': { story: accents, encoding: 'windows-1252', header: 'iso-8859-1' },
  shift_jis: { story: rainBookshop, encoding: 'shift_jis', meta: 'Shift_JIS' },
  'shift_jis-undeclared': { story: rainBookshop, encoding: 'shift_jis' },
  gb18030: { story: teaBoat, encoding: 'gb18030', header: 'gb18030' },
  'gb18030-called-gb2312': { story: teaBoat, encoding: 'gb18030', meta: 'gb2312' },
  'utf-16le': { story: teaBoat, encoding: 'utf-16le', mark: [0xff, 0xfe] },
  'utf-16be': { story: rainBookshop, encoding: 'utf-16be', mark: [0xfe, 0xff] },
  'utf-16le-header': { story: accents, encoding: 'utf-16le', header: 'utf-16le' },
}

export const charsets: Routes = {
  ...Object.fromEntries(
    Object.entries(samples).map(([name, sample]): [string, Route] => [
      `/charset/${name}`,
      (visit) => answer(sample, page(sample, visit)),
    ]),
  ),
  /** The last character is cut in its middle, and a mark stands where none belongs. */
  '/charset/truncated': (visit) => {
    const sample: Sample = { story: teaBoat, encoding: 'utf-8', header: 'utf-8' }
    const bytes = encode(`${page(sample, visit)}<p>\ufeff最后一个字</p>`.replace(/字<\/p>$/, '字'), 'utf-8')
    return answer(sample, bytes.subarray(0, -1))
  },
}

export const charsetTruths: Readonly<Record<string, Truth>> = Object.fromEntries(
  Object.entries(samples).map(([name, { story }]) => [
    `/charset/${name}`,
    { ...truthOf(story, ['\ufffd']), images: 0, captions: [] },
  ]),
)

function page({ story, meta }: Sample, visit: Parameters<Route>[0]): string {
  const blocks = story.blocks.filter((block) => typeof block === 'string' || block.kind === 'heading')
  return `<!doctype html><html lang="${story.lang}"><head>${meta === undefined ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${meta}">`}<title>${story.title}</title></head>
<body><h1>${story.title}</h1><p class="byline">${story.byline ?? ''}</p><article>${blocks.map((block) => blockMarkup(block, { visit })).join('\n')}</article></body></html>`
}

function answer({ encoding, header, mark = [] }: Sample, body: string | Uint8Array): Answer {
  const bytes = typeof body === 'string' ? encode(body, encoding) : body
  return {
    headers: { 'content-type': header === undefined ? 'text/html' : `text/html; charset=${header}` },
    body: Buffer.concat([Uint8Array.from(mark), bytes]),
  }
}
