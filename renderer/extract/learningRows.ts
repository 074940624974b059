// What the choice of blocks is learned from: for a page, the text of each block and its numbers. Runs in no release.
import { blockFeatures } from './blockFeatures.ts'
import { blocksOf } from './content.ts'
import { isTooComplex } from './complexity.ts'
import { decodePage } from './decodePage.ts'
import type { Draft } from './draft.ts'
import { extract } from './extract.ts'
import { parseInert } from './trustedHtml.ts'

type LearningRows = { readonly texts: readonly string[]; readonly rows: readonly Float32Array[] }

/** From a page as it lies in a set; the rows as Float32 in base 64. */
export async function packedRows(
  packed: string,
  url: string,
): Promise<{ texts: readonly string[]; columns: number; rows: string }> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  const { texts, rows } = learningRows(decodePage(new Uint8Array(await new Response(unpacked).arrayBuffer())), url)
  const columns = rows[0]?.length ?? 0
  const values = new Uint8Array(Float32Array.from(rows.flatMap((row) => [...row])).buffer)
  let text = ''
  for (let at = 0; at < values.length; at += 8_192) text += String.fromCharCode(...values.subarray(at, at + 8_192))
  return { texts, columns, rows: btoa(text) }
}

function learningRows(html: string, url: string): LearningRows {
  let found: LearningRows = { texts: [], rows: [] }
  if (isTooComplex(html)) return found
  const watch = (draft: Draft, step: string | undefined) => {
    if (step !== 'footnotes') return // the step before `content`
    const page = blocksOf(draft)
    found = { texts: page.list.map(({ text }) => text), rows: blockFeatures(page) }
  }
  extract(parseInert(html), url, { watch })
  return found
}
