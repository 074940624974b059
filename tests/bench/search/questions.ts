// What is asked in the benchmark, taken from the corpus itself with a seed, so that every engine is asked the same.
import { stem, stemmerOf } from '../../../renderer/search/stem.ts'
import { tokenise } from '../../../renderer/search/tokenise.ts'
import { randomFrom } from '../../random.ts'
import type { Corpus } from './corpus.ts'

export type Kind = 'common' | 'rare' | 'and' | 'phrase' | 'phraseFunction' | 'prefix' | 'substring' | 'typo' | 'filter'

export type Asked = {
  /** As a person types it. */
  readonly query: string
  readonly words: readonly string[]
  /** Of a mistyped word: what was meant. */
  readonly meant?: string
}

const each = 60
const sampled = 1_500
const english = stemmerOf('en') ?? 0

export function questionsFor(corpus: Corpus, seed = 5): Readonly<Record<Kind, readonly Asked[]>> {
  const random = randomFrom(seed).next
  const texts: string[][] = []
  const held = new Map<string, number>()
  for (let at = 0; at < Math.min(sampled, corpus.size); at++) {
    const n = Math.floor(random() * corpus.size)
    const words = tokenise(corpus.article(n).text).map(({ term }) => term)
    texts.push(words)
    for (const word of new Set(words)) held.set(word, (held.get(word) ?? 0) + 1)
  }
  const stems = new Set([...held.keys()].map((word) => stem(word, english)))
  const share = (word: string) => (held.get(word) ?? 0) / texts.length
  const byShare = (from: number, to: number) =>
    [...held.keys()].filter((word) => share(word) >= from && share(word) < to && /^\p{L}{3,}$/u.test(word))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const some = (make: () => Asked | undefined): Asked[] => {
    const all: Asked[] = []
    for (let tries = 0; all.length < each && tries < each * 200; tries++) {
      const asked = make()
      if (asked) all.push(asked)
    }
    return all
  }
  const common = byShare(0.1, 0.5)
  const rare = byShare(0, 1.5 / texts.length)
  const middle = byShare(0.002, 0.1)
  const run = (length: number, fits: (words: readonly string[]) => boolean): Asked | undefined => {
    const text = pick(texts)
    const at = Math.floor(random() * (text.length - length))
    const words = text.slice(at, at + length)
    return words.length === length && fits(words) ? { query: `"${words.join(' ')}"`, words } : undefined
  }
  const single = (words: readonly string[], query = (word: string) => word) =>
    some(() => {
      const word = pick(words)
      return { query: query(word), words: [word] }
    })
  return {
    common: single(common),
    rare: single(rare),
    and: some(() => {
      const text = pick(texts).filter((word) => share(word) > 0.002 && share(word) < 0.2 && word.length > 2)
      const words = [...new Set(Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(text)))]
      return words.length > 1 && words.every(Boolean) ? { query: words.join(' '), words } : undefined
    }),
    phrase: some(() => run(2, (words) => words.every((word) => share(word) < 0.2 && word.length > 2))),
    phraseFunction: some(() =>
      run(3, (words) => words.some((word) => share(word) > 0.6) && words.some((word) => share(word) < 0.2)),
    ),
    prefix: single(
      [...middle, ...common].filter((word) => word.length > 4).map((word) => word.slice(0, 3)),
      (word) => `${word}*`,
    ),
    substring: single(
      middle.filter((word) => word.length > 6).map((word) => word.slice(1, 5)),
      (word) => `*${word}*`,
    ),
    typo: some(() => {
      const meant = pick(middle.filter((word) => /^[a-z]{6,14}$/.test(word)))
      const at = 1 + Math.floor(random() * (meant.length - 2))
      const typed =
        random() < 0.5
          ? meant.slice(0, at) + meant.slice(at + 1)
          : meant.slice(0, at) + meant.charAt(at + 1) + meant.charAt(at) + meant.slice(at + 2)
      // What is a word, or has the stem of one, is no mistake that anybody could see.
      return typed === meant || typed.length < 5 || held.has(typed) || stems.has(stem(typed, english))
        ? undefined
        : { query: typed, words: [typed], meant }
    }),
    filter: some(() => {
      const word = pick(common)
      const filter = pick([
        'tag:topic-1',
        'site:site-7.example',
        'saved:2021',
        'is:unread',
        'is:favourite',
        'after:2021-06',
      ])
      return { query: `${word} ${filter}`, words: [word] }
    }),
  }
}
