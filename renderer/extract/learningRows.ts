// What the choice of blocks is learned from: for a page, the text of each block and its numbers; and what extraction makes of it with trees that
// have not seen it. Runs in no release.
import type { Examination } from '../../preload/extraction.ts'
import { blockFeatures } from './blockFeatures.ts'
import { blocksOf } from './content.ts'
import { TooComplex } from './complexity.ts'
import { decodePage } from './decodePage.ts'
import type { Draft } from './draft.ts'
import { examine } from './examine.ts'
import { extract } from './extract.ts'
import { parsePage } from './parsePage.ts'
import { forestOf, type Forest, type Tree } from './trees.ts'

type LearningRows = { readonly texts: readonly string[]; readonly rows: readonly Float32Array[] }

/** From a page as it lies in a set; the rows as Float32 in base 64. */
export async function packedRows(
  packed: string,
  url: string,
): Promise<{ texts: readonly string[]; columns: number; rows: string }> {
  const { texts, rows } = learningRows(decodePage(await unpack(packed)), url)
  const columns = rows[0]?.length ?? 0
  const values = new Uint8Array(Float32Array.from(rows.flatMap((row) => [...row])).buffer)
  let text = ''
  for (let at = 0; at < values.length; at += 8_192) text += String.fromCharCode(...values.subarray(at, at + 8_192))
  return { texts, columns, rows: btoa(text) }
}

const enough = new Error('Measured.')

let heldOut: Forest | undefined

/** What `examination` chooses blocks by from then on. */
export function useTrees(trees: readonly Tree[]): void {
  heldOut = forestOf(trees)
}

/** All of extraction, of a page as it lies in a set; undefined when it is refused. */
export async function examination(packed: string, url: string): Promise<Examination | undefined> {
  const bytes = await unpack(packed)
  try {
    return examine(bytes, url, false, heldOut)
  } catch (thrown) {
    if (!(thrown instanceof TooComplex)) throw thrown
    return undefined
  }
}

async function unpack(packed: string): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}

function learningRows(html: string, url: string): LearningRows {
  let found: LearningRows = { texts: [], rows: [] }
  const watch = (draft: Draft, step: string | undefined) => {
    if (step !== 'footnotes') return // the step before `content`
    const page = blocksOf(draft)
    found = { texts: page.list.map(({ text }) => text), rows: blockFeatures(page, (numbers) => numbers.slice()) }
    throw enough // what is done with the choice takes longer than all before it
  }
  try {
    extract(parsePage(html), url, { watch })
  } catch (thrown) {
    if (thrown !== enough && !(thrown instanceof TooComplex)) throw thrown
  }
  return found
}
