// What a benchmark says: medians and 95th percentiles, never a verdict on its own.

export type Figure = {
  readonly bench: string
  readonly figure: string
  readonly engine: string
  /** Articles in the library. */
  readonly size: number
  readonly unit: 'ms' | 'MB' | 'bytes' | 'articles/s' | '%' | 'nDCG@10'
  readonly p50: number
  readonly p95: number
  readonly n: number
}

/** `corpus`: a file of JSON lines to be measured with; `sets`: folders of pages with gold text; `parts`: only these. For those that can. */
export type Bench = (sizes: readonly number[], options?: BenchOptions) => Promise<readonly Figure[]>
export type BenchOptions = {
  readonly corpus?: string
  readonly sets?: readonly string[]
  readonly parts?: readonly string[]
}

/** Nearest rank; rounded to a thousandth, below which no clock of a window tells anything. */
export function figureOf(about: Omit<Figure, 'p50' | 'p95' | 'n'>, measured: readonly number[]): Figure {
  const sorted = [...measured].sort((a, b) => a - b)
  const rank = (share: number) =>
    Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN) * 1_000) / 1_000
  return { ...about, p50: rank(0.5), p95: rank(0.95), n: sorted.length }
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await run()
  return performance.now() - before
}
