// What a benchmark says: medians and 95th percentiles, never a verdict on its own.

export type Figure = {
  readonly bench: string
  readonly figure: string
  readonly engine: string
  /** Articles in the library. */
  readonly size: number
  readonly unit: 'ms' | 'MB' | 'articles/s' | '%'
  readonly p50: number
  readonly p95: number
  readonly n: number
}

export type Bench = (sizes: readonly number[]) => Promise<readonly Figure[]>

/** Nearest rank; rounded to a tenth. */
export function figureOf(about: Omit<Figure, 'p50' | 'p95' | 'n'>, measured: readonly number[]): Figure {
  const sorted = [...measured].sort((a, b) => a - b)
  const rank = (share: number) =>
    Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN) * 10) / 10
  return { ...about, p50: rank(0.5), p95: rank(0.95), n: sorted.length }
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await run()
  return performance.now() - before
}
