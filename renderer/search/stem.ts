// The stem of a word in the language of its article. Languages without a stemmer keep their words.
import { stemmer as english } from '@orama/stemmers/english'
import { foldWord } from './tokenise.ts'

type Stemmer = (word: string) => string
type Load = () => Promise<{ readonly stemmer: Stemmer }>

/**
 * The order is part of the index: new ones go to the end. At most 31. All together are two thirds of the worker's code, which a start would wait for:
 * each is loaded when there is an article in its language.
 */
const stemmers: readonly (readonly [lang: string, load: Load])[] = [
  ['en', () => Promise.resolve({ stemmer: english })],
  ['de', () => import('@orama/stemmers/german')],
  ['fr', () => import('@orama/stemmers/french')],
  ['es', () => import('@orama/stemmers/spanish')],
  ['it', () => import('@orama/stemmers/italian')],
  ['pt', () => import('@orama/stemmers/portuguese')],
  ['nl', () => import('@orama/stemmers/dutch')],
  ['da', () => import('@orama/stemmers/danish')],
  ['sv', () => import('@orama/stemmers/swedish')],
  ['no', () => import('@orama/stemmers/norwegian')],
  ['fi', () => import('@orama/stemmers/finnish')],
  ['ru', () => import('@orama/stemmers/russian')],
  ['uk', () => import('@orama/stemmers/ukrainian')],
  ['bg', () => import('@orama/stemmers/bulgarian')],
  ['sr', () => import('@orama/stemmers/serbian')],
  ['el', () => import('@orama/stemmers/greek')],
  ['hu', () => import('@orama/stemmers/hungarian')],
  ['ro', () => import('@orama/stemmers/romanian')],
  ['tr', () => import('@orama/stemmers/turkish')],
  ['ar', () => import('@orama/stemmers/arabic')],
  ['hi', () => import('@orama/stemmers/indian')],
  ['ne', () => import('@orama/stemmers/nepali')],
  ['ta', () => import('@orama/stemmers/tamil')],
  ['id', () => import('@orama/stemmers/indonesian')],
  ['ga', () => import('@orama/stemmers/irish')],
  ['lt', () => import('@orama/stemmers/lithuanian')],
  ['hy', () => import('@orama/stemmers/armenian')],
]
const loaded: (Stemmer | undefined)[] = [english]
const numbers = new Map(stemmers.map(([lang], number) => [lang, number]))
const others: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' }

/** Which stemmer an article's language has: a number below 31, or undefined. An unknown language is taken for English. */
export function stemmerOf(lang: string | undefined): number | undefined {
  const primary = (lang ?? 'en').toLowerCase().split(/[-_]/)[0] ?? ''
  return numbers.get(others[primary] ?? primary)
}

/** Must be awaited before a word is stemmed that is in one of these languages, as `stemmerOf` takes them. */
export async function loadStemmers(langs: Iterable<string | undefined>): Promise<void> {
  const wanted = new Set([...langs].map(stemmerOf))
  for (const number of wanted) {
    const [, load] = stemmers[number ?? -1] ?? []
    if (number !== undefined && load && !loaded[number]) loaded[number] = (await load()).stemmer
  }
}

/**
 * The stems that a word asked for may have in a text. Mostly it is one; the stemmers leave forms of some words apart (*travail*, *travaux*), and those are
 * brought together here, for what was asked and not for each word of the library. `word` as exactForm gives it.
 */
export function askedStems(word: string, stemmer: number): readonly string[] {
  const first = stem(word, stemmer)
  const stems = new Set([first])
  const lang = stemmers[stemmer]?.[0] ?? ''
  const folded = foldWord(word)
  if (stopEarly.has(lang) && folded.length > 3) stems.add(folded).add(stem(first, stemmer))
  for (const [ending, of, instead] of alternations[lang] ?? [])
    if (ending.test(folded) && of.test(first)) stems.add(first.replace(of, instead))
  return [...stems]
}

/** Where a stem may be stemmed again: fietsen -> fiets -> fiet. */
const stopEarly: ReadonlySet<string> = new Set(['nl', 'el'])

/** How a word ends, folded; what of its stem changes; into what. */
type Alternation = readonly [ending: RegExp, of: RegExp, instead: string]
const alternations: Readonly<Record<string, readonly Alternation[]>> = {
  fr: [
    [/aux$/, /al$/, 'ail'],
    [/ails?$/, /ail$/, 'al'],
    [/eaux?$/, /eau$/, 'el'],
    [/elles?$/, /el$/, 'eau'],
    // marchons, beside marcher: not maisons beside mais.
    [/.{5}ons$/, /on$/, ''],
    [/(?:er|ez|ait|aient|ant)$/, /^.{5,}$/, '$&on'],
  ],
  es: [
    [/ces$/, /c$/, 'z'],
    [/z$/, /z$/, 'c'],
  ],
  pt: [
    [/ao$/, /a$/, 'o'],
    [/oes$/, /o$/, 'a'],
  ],
  nl: [
    [/zen$/, /z$/, 's'],
    [/ven$/, /v$/, 'f'],
    [/s$/, /s$/, 'z'],
    [/f$/, /f$/, 'v'],
  ],
  sv: [
    [/[^aeiouy][lnr](?:ar|arna)$/, /([^aeiouy])([lnr])$/, '$1e$2'],
    [/e[lnr]$/, /e([lnr])$/, '$1'],
  ],
}

/** Of each stemmer, in two generations: what is asked for again outlives the older one. */
const recent = stemmers.map(() => new Map<string, string>())
const older = stemmers.map(() => new Map<string, string>())
const mostRemembered = 10_000

/** `word` as exactForm gives it. The stem is folded. */
export function stem(word: string, stemmer: number): string {
  const known = recent[stemmer]?.get(word)
  if (known !== undefined) return known
  const made = older[stemmer]?.get(word) ?? stemAnew(word, stemmer)
  if ((recent[stemmer]?.size ?? 0) >= mostRemembered) {
    older[stemmer] = recent[stemmer] ?? new Map<string, string>()
    recent[stemmer] = new Map()
  }
  recent[stemmer]?.set(word, made)
  return made
}

/** The same without remembering it: in a crowd of articles more words come by than are remembered, each once. */
export function stemAnew(word: string, stemmer: number): string {
  return foldWord(stemOnce(word, stemmer))
}

const greekWord = /^[\u0370-\u03ff\u1f00-\u1fff]+$/
const greekEnding = /(?:[αεηιουωάέήίόύώϊϋΐΰ]+[ςσν]?)$/

/** The English one takes *tion* where only *ion* is an ending (Porter's fourth step), and so parts *connec*tion from *connect*. */
function withLastOfRoot(word: string, stemmed: string): string {
  const [ending, last] = /([st])ions?$/.exec(word) ?? []
  return ending !== undefined && stemmed === word.slice(0, -ending.length) ? `${stemmed}${last}` : stemmed
}

function stemOnce(word: string, stemmer: number): string {
  const own = loaded[stemmer]
  if (!own) throw new Error(`The stemmer of ${stemmers[stemmer]?.[0]} has not been loaded.`)
  // Numbers have no stem, and what is longer than any word is none.
  if (word.length < 3 || word.length > 40 || /\d/.test(word)) return word
  try {
    const stemmed = own === english ? withLastOfRoot(word, own(word) || word) : own(word) || word
    // Of παιδιά the Greek one leaves πα.
    return stemmed.length < 3 && word.length > 4 && greekWord.test(word) ? word.replace(greekEnding, '') : stemmed
  } catch {
    return word // a word the stemmer was not made for: it stands for itself
  }
}
