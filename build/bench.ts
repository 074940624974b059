// `npm run bench -- [NAME...] [--articles N] [--corpus FILE.jsonl] [--set DIR] [--part PART] [--json]`: speed and memory of the real app; how right extraction is.
// Fails when a figure is over its budget in tests/bench/budgets.json, after all have been measured and printed.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from '../tests/bench/figure.ts'
import { appUser } from './appUser.ts'
import { startDisplay } from './display.ts'
import { NotReady, orSayWhy, say } from './say.ts'

const usualSizes = [1_000, 10_000]

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const { benches } = await import('../tests/bench/benches.ts')
    const { overBudget, readBudgets } = await import('../tests/bench/overBudget.ts')
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        articles: { type: 'string', multiple: true },
        corpus: { type: 'string' },
        set: { type: 'string', multiple: true },
        part: { type: 'string', multiple: true },
      },
    })
    const sets = (values.set ?? []).map((set) => resolve(process.env['INIT_CWD'] ?? '.', set))
    // Pages to measure extraction with are the caller's.
    const usual = Object.keys(benches).filter((name) => name !== 'extract' || sets.length > 0)
    const names = positionals.length > 0 ? positionals : usual
    const sizes = values.articles?.map(Number) ?? usualSizes
    const display = process.platform === 'linux' ? await startDisplay(await appUser()) : undefined
    Object.assign(process.env, display?.environment)
    const figures: Figure[] = []
    try {
      for (const name of names) {
        const bench = benches[name]
        if (!bench) throw new NotReady(`there is no such benchmark. There are: ${Object.keys(benches).join(', ')}`)
        say(`measuring ${name}`)
        figures.push(
          ...(await bench(sizes, {
            sets,
            parts: values.part ?? [],
            ...(values.corpus === undefined ? {} : { corpus: values.corpus }),
          })),
        )
      }
    } finally {
      // Also what was measured before a bench failed.
      process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : table(figures))
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
