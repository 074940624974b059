// The languages of the interface. Each words file has its English words in it and imports the German ones that lie beside it (words.de.ts);
// the compiler names what is missing. Two pseudo-languages, which nobody is offered, make words that were forgotten, and margins that know
// only one direction, plain to see.

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
export const pseudoLanguages = ['pseudo', 'pseudo-rtl'] as const
export type Spoken = Language | (typeof pseudoLanguages)[number]

let spoken: Spoken = 'en'

/** Takes effect for every word that is asked for afterwards. What is unknown means English. */
export function speak(language: string) {
  spoken = [...languages, ...pseudoLanguages].find((known) => known === language) ?? 'en'
}

export function spokenLanguage(): Spoken {
  return spoken
}

export function direction(language: Spoken): 'ltr' | 'rtl' {
  return language === 'pseudo-rtl' ? 'rtl' : 'ltr'
}

/** The first of the person's languages (BCP 47, best first) that the app speaks. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const known = languages.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (known) return known
  }
  return 'en'
}

/** For `Intl`: dates and numbers as the interface writes them. */
export function localeTag(): string {
  return spoken === 'de' ? 'de-DE' : 'en-GB'
}

/** "14:05", by the clock here. */
export function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** `2000` is "2,000", in German "2.000". */
export function formatNumber(value: number): string {
  return value.toLocaleString(localeTag())
}

/** Words of the same shape in another language. */
export type Said<W> = W extends string
  ? string
  : W extends (...args: infer A) => infer R
    ? (...args: A) => Said<R>
    : { readonly [K in keyof W]: Said<W[K]> }

/** The words of the language that is spoken when one of them is asked for: never keep one in a constant of a module. */
export function inLanguages<const W extends object>(english: W, german: Said<W>): Said<W> {
  const plain = english as unknown as Said<W> // literals are strings too
  const inPseudo = pseudo(english) as Said<W>
  const table = () => (spoken === 'de' ? german : spoken === 'en' ? plain : inPseudo)
  if (typeof english === 'function') return ((...args: readonly unknown[]) => call(table(), args)) as Said<W>
  return new Proxy(plain, { get: (_english, key) => table()[key as keyof Said<W>] })
}

function pseudo(words: unknown): unknown {
  if (typeof words === 'string') return bracketed(words)
  if (typeof words === 'function') return (...args: readonly unknown[]) => pseudo(call(words, args))
  if (Array.isArray(words)) return words.map(pseudo)
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudo(value)]))
}

function call(words: unknown, args: readonly unknown[]): unknown {
  return (words as (...args: readonly unknown[]) => unknown)(...args)
}

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  c: 'ç',
  A: 'Á',
  E: 'É',
  O: 'Ó',
  S: 'Š',
}

/** Longer, as other languages are, and with brackets, so that a cut or a joined sentence shows. */
function bracketed(words: string): string {
  return `⟦${words.replace(/[aeiouncAEOS]/g, (letter) => accented[letter] ?? letter)}${'·'.repeat(Math.ceil(words.length / 4))}⟧`
}
