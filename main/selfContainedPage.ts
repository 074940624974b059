// A kept page as one file that needs nothing else: what it refers to is written into it. It asks no network for anything, wherever it is opened.
import { blobName } from '../preload/article.ts'
import type { Result } from '../preload/failure.ts'
import { mimeTypeOf } from './mimeTypes.ts'

const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'self' http: https:"
const address = /offprint-asset:([0-9a-f]{64}\.[a-z0-9]{1,5})/g

export type WholePage = {
  readonly html: string
  /** The names of what could not be read and is left out: the page is more than one picture. */
  readonly missing: readonly string[]
}

/** `html` as the vault keeps it. */
export async function selfContainedPage(
  html: string,
  readBlob: (name: string) => Promise<Result<Uint8Array>>,
): Promise<WholePage> {
  // What only machines look at would carry its picture a second time.
  const seen = html.replace(/ (?:content|data-offprint-image)="offprint-asset:[^"]*"/g, '')
  const names = new Set([...seen.matchAll(address)].map(([, name]) => name ?? ''))
  const inside = new Map<string, string>()
  const missing: string[] = []
  for (const name of names) {
    const bytes = blobName.safeParse(name).success ? await readBlob(name) : undefined
    if (!bytes?.ok) missing.push(name)
    inside.set(
      name,
      bytes?.ok ? `data:${mimeTypeOf(name)};base64,${Buffer.from(bytes.value).toString('base64')}` : 'data:,',
    )
  }
  const whole = seen.replace(address, (_whole, name: string) => inside.get(name) ?? 'data:,')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  const withPolicy = /<head[^>]*>/i.test(whole)
    ? whole.replace(/<head[^>]*>/i, (head) => `${head}${meta}`)
    : `${meta}${whole}`
  return { html: withPolicy, missing }
}
