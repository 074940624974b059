// Gradient boosting of small decision trees over rows of numbers: as much of it as the choice of blocks needs.
import { answerOf, type Tree, type TreeNode } from '../../renderer/extract/trees.ts'
import { randomFrom } from '../random.ts'

export type Examples = {
  /** Row by row. */
  readonly values: Float32Array
  readonly columns: number
  /** The wanted answer of each row, 0 to 1, and how much the row counts. */
  readonly wanted: Float32Array
  readonly weights: Float32Array
}

export type Growing = {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  readonly seed: number
}

const bins = 32
/** Shares of the rows and the columns that a tree sees. */
const rowShare = 0.4
const columnShare = 0.3
const smoothing = 3
const leastHessian = 0.5

/** The sum of the trees, through the logistic function, is the answer. */
export function boost(examples: Examples, rows: Uint32Array, { trees, leaves, rate, seed }: Growing): Tree[] {
  const random = randomFrom(seed).next
  const { values, columns, wanted, weights } = examples
  const edges = Array.from({ length: columns }, (_, column) => edgesOf(examples, rows, column, random))
  const binned = edges.map((own, column) => intoBins(examples, column, own))
  const score = new Float64Array(wanted.length)
  const gradient = new Float64Array(wanted.length)
  const hessian = new Float64Array(wanted.length)
  const grown: Tree[] = []
  for (let n = 0; n < trees; n++) {
    for (const row of rows) {
      const answer = 1 / (1 + Math.exp(-(score[row] ?? 0)))
      const weight = weights[row] ?? 0
      gradient[row] = weight * (answer - (wanted[row] ?? 0))
      hessian[row] = weight * Math.max(answer * (1 - answer), 1e-4)
    }
    const seen = edges.flatMap((own, column) => (own.length > 0 && random() < columnShare ? [column] : []))
    const own = rows.filter(() => random() < rowShare)
    const tree = grow({ seen, binned, edges, gradient, hessian }, own, leaves, rate)
    grown.push(tree)
    for (const row of rows) score[row] = (score[row] ?? 0) + answerOf(tree, values, row * columns)
  }
  return grown
}

type Ground = {
  readonly seen: readonly number[]
  readonly binned: readonly Uint8Array[]
  readonly edges: readonly (readonly number[])[]
  readonly gradient: Float64Array
  readonly hessian: Float64Array
}
type Split = { readonly gain: number; readonly column: number; readonly bin: number }
type Leaf = {
  readonly at: number
  readonly rows: Uint32Array
  readonly sums: Float64Array
  readonly split: Split | undefined
}

/** The leaf that gains most is split next. */
function grow(ground: Ground, rows: Uint32Array, most: number, rate: number): Tree {
  const nodes: TreeNode[] = [0]
  const leaf = (at: number, own: Uint32Array, sums: Float64Array): Leaf => {
    const [g, h] = totals(sums)
    nodes[at] = Math.round((-g / (h + smoothing)) * rate * 1e4) / 1e4
    return { at, rows: own, sums, split: bestSplit(ground, sums) }
  }
  let leaves = [leaf(0, rows, sumUp(ground, rows))]
  while (leaves.length < most) {
    const next = leaves.reduce((best, one) => ((one.split?.gain ?? 0) > (best.split?.gain ?? 0) ? one : best))
    const { split } = next
    if (!split) break
    const column = ground.binned[split.column] ?? new Uint8Array()
    const low = next.rows.filter((row) => (column[row] ?? 0) <= split.bin)
    const high = next.rows.filter((row) => (column[row] ?? 0) > split.bin)
    const smaller = sumUp(ground, low.length < high.length ? low : high)
    const larger = next.sums.map((sum, n) => sum - (smaller[n] ?? 0))
    const [lowAt, highAt] = [nodes.length, nodes.length + 1]
    nodes[next.at] = [split.column, ground.edges[split.column]?.[split.bin] ?? 0, lowAt, highAt]
    leaves = [
      ...leaves.filter((one) => one !== next),
      leaf(lowAt, low, low.length < high.length ? smaller : larger),
      leaf(highAt, high, low.length < high.length ? larger : smaller),
    ]
  }
  return nodes
}

/** Gradient and hessian for each seen column and bin. */
function sumUp({ seen, binned, gradient, hessian }: Ground, rows: Uint32Array): Float64Array {
  const sums = new Float64Array(seen.length * bins * 2)
  seen.forEach((column, place) => {
    const own = binned[column]
    if (!own) return
    const start = place * bins * 2
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n] ?? 0
      const at = start + (own[row] ?? 0) * 2
      sums[at] = (sums[at] ?? 0) + (gradient[row] ?? 0)
      sums[at + 1] = (sums[at + 1] ?? 0) + (hessian[row] ?? 0)
    }
  })
  return sums
}

function totals(sums: Float64Array): [number, number] {
  let [g, h] = [0, 0]
  for (let at = 0; at < bins * 2; at += 2) {
    g += sums[at] ?? 0
    h += sums[at + 1] ?? 0
  }
  return [g, h]
}

function bestSplit({ seen }: Ground, sums: Float64Array): Split | undefined {
  const [g, h] = totals(sums)
  const whole = (g * g) / (h + smoothing)
  let best: Split | undefined
  seen.forEach((column, place) => {
    let [lowG, lowH] = [0, 0]
    for (let bin = 0; bin < bins - 1; bin++) {
      const at = (place * bins + bin) * 2
      lowG += sums[at] ?? 0
      lowH += sums[at + 1] ?? 0
      if (lowH < leastHessian || h - lowH < leastHessian) continue
      const gain = lowG ** 2 / (lowH + smoothing) + (g - lowG) ** 2 / (h - lowH + smoothing) - whole
      if (gain > (best?.gain ?? 1e-3)) best = { gain, column, bin }
    }
  })
  return best
}

/** Up to 31 thresholds between the values that occur. */
function edgesOf({ values, columns }: Examples, rows: Uint32Array, column: number, random: () => number): number[] {
  const some: number[] = []
  const share = 8_000 / rows.length
  for (const row of rows) if (random() < share) some.push(values[row * columns + column] ?? 0)
  some.sort((a, b) => a - b)
  const edges: number[] = []
  for (let n = 1; n < bins; n++) {
    const [below = 0, above = 0] = [
      some[Math.floor((some.length * n) / bins) - 1],
      some[Math.floor((some.length * n) / bins)],
    ]
    const edge = Math.fround(Math.round(((below + above) / 2) * 1e4) / 1e4)
    if (edge < (some.at(-1) ?? 0) && edge > (edges.at(-1) ?? -Infinity)) edges.push(edge)
  }
  // A flag that is rarely set has its threshold too.
  if (edges.length === 0 && (some[0] ?? 0) < (some.at(-1) ?? 0))
    edges.push(Math.fround(((some[0] ?? 0) + (some.at(-1) ?? 0)) / 2))
  return edges
}

function intoBins({ values, columns, wanted }: Examples, column: number, edges: readonly number[]): Uint8Array {
  const own = new Uint8Array(wanted.length)
  for (let row = 0; row < own.length; row++) {
    const value = values[row * columns + column] ?? 0
    let bin = 0
    while (bin < edges.length && value > (edges[bin] ?? 0)) bin++
    own[row] = bin
  }
  return own
}
