// The stem of a word in the language of its article. Languages without a stemmer keep their words.
import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as armenian } from '@orama/stemmers/armenian'
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as hindi } from '@orama/stemmers/indian'
import { stemmer as indonesian } from '@orama/stemmers/indonesian'
import { stemmer as irish } from '@orama/stemmers/irish'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian'
import { stemmer as nepali } from '@orama/stemmers/nepali'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as serbian } from '@orama/stemmers/serbian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as tamil } from '@orama/stemmers/tamil'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import { foldWord } from './tokenise.ts'

/** The order is part of the index: new ones go to the end. At most 31. */
const stemmers: readonly (readonly [lang: string, stem: (word: string) => string])[] = [
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['it', italian],
  ['pt', portuguese],
  ['nl', dutch],
  ['da', danish],
  ['sv', swedish],
  ['no', norwegian],
  ['fi', finnish],
  ['ru', russian],
  ['uk', ukrainian],
  ['bg', bulgarian],
  ['sr', serbian],
  ['el', greek],
  ['hu', hungarian],
  ['ro', romanian],
  ['tr', turkish],
  ['ar', arabic],
  ['hi', hindi],
  ['ne', nepali],
  ['ta', tamil],
  ['id', indonesian],
  ['ga', irish],
  ['lt', lithuanian],
  ['hy', armenian],
]
const numbers = new Map(stemmers.map(([lang], number) => [lang, number]))
const others: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' }

/** Which stemmer an article's language has: a number below 31, or undefined. An unknown language is taken for English. */
export function stemmerOf(lang: string | undefined): number | undefined {
  const primary = (lang ?? 'en').toLowerCase().split(/[-_]/)[0] ?? ''
  return numbers.get(others[primary] ?? primary)
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
  const made = older[stemmer]?.get(word) ?? foldWord(stemOnce(word, stemmer))
  if ((recent[stemmer]?.size ?? 0) >= mostRemembered) {
    older[stemmer] = recent[stemmer] ?? new Map<string, string>()
    recent[stemmer] = new Map()
  }
  recent[stemmer]?.set(word, made)
  return made
}

const greekWord = /^[\u0370-\u03ff\u1f00-\u1fff]+$/
const greekEnding = /(?:[αεηιουωάέήίόύώϊϋΐΰ]+[ςσν]?)$/

function stemOnce(word: string, stemmer: number): string {
  // Numbers have no stem, and what is longer than any word is none.
  if (word.length < 3 || word.length > 40 || /\d/.test(word)) return word
  try {
    const stemmed = stemmers[stemmer]?.[1](word) || word
    // Of παιδιά the Greek one leaves πα.
    return stemmed.length < 3 && word.length > 4 && greekWord.test(word) ? word.replace(greekEnding, '') : stemmed
  } catch {
    return word // a word the stemmer was not made for: it stands for itself
  }
}
