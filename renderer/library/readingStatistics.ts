// What was read, when, and of which sites and tags: sums over the library, made here and told nobody.
import type { Article } from '../../preload/article.ts'
import { eachArticle, type Walk } from './eachArticle.ts'

/** One article in which something was read, on the day it was first finished, or was last read in. */
export type Reading = {
  /** `2026-11-22`, here. */
  readonly day: string
  /** Of the article, as far as it was read. */
  readonly words: number
  readonly isFinished: boolean
  readonly site: string
  readonly tags: readonly string[]
}

/** `finishedFrom`: the progress from which an article counts as finished. */
export async function readings(finishedFrom: number, walk: Walk = {}): Promise<readonly Reading[]> {
  const all: Reading[] = []
  await eachArticle((row, state) => {
    const progress = state?.progress
    if (!progress || progress.value.progress <= 0) return
    const isFinished = progress.value.progress >= finishedFrom
    all.push({
      day: dayOf((isFinished ? (state.finishedAt ?? progress.at) : progress.at).slice(0, 24)),
      words: Math.round(row.words * (isFinished ? 1 : progress.value.progress)),
      isFinished,
      site: siteName(row),
      tags: row.tags,
    })
  }, walk)
  return all
}

export type Sum = { readonly name: string; readonly articles: number; readonly words: number }

export type YearOfReading = {
  readonly finished: number
  readonly words: number
  /** Articles finished by day: only days with any. */
  readonly days: ReadonlyMap<string, number>
  /** Words read in each week, by the Monday that begins it; all weeks of the year. */
  readonly weeks: readonly { readonly monday: string; readonly words: number }[]
  readonly sites: readonly Sum[]
  readonly tags: readonly Sum[]
}

export function yearsOf(all: readonly Reading[]): readonly number[] {
  return [...new Set(all.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => a - b)
}

export function yearOfReading(all: readonly Reading[], year: number, mostNames = 8): YearOfReading {
  const own = all.filter(({ day }) => day.startsWith(`${year}-`))
  const days = new Map<string, number>()
  const weeks = new Map<string, number>(mondaysOf(year).map((monday) => [monday, 0]))
  for (const { day, words, isFinished } of own) {
    if (isFinished) days.set(day, (days.get(day) ?? 0) + 1)
    const monday = mondayOf(day)
    weeks.set(monday, (weeks.get(monday) ?? 0) + words)
  }
  return {
    finished: own.filter(({ isFinished }) => isFinished).length,
    words: own.reduce((sum, { words }) => sum + words, 0),
    days,
    weeks: [...weeks].map(([monday, words]) => ({ monday, words })).sort((a, b) => (a.monday < b.monday ? -1 : 1)),
    sites: sums(own, ({ site }) => [site]).slice(0, mostNames),
    tags: sums(own, ({ tags }) => tags).slice(0, mostNames),
  }
}

function sums(all: readonly Reading[], namesOf: (reading: Reading) => readonly string[]): readonly Sum[] {
  const found = new Map<string, { articles: number; words: number }>()
  for (const reading of all) {
    for (const name of namesOf(reading)) {
      const sum = found.get(name) ?? { articles: 0, words: 0 }
      sum.articles += 1
      sum.words += reading.words
      found.set(name, sum)
    }
  }
  return [...found]
    .map(([name, sum]) => ({ name, ...sum }))
    .sort((a, b) => b.words - a.words || (a.name < b.name ? -1 : 1))
}

function mondaysOf(year: number): string[] {
  const mondays: string[] = []
  const last = `${year}-12-31`
  for (let monday = mondayOf(`${year}-01-01`); monday <= last; monday = plusDays(monday, 7)) mondays.push(monday)
  return mondays
}

export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return plusDays(day, -weekday)
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function dayOf(instant: string): string {
  const here = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${here.getFullYear()}-${two(here.getMonth() + 1)}-${two(here.getDate())}`
}

function siteName({ siteName: name, url }: Pick<Article, 'siteName' | 'url'>): string {
  if (name !== undefined) return name
  try {
    return new URL(url).hostname.replace(/^www\./, '') || url
  } catch {
    return url // an address of no kind we know
  }
}
