// `npm run learn -- SET_DIR... [--write] [--seed N]`: learns the choice of blocks; what it does stands in tests/bench/learn.ts.

export async function run(args: readonly string[]): Promise<number> {
  const { learn } = await import('../tests/bench/learn.ts')
  return learn(args)
}
