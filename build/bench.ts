// `npm run bench -- [NAME...] [--articles N] [--corpus FILE.jsonl] [--set DIR] [--part PART] [--json]`: speed and memory of the real app; how right extraction is.
// Fails when a figure is over its budget in tests/bench/budgets.json, after all have been measured and printed.
import { resolve } from 'node:path'
import type { Figure } from '../tests/bench/figure.ts'
import { appUser } from './appUser.ts'
import { benchChoice } from './benchChoice.ts'
import { callersFolder } from './callersFolder.ts'
import { startDisplay } from './display.ts'
import { orSayWhy, say } from './say.ts'

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const { benches } = await import('../tests/bench/benches.ts')
    const { overBudget, readBudgets } = await import('../tests/bench/overBudget.ts')
    const choice = benchChoice(args, Object.keys(benches))
    if (choice.kind === 'help') {
      process.stdout.write(`${choice.usage}\n`)
      return 0
    }
    const { names, sizes, corpus, parts, json } = choice
    const sets = choice.sets.map((set) => resolve(callersFolder('bench'), set))
    const display = process.platform === 'linux' ? await startDisplay(await appUser()) : undefined
    Object.assign(process.env, display?.environment)
    const figures: Figure[] = []
    try {
      for (const name of names) {
        say(`measuring ${name}`)
        figures.push(
          ...((await benches[name]?.(sizes, { sets, parts, ...(corpus === undefined ? {} : { corpus }) })) ?? []),
        )
      }
    } finally {
      // Also what was measured before a bench failed.
      process.stdout.write(json ? `${JSON.stringify(figures)}\n` : table(figures))
      await display?.stop()
    }
    const over = overBudget(figures, readBudgets())
    for (const line of over) say(`over budget: ${line}`)
    return over.length === 0 ? 0 : 1
  })
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ bench, figure, engine, size, unit, p50, p95, n }) => [
    bench,
    engine,
    figure,
    size === 0 ? '' : String(size),
    `${p50} ${unit}`,
    `${p95} ${unit}`,
    String(n),
  ])
  const all = [['bench', 'engine', 'figure', 'articles', 'p50', 'p95', 'n'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
