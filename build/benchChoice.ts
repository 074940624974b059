// What `npm run bench` was asked for: names of benchmarks, sizes of libraries, and what some of them are measured with.
import { parseArgs } from 'node:util'
import { NotReady } from './say.ts'

export type BenchChoice =
  | { readonly kind: 'help'; readonly usage: string }
  | {
      readonly kind: 'measure'
      readonly names: readonly string[]
      readonly sizes: readonly number[]
      readonly corpus: string | undefined
      readonly sets: readonly string[]
      readonly parts: readonly string[]
      readonly json: boolean
    }

const usualSizes = [1_000, 10_000]

/** `known`: the names of all benchmarks. Throws a NotReady that says what is no option, name or number. */
export function benchChoice(args: readonly string[], known: readonly string[]): BenchChoice {
  const { values, positionals } = parsed(args, known)
  if (values.help) return { kind: 'help', usage: usageOf(known) }
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new NotReady(`${unknown.join(', ')}: no such benchmark. There are: ${known.join(', ')}`)
  const sets = values.set ?? []
  return {
    kind: 'measure',
    // Pages to measure extraction with are the caller's.
    names: positionals.length > 0 ? positionals : known.filter((name) => name !== 'extract' || sets.length > 0),
    sizes: values.articles?.map(sizeOf) ?? usualSizes,
    corpus: values.corpus,
    sets,
    parts: values.part ?? [],
    json: values.json ?? false,
  }
}

function parsed(args: readonly string[], known: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        json: { type: 'boolean' },
        articles: { type: 'string', multiple: true },
        corpus: { type: 'string' },
        set: { type: 'string', multiple: true },
        part: { type: 'string', multiple: true },
      },
    })
  } catch (error) {
    throw new NotReady(`${error instanceof Error ? error.message : String(error)}\n${usageOf(known)}`)
  }
}

function sizeOf(word: string): number {
  const size = Number(word)
  if (!Number.isSafeInteger(size) || size < 0) throw new NotReady(`--articles takes a number of articles, not ${word}`)
  return size
}

function usageOf(known: readonly string[]): string {
  return [
    'Usage: npm run bench [-- NAME... --articles N --part PART --corpus FILE.jsonl --set DIR --json]',
    `Benchmarks: ${known.join(', ')}. Without a name all are run, extract only with a --set.`,
    `--articles N   articles in the library; may be repeated (${usualSizes.join(' and ')})`,
    '--part PART    of room (start, switch, scroll, act) or of search; may be repeated',
    '--corpus FILE  search in these texts, a JSON object a line',
    '--set DIR      extract these pages with gold text; may be repeated',
    '--json         one array of figures on standard output',
  ].join('\n')
}
