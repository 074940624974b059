// Measures our engine in Chromium: a page of our own on a loopback server, isolated so that it may ask for its memory.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { build, type InlineConfig } from 'vite'
import { chromiumLaunch } from '../../../build/chromium.ts'
import { inRepository, repository } from '../../../build/repository.ts'
import type { Measured } from './measure.ts'

const rounds = 5
const sqlite = inRepository('node_modules', '@sqlite.org', 'sqlite-wasm', 'sqlite-wasm', 'jswasm')

/** Ours alone above that. */
const mostForSqlite = 100_000

/** `corpus`: a file of JSON lines; without it the corpus is generated. */
export async function measureInChromium(
  size: number,
  corpus: string | undefined,
  say: (words: string) => void,
): Promise<{ readonly ours: Measured; readonly sqliteWasm: Measured }> {
  const files = new Map<string, readonly [type: string, body: string | Buffer]>([
    ['/', ['text/html', '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>']],
    ['/page.js', ['text/javascript', await bundled('page.ts')]],
    ['/worker.js', ['text/javascript', await bundled('bench.worker.ts')]],
    ['/peer.js', ['text/javascript', await bundled('sqlite.worker.ts')]],
    ...['sqlite3.mjs', 'sqlite3-opfs-async-proxy.js', 'sqlite3.wasm'].map((name) => {
      const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript'
      return [`/sqlite/${name}`, [type, readFileSync(join(sqlite, name))]] as const
    }),
  ])
  const server = createServer((request, response) => {
    const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
    const file: readonly [string, string | Buffer] | undefined =
      request.url === '/corpus' && corpus !== undefined
        ? ['text/plain', readFileSync(corpus)]
        : files.get(request.url ?? '')
    const type = file?.[0] ?? 'text/plain'
    response.writeHead(file ? 200 : 404, {
      ...isolated,
      'Content-Type': type.startsWith('text') ? `${type}; charset=utf-8` : type,
    })
    response.end(file?.[1])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A profile on the disk: in a private context every read of a file asks another process.
  const profile = mkdtempSync(join(tmpdir(), 'bench-'))
  const context = await chromium.launchPersistentContext(profile, chromiumLaunch())
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // it listens on a port
    await context.exposeFunction('offprintSays', say)
    const page = await context.newPage()
    const figures: Record<string, readonly number[]> = {}
    await page.goto(address)
    const measure = (worker: string) =>
      page.evaluate(
        ([count, file, script]) =>
          window.offprintBench(
            { kind: 'measure', size: count, ...(file === undefined ? {} : { corpus: file }) },
            script,
          ),
        [size, corpus === undefined ? undefined : '/corpus', worker] as const,
      )
    const measured = await measure('/worker.js')
    if (measured.kind === 'measured') Object.assign(figures, measured.figures)
    const started = []
    for (let round = 0; round < rounds; round++) {
      await page.goto(address)
      started.push(await page.evaluate(() => window.offprintBench({ kind: 'start', query: 'an ri' })))
    }
    const peer = size <= mostForSqlite ? await measure('/peer.js') : undefined
    figures['start'] = started.map(({ sinceStartMs }) => sinceStartMs)
    figures['workerStart'] = started.map(({ tookMs }) => tookMs)
    return { ours: figures, sqliteWasm: peer?.kind === 'measured' ? peer.figures : {} }
  } finally {
    await context.close()
    server.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function bundled(entry: string): Promise<string> {
  const config: InlineConfig = {
    configFile: false,
    root: repository,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome114',
      lib: { entry: inRepository('tests', 'bench', 'search', entry), formats: ['es'], fileName: 'bundle' },
    },
  }
  const built = await build(config)
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('Nothing was built.')
  return output.output[0].code
}
