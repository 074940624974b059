// A small library to be searched: pages of which each can be told from the others by something a search may ask for.
import { html, type Routes } from '../site/answer.ts'

const filler = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `<p>On day ${from + n} the weather was written down before breakfast, and the page was turned with care.</p>`,
  ).join('')

type Page = {
  readonly title: string
  readonly body: string
  readonly lang?: string
  readonly author?: string
  readonly published?: string
}

const pages: Readonly<Record<string, Page>> = {
  '/s/side-by-side': {
    title: 'A wall of stone',
    author: 'Ada Moor',
    published: '2019-05-01',
    body: `${filler(1, 9)}<p>The old harbour wall was built of stone from the quarry, and the pilots receive their orders there.</p>${filler(20, 3)}`,
  },
  '/s/far-apart': {
    title: 'A house of slate',
    author: 'Tom Reed',
    published: '2022-08-15',
    body: `<p>An old house stood on the hill above the road.</p>${filler(30, 11)}<p>From its roof one sees the harbour.</p>`,
  },
  '/s/long': {
    title: 'All the lanterns',
    author: 'Ada Moor',
    published: '2024-03-10',
    body: `<p>The harbours of the north have lanterns of brass.</p>${filler(100, 150)}<p>The last lantern hangs at the harbour gate.</p>`,
  },
  '/s/ecole': {
    title: 'Le chemin du matin',
    lang: 'fr',
    published: '2023-01-20',
    body: `<p>Les enfants des écoles marchent vers la mer avant le jour, et personne ne parle sur le chemin.</p>
<p>Le travail commence tôt, et la cloche sonne deux fois quand le bateau arrive au port du village.</p>
<p>Le soir, ils rentrent par le même chemin, plus lentement, et racontent ce que la mer a laissé sur le sable.</p>`,
  },
  '/s/kanji': {
    title: '港の灯り',
    lang: 'ja',
    body: `<p>毎朝、町の人々は港まで歩き、船が戻るのを静かに待っている。風の強い日には誰も話さない。</p>
<p>古い灯台の下には小さな図書館があり、ﾗﾝﾌﾟの光で本を読むことができる。</p>
<p>夜になると、灯りが一つずつ消えて、海の音だけが聞こえる。子供たちはその音を聞きながら眠る。</p>`,
  },
  '/s/naughty': {
    title: 'Strings that are up to no good',
    body: `<p>This page was made to be kept whatever it holds, and the archivist wrote down each of its oddities in order.</p>
<p id="odd">undefined null NaN __proto__ constructor hasOwnProperty ' OR 1=1; DROP TABLE articles; -- &lt;script&gt;alert(1)&lt;/script&gt; %s %00 \\u0000 ../../etc/passwd</p>
<p>Z͑ͫ̓ͪ̂ͫ̽a̴̵̞l̶g̷o ﷽ ‮olleh‬ 👩‍👩‍👧‍👦 🏳️‍🌈 ½ ﬁ Ω≈ç√∫ ﾟ･✿ヾ 田中さんにあげて下さい Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè and so on to the end of the line.</p>
<p>The archivist closed the book, and nothing in it had harmed the harbour or anybody who read of it.</p>
<p id="long"></p>
<script>
  document.getElementById('long').textContent = 'q'.repeat(1000000);
  document.getElementById('odd').append(' lone \\ud800 and \\udfff halves');
</script>`,
  },
}

export const searchPages: Routes = Object.fromEntries(
  Object.entries(pages).map(([path, { title, body, lang = 'en', author, published }]) => [
    path,
    () =>
      html(`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
${author ? `<meta name="author" content="${author}">` : ''}
${published ? `<meta property="article:published_time" content="${published}T08:00:00Z">` : ''}
</head><body><main><article><h1>${title}</h1>${body}</article></main></body></html>`),
  ]),
)

export const searchPaths = Object.keys(searchPages)
