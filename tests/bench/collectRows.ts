// The pages of a set with their gold text, and the rows of numbers that extraction takes of them; kept in .cache/learn until
// extraction or the set changes.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openChromium } from '../../build/chromium.ts'
import { inRepository } from '../../build/repository.ts'
import { say } from '../../build/say.ts'

export type PageRows = {
  readonly id: string
  readonly set: string
  readonly folder: string
  readonly url: string
  readonly kind: string
  readonly host: string
  readonly gold: string
  readonly texts: readonly string[]
  readonly columns: number
  readonly values: Float32Array
}

export type Gold = {
  readonly id: string
  readonly url: string
  readonly type: string
  readonly text: string
  readonly title?: string | null
  readonly author?: string | null
  readonly date?: string | null
}
/** `rows`: Float32, base 64. Row by row through the driver's own serialiser took minutes. */
type Collected = {
  readonly id: string
  readonly texts: readonly string[]
  readonly columns: number
  readonly rows: string
}

export async function collectRows(folder: string, script: string): Promise<PageRows[]> {
  const golds = readGold(folder)
  const set = basename(folder)
  const state = createHash('sha256')
    .update(`${script}${JSON.stringify(golds)}`)
    .digest('hex')
    .slice(0, 16)
  const file = inRepository('.cache', 'learn', `${set}-${state}.jsonl`)
  if (!existsSync(file)) await collect(folder, golds, file, script)
  const collected = new Map(
    jsonLines(readFileSync(file, 'utf8')).map((one) => [(one as Collected).id, one as Collected]), // written by us
  )
  return golds.flatMap(({ id, url, type, text }) => {
    const page = collected.get(id)
    if (!page) return []
    const bytes = Buffer.from(page.rows, 'base64')
    const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    const { texts, columns } = page
    const host = new URL(url).hostname
    return [{ id, set, folder, url, kind: `${set.slice(-1)}:${type}`, host, gold: text, texts, columns, values }]
  })
}

export function readGold(folder: string): Gold[] {
  return jsonLines(gunzipSync(readFileSync(join(folder, 'gold.jsonl.gz'))).toString('utf8')) as Gold[] // the set's README says what it is
}

function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}

async function collect(folder: string, golds: readonly Gold[], file: string, script: string): Promise<void> {
  const browser = await openChromium()
  const lines: string[] = []
  try {
    const page = await browser.newPage()
    await page.evaluate(script)
    for (const [at, { id, url }] of golds.entries()) {
      const packed = readFileSync(join(folder, `${id}.html.gz`)).toString('base64')
      const rows = await page.evaluate(([packed, url]) => window.offprintLearn.packedRows(packed, url), [
        packed,
        url,
      ] as const)
      lines.push(JSON.stringify({ id, ...rows }))
      if (at % 100 === 99) say(`${at + 1} of ${golds.length} pages measured`)
    }
  } finally {
    await browser.close()
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${lines.join('\n')}\n`)
}
