// `npm run learn -- SET_DIR... [--write] [--seed N]`: learns which blocks of a page are its content, from pages with gold text, and says how well, by
// cross-validation grouped by site, also of all of extraction. The same pages give the same figures, in whatever order they are named. `--write` instead puts what is learned from all pages into renderer/extract/blockTrees.ts.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bestSet } from '../../renderer/extract/bestSet.ts'
import { chanceOf, forestOf, type Tree } from '../../renderer/extract/trees.ts'
import { boost, type Examples, type Growing } from './boost.ts'
import { collectRows, type PageRows } from './collectRows.ts'
import { countOf, goldShares, wordsOf } from './goldBlocks.ts'
import { callersFolder } from '../../build/callersFolder.ts'
import { scriptOf } from '../../build/extractScript.ts'
import { scoreHeldOut } from './heldOut.ts'
import { inRepository } from '../../build/repository.ts'
import { NotReady, orSayWhy, say } from '../../build/say.ts'

const growing: Growing = { trees: 120, leaves: 20, rate: 0.1, seed: 1 }
const folds = 5

export function learn(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { write: { type: 'boolean' }, trees: { type: 'string' }, seed: { type: 'string' } },
    })
    const script = await scriptOf('learningRows.ts', 'offprintLearn')
    const pages: PageRows[] = []
    for (const set of new Set(positionals.map((one) => resolve(callersFolder('learn'), one))))
      pages.push(...(await collectRows(set, script)))
    pages.sort((a, b) => (`${a.set} ${a.id}` < `${b.set} ${b.id}` ? -1 : 1)) // the trees are grown from samples
    if (pages.length === 0) throw new NotReady('name the folders of pages with gold text: npm run learn -- SET_DIR...')
    const examples = examplesOf(pages)
    const { trees = growing.trees, seed = growing.seed } = values
    const own: Growing = { ...growing, trees: Number(trees), seed: Number(seed) }
    if (values.write === true) {
      const file = inRepository('renderer', 'extract', 'blockTrees.ts')
      writeFileSync(file, sourceOf(examples.examples.columns, boost(examples.examples, allRows(examples), own)))
      say(`wrote ${file}`)
    } else await scoreHeldOut(pages, examples.folds, crossValidate(pages, examples, own), script)
    return 0
  })
}

function sourceOf(columns: number, trees: readonly Tree[]): string {
  return [
    '// Learned by `npm run learn` from pages with gold text; never edited by hand. The columns are those of blockFeatures.ts.',
    '',
    `export const columns = ${columns}`,
    '',
    '/** JSON of Tree[]. */',
    'export const blockTrees =',
    `  '${JSON.stringify(trees)}'`,
    '',
  ].join('\n')
}

type Laid = { readonly examples: Examples; readonly starts: readonly number[]; readonly folds: readonly number[] }

function examplesOf(pages: readonly PageRows[]): Laid {
  const columns = pages.find((page) => page.columns > 0)?.columns ?? 0
  const starts: number[] = []
  let rows = 0
  for (const page of pages) {
    starts.push(rows)
    rows += page.texts.length
  }
  const values = new Float32Array(rows * columns)
  const wanted = new Float32Array(rows)
  const weights = new Float32Array(rows)
  pages.forEach((page, n) => {
    const start = starts[n] ?? 0
    values.set(page.values, start * columns)
    const shares = goldShares(page.texts, page.gold)
    const words = page.texts.map((text) => wordsOf(text).length)
    const gold = Math.max(30, wordsOf(page.gold).length)
    const all = words.reduce((sum, one) => sum + one, 0)
    // Each page counts about as much as any other, each word of a page too; no page counts for more than three.
    const scale = Math.min(1, (2 * gold) / Math.max(1, all - gold))
    page.texts.forEach((_, at) => {
      const share = shares[at] ?? 0
      wanted[start + at] = share
      const weight = ((words[at] ?? 0) + 1) / gold
      weights[start + at] = 100 * Math.min(0.5, share > 0.5 ? weight : weight * scale)
    })
  })
  const hosts = pages.map(({ host }) => hash(host) % folds)
  return { examples: { values, columns, wanted, weights }, starts, folds: hosts }
}

