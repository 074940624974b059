// The app around `extract`: hidden extract pages, a profile that is gone afterwards.
import { app } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createExtractor } from '../capture/extraction.ts'
import { serveExtract } from '../protocol.ts'
import { extractSession } from '../windows.ts'
import type { ExitCode } from './exitCodes.ts'
import { extractFiles, parsePair, type ExtractCommand, type Page } from './extractFiles.ts'
import type { Output } from './runCommand.ts'
import { readLines } from './terminal.ts'

/** Call before the app is ready. */
export async function extractInPages(asked: ExtractCommand, output: Output, signal: AbortSignal): Promise<ExitCode> {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-extract-'))
  app.setPath('userData', profile)
  app.setPath('sessionData', profile)
  app.disableHardwareAcceleration()
  app.commandLine.appendSwitch('js-flags', quickToStart)
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }))
  const pages: Page[] = asked.files.map((file) => ({ file, base: asked.base ?? '' }))
  for (const line of asked.pairs ? await readLines(process.stdin) : []) {
    const pair = parsePair(line)
    if (!pair) {
      output.err(`This is no line of FILE, tab, BASE: ${line.slice(0, 80)}`)
      return 2
    }
    pages.push(pair)
  }
  await app.whenReady()
  const out = join(app.getAppPath(), 'out')
  const session = extractSession()
  serveExtract(session, join(out, 'renderer'))
  const many = Math.max(1, Math.min(availableParallelism(), mostPages, pages.length))
  const extractors = Array.from({ length: many }, () =>
    createExtractor({
      session: () => session,
      serve: () => undefined,
      preload: join(out, 'preload', 'extractBridge.cjs'),
    }),
  )
  try {
    return await extractFiles(pages, asked, extractors, output, signal)
  } finally {
    for (const extractor of extractors) extractor.close()
  }
}

/**
 * V8 optimises what runs often, on further threads, in each page anew. Here every core has work of its own, and most of that code is thrown away with
 * the page it was made for: it took more than a third of all the time of a hundred and fifty pages and gave less back.
 */
const quickToStart = '--no-opt'

/** More pages than this only share the disk's time. */
const mostPages = 8
