// `extract`: pages from files through the steps of extraction, and nothing else. No vault, no network; what comes out goes to standard output,
// a line for each page in the order in which they were named.
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { isGzipped, largestPageBytes } from '../../preload/extraction.ts'
import { failed, englishFailureWords, ok, type Result } from '../../preload/failure.ts'
import type { Examiner } from '../capture/extraction.ts'
import { exitCodeOf, worstOf, type ExitCode } from './exitCodes.ts'
import type { Output } from './runCommand.ts'

export type ExtractCommand = {
  readonly files: readonly string[]
  /** The address the pages were loaded from; needless where `pairs` name it. */
  readonly base?: string
  /** Lines of FILE, tab, BASE are still to come from standard input. */
  readonly pairs: boolean
  readonly textWithoutCaptions: boolean
  readonly why: boolean
}

export type Page = { readonly file: string; readonly base: string }

/** FILE, tab, BASE -> a page; undefined when it is no such line. */
export function parsePair(line: string): Page | undefined {
  const [file, base, ...more] = line.split('\t')
  return file && base && more.length === 0 ? { file, base: base.trim() } : undefined
}

/** The extractors share the work, one page each at a time. */
export async function extractFiles(
  pages: readonly Page[],
  options: Pick<ExtractCommand, 'textWithoutCaptions' | 'why'>,
  extractors: readonly Examiner[],
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const codes: ExitCode[] = []
  const lines = new Map<number, string>()
  let next = 0
  let printed = 0
  const print = () => {
    for (let line = lines.get(printed); line !== undefined; line = lines.get(printed)) {
      output.out(line)
      lines.delete(printed)
      printed += 1
    }
  }
  /** Read while the page before it is still worked on: an extractor that waits for the disk is idle. */
  const begin = () => {
    const at = next++
    const page = pages[at]
    return page && { at, page, bytes: readOne(page) }
  }
  const work = async (extractor: Examiner) => {
    let coming = begin()
    while (coming && !signal.aborted) {
      const { at, page, bytes } = coming
      const read = await bytes
      coming = begin()
      const extracted = read.ok ? await extractOne(page, read.value, options, extractor) : read
      if (!extracted.ok) {
        codes.push(exitCodeOf(extracted.failure))
        output.err(`${page.file}: ${englishFailureWords(extracted.failure)}`)
      }
      lines.set(at, JSON.stringify(extracted.ok ? extracted.value : { file: page.file, failure: extracted.failure }))
      print()
    }
  }
  await Promise.all(extractors.map(work))
  return worstOf(codes)
}

async function readOne({ file, base }: Page): Promise<Result<Uint8Array>> {
  if (!isWebAddress(base)) return failed({ code: 'usage', message: `${base} is not the address of a web page.` })
  return readPage(file)
}

async function extractOne(
  { file, base }: Page,
  bytes: Uint8Array,
  { textWithoutCaptions, why }: Pick<ExtractCommand, 'textWithoutCaptions' | 'why'>,
  extractor: Examiner,
): Promise<Result<object>> {
  let examined = await extractor.examine({ bytes, url: base, why })
  if (!examined.ok && examined.failure.code === 'damaged-data' && isGzipped(bytes)) {
    // It knows neither a file of several packed parts nor why it gave up; zlib does.
    const unpacked = await unpack(bytes)
    if (!unpacked.ok) return unpacked
    examined = await extractor.examine({ bytes: unpacked.value, url: base, why })
  }
  if (!examined.ok) return examined
  const { textWithoutCaptions: plain, text, ...others } = examined.value
  return ok({ file, url: base, ...others, text: textWithoutCaptions ? plain : text })
}

function isWebAddress(base: string): boolean {
  try {
    return /^https?:$/.test(new URL(base).protocol)
  } catch {
    return false // no address at all
  }
}

const limitMegabytes = largestPageBytes / 1_000_000
const unzip = promisify(gunzip)

/** As it is: a gzipped one is unpacked where it is extracted, which spares it most of its way there. */
async function readPage(file: string): Promise<Result<Uint8Array>> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    return failed({ code: 'usage', message: `It cannot be read: ${reasonOf(error)}.` })
  }
  return bytes.length > largestPageBytes && !isGzipped(bytes)
    ? failed({ code: 'too-large', limitMegabytes })
    : ok(bytes)
}

async function unpack(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  try {
    return ok(await unzip(bytes, { maxOutputLength: largestPageBytes }))
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' // zlib throws nothing else of the kind
    return failed(isLarge ? { code: 'expands-too-much', limitMegabytes } : { code: 'damaged-data' })
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'no permission',
    EISDIR: 'it is a folder',
  }
  return words[code] ?? (error instanceof Error ? error.message : String(error))
}
