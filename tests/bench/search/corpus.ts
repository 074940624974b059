// A corpus made of nothing but chance and a seed, like English in what matters to an index: lengths log-normal around 560 words, few words that
// are everywhere, a vocabulary that keeps growing (about 540,000 words in 100,000 articles, more than half of them in one article only).
import type { Article } from '../../../preload/article.ts'
import type { Indexed } from '../../../renderer/search/textsOf.ts'
import { randomFrom } from '../../random.ts'

export type Corpus = {
  readonly size: number
  /** Article n, the same whenever it is asked for. */
  article(n: number): Indexed
}

const medianWords = 560
/** Of the logarithm of the length: the mean is then about 650. */
const spread = 0.55
/** Up to this rank word n is about 1/n as frequent as the first; beyond, words grow rarer faster, as in real text. */
const headWords = 8_000
const tailShare = 0.07
const tailFall = 0.9
const endings = ['', '', '', '', '', 's', 's', 'ed', 'ing', 'er']
const syllables =
  'a e i o u ta ri to men sal ver din ku pel or an the lo mi gra sen ca re de pro con in ex sta ble tion ma po qui sho fla ne ra ti vo lu'.split(
    ' ',
  )

export function generated(size: number, seed = 1): Corpus {
  return {
    size,
    article(n) {
      const random = randomFrom(seed * 1_000_003 + n).next
      const length = Math.max(40, Math.round(medianWords * Math.exp(spread * normal(random))))
      const title = words(5 + Math.floor(random() * 5), random)
      const paragraphs: string[] = []
      for (let left = length; left > 0; left -= 80) paragraphs.push(words(Math.min(80, left), random))
      return { article: articleOf(n, title, length, random), text: paragraphs.join('\n\n'), notes: [] }
    },
  }
}

/** Lines of `{id, title, text}`. */
export function fromLines(lines: readonly string[]): Corpus {
  const all = lines.filter(Boolean).map((line): unknown => JSON.parse(line))
  return {
    size: all.length,
    article(n) {
      const given = all[n]
      const { title, text } = { title: '', text: '', ...(typeof given === 'object' ? given : {}) }
      const random = randomFrom(n).next
      return { article: articleOf(n, String(title), text.split(' ').length, random), text: String(text), notes: [] }
    },
  }
}

/** Word number n is about 1/n as frequent as the first. */
export function wordOf(rank: number): string {
  let text = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length]
  return text
}

function words(count: number, random: () => number): string {
  const all: string[] = []
  for (let at = 0; at < count; at++) {
    const rank =
      random() < tailShare
        ? Math.floor(headWords * Math.min(1e7, random() ** (-1 / tailFall)))
        : Math.floor(Math.exp(random() * Math.log(headWords)))
    const ending = rank > 150 ? endings[Math.floor(random() * endings.length)] : ''
    all.push(wordOf(rank) + ending + (random() < 0.08 ? ',' : ''))
  }
  const text = all.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function articleOf(n: number, title: string, length: number, random: () => number): Article {
  const id = `01K${n.toString().padStart(23, '0')}`
  const url = `https://site-${n % 397}.example/articles/${n}`
  const at = new Date(Date.UTC(2020, 0, 1) + n * 1_500_000).toISOString()
  return {
    id,
    url,
    canonicalUrl: url,
    title,
    byline: `Writer ${n % 3_111}`,
    siteName: `Site ${n % 397}`,
    lang: 'en',
    savedAt: at,
    capturedAt: at,
    words: length,
    place: random() < 0.2 ? 'inbox' : 'archive',
    favourite: random() < 0.05,
    progress: random() < 0.5 ? 0 : 1,
    tags: random() < 0.4 ? [`topic-${Math.floor(random() ** 2 * 40)}`] : [],
    verdict: 'complete',
    trashed: false,
    reasons: [],
    version: id,
    versions: [id],
    highlights: 0,
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