function allRows({ examples, starts }: Laid, isTaken = (_page: number) => true): Uint32Array {
  const total = examples.wanted.length
  const rows: number[] = []
  starts.forEach((start, page) => {
    if (isTaken(page)) for (let row = start; row < (starts[page + 1] ?? total); row++) rows.push(row)
  })
  return Uint32Array.from(rows)
}

/** Says how well the blocks are chosen; the trees of each fold, which have not seen its pages. */
function crossValidate(pages: readonly PageRows[], laid: Laid, own: Growing): (readonly Tree[])[] {
  const { examples, starts } = laid
  const chances = new Float32Array(examples.wanted.length)
  const treesOf: (readonly Tree[])[] = []
  for (let fold = 0; fold < folds; fold++) {
    const rows = allRows(laid, (page) => laid.folds[page] !== fold)
    const trees = grownBefore(examples, rows, own)
    treesOf.push(trees)
    const forest = forestOf(trees)
    for (const row of allRows(laid, (page) => laid.folds[page] === fold))
      chances[row] = chanceOf(forest, examples.values, row * examples.columns)
    say(`fold ${fold + 1} of ${folds}`)
  }
  const kinds = [...new Set(pages.map(({ kind }) => kind))]
  const line = (name: string, pick: (page: number, block: number) => boolean) => {
    const scores = pages.map((page, n) => scoreOf(page, (block) => pick(n, block)))
    const mean = (kind?: string) => {
      const some = scores.filter((_, n) => kind === undefined || pages[n]?.kind === kind)
      return (some.reduce((sum, one) => sum + one, 0) / some.length).toFixed(4)
    }
    process.stdout.write(`${name.padEnd(14)} all ${mean()} ${kinds.map((kind) => `${kind} ${mean(kind)}`).join(' ')}\n`)
  }
  line('gold shares', (page, block) => (examples.wanted[(starts[page] ?? 0) + block] ?? 0) > 0.5)
  line('rules', (page, block) => isKeptByRules(pages[page], block))
  const best = pages.map((page, n) => {
    const start = starts[n] ?? 0
    const own = [...chances.subarray(start, start + page.texts.length)]
    return bestSet(
      own,
      page.texts.map((text) => wordsOf(text).length),
    )
  })
  line('best set', (page, block) => best[page]?.[block] ?? false)
  for (const least of [0.3, 0.4, 0.45, 0.5, 0.55])
    line(`chance > ${least}`, (page, block) => (chances[(starts[page] ?? 0) + block] ?? 0) > least)
  return treesOf
}

/** The trees of a fold as they were grown of the same rows before: a change after the choice of blocks leaves them as they are. */
function grownBefore(examples: Examples, rows: Uint32Array, own: Growing): readonly Tree[] {
  const hash = createHash('sha256').update(JSON.stringify(own))
  for (const one of [examples.values, examples.wanted, examples.weights, rows]) hash.update(new Uint8Array(one.buffer))
  const file = inRepository('.cache', 'learn', `trees-${hash.digest('hex').slice(0, 16)}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Tree[] // written by us
  const trees = boost(examples, rows, own)
  writeFileSync(file, JSON.stringify(trees))
  return trees
}

/** The place of "the rules would keep it" in a row, from blockFeatures.ts. */
const keptColumn = 22

function isKeptByRules(page: PageRows | undefined, block: number): boolean {
  return (page?.values[block * page.columns + keptColumn] ?? 0) > 0
}

/** F1 of the words, as the sets are scored. */
function scoreOf({ texts, gold }: PageRows, isKept: (block: number) => boolean): number {
  const wanted = countOf(wordsOf(gold))
  const found = countOf(wordsOf(texts.filter((_, at) => isKept(at)).join('\n')))
  let [right, wantedMany, foundMany] = [0, 0, 0]
  for (const many of wanted.values()) wantedMany += many
  for (const [word, many] of found) {
    foundMany += many
    right += Math.min(many, wanted.get(word) ?? 0)
  }
  return right === 0 ? (wantedMany === foundMany ? 1 : 0) : (2 * right) / (wantedMany + foundMany)
}

function hash(text: string): number {
  let value = 7
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return value
}
