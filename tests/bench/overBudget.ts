// What a figure may be at most, from budgets.json, and what is over it.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inRepository } from '../../build/repository.ts'
import type { Figure } from './figure.ts'

const budgets = z.array(
  z.strictObject({
    bench: z.string(),
    figure: z.string(),
    /** Absent: for ours and for all it is compared with. */
    engine: z.string().optional(),
    /** For a library of this many articles; absent: for every size. */
    size: z.number().optional(),
    p50: z.number().optional(),
    p95: z.number().optional(),
    /** The median, against that of the empty library of the same run: so many times as much, or so much more. */
    timesEmpty: z.number().optional(),
    overEmpty: z.number().optional(),
  }),
)
export type Budget = z.infer<typeof budgets>[number]

export function readBudgets(): readonly Budget[] {
  return budgets.parse(JSON.parse(readFileSync(inRepository('tests', 'bench', 'budgets.json'), 'utf8')))
}

/** One line for each figure that is over its budget. */
export function overBudget(figures: readonly Figure[], list: readonly Budget[]): readonly string[] {
  return figures.flatMap((figure) => {
    const budget = list.find(
      (one) =>
        one.bench === figure.bench &&
        one.figure === figure.figure &&
        (one.engine === undefined || one.engine === figure.engine) &&
        (one.size === undefined || one.size === figure.size),
    )
    if (!budget) return []
    const empty = figures.find(
      (one) => one.bench === figure.bench && one.figure === figure.figure && one.size === 0 && figure.size !== 0,
    )
    const limits: readonly (readonly [name: string, is: number, most: number | undefined])[] = [
      ['p50', figure.p50, budget.p50],
      ['p95', figure.p95, budget.p95],
      ['p50', figure.p50, empty && budget.timesEmpty && empty.p50 * budget.timesEmpty],
      ['p50', figure.p50, empty && budget.overEmpty && empty.p50 + budget.overEmpty],
    ]
    return limits.flatMap(([name, is, most]) =>
      most !== undefined && is > most
        ? [`${figure.bench}, ${figure.figure}, ${figure.size} articles: ${name} ${is} ${figure.unit}, at most ${most}`]
        : [],
    )
  })
}
