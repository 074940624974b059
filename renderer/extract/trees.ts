// Decision trees, and the sum of what they say.

/** [column, threshold, place of the branch for values up to it, place of the other] or the value of a leaf. Node 0 is the root. */
export type TreeNode = readonly [column: number, threshold: number, low: number, high: number] | number
export type Tree = readonly TreeNode[]

export function answerOf(tree: Tree, values: ArrayLike<number>, offset = 0): number {
  let at = 0
  for (;;) {
    const node = tree[at]
    if (node === undefined) return 0
    if (typeof node === 'number') return node
    at = (values[offset + node[0]] ?? 0) <= node[1] ? node[2] : node[3]
  }
}

/** All nodes of many trees side by side: a page asks a hundred trees about each of hundreds of blocks. */
export type Forest = {
  readonly roots: Int32Array
  /** -1 for a leaf. */
  readonly columns: Int32Array
  /** Or what the leaf says. */
  readonly thresholds: Float64Array
  /** Where the branch for values up to the threshold stands, and then the other. */
  readonly branches: Int32Array
}

export function forestOf(trees: readonly Tree[]): Forest {
  const many = trees.reduce((sum, tree) => sum + tree.length, 0)
  const roots = new Int32Array(trees.length)
  const columns = new Int32Array(many)
  const thresholds = new Float64Array(many)
  const branches = new Int32Array(2 * many)
  let start = 0
  trees.forEach((tree, n) => {
    roots[n] = start
    tree.forEach((node, at) => {
      const [column, threshold, low, high] = typeof node === 'number' ? [-1, node, 0, 0] : node
      columns[start + at] = column
      thresholds[start + at] = threshold
      branches[2 * (start + at)] = start + low
      branches[2 * (start + at) + 1] = start + high
    })
    start += tree.length
  })
  return { roots, columns, thresholds, branches }
}

/** 0 to 1. */
export function chanceOf({ roots, columns, thresholds, branches }: Forest, values: Float32Array, offset = 0): number {
  let sum = 0
  for (let n = 0; n < roots.length; n++) {
    let at = roots[n] ?? 0
    for (let column = columns[at] ?? -1; column >= 0; column = columns[at] ?? -1) {
      const isLow = (values[offset + column] ?? 0) <= (thresholds[at] ?? 0)
      at = branches[isLow ? 2 * at : 2 * at + 1] ?? 0
    }
    sum += thresholds[at] ?? 0
  }
  return 1 / (1 + Math.exp(-sum))
}
