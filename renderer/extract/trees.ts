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

/** 0 to 1. */
export function chanceOf(trees: readonly Tree[], values: ArrayLike<number>, offset = 0): number {
  let sum = 0
  for (const tree of trees) sum += answerOf(tree, values, offset)
  return 1 / (1 + Math.exp(-sum))
}
