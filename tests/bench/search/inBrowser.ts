// Measures our engine in a page of our own on a loopback server, isolated so that it may ask for its memory: in Chromium, or in the app's own Electron.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { build, type InlineConfig } from 'vite'
import { chromiumLaunch, ensureChromium } from '../../../build/chromium.ts'
import { inRepository, repository } from '../../../build/repository.ts'
import { launchApp } from '../../e2e/app.ts'
import type { FromBench, ToBench } from './bench.worker.ts'
import type { Measured } from './measure.ts'

const rounds = 5
const letGoMs = 1_000
/** Else a page that asks for its memory waits for the next collection of garbage. */
const measuresMemoryAtOnce = '--enable-blink-features=ForceEagerMeasureMemory'
const sqlite = inRepository('node_modules', '@sqlite.org', 'sqlite-wasm', 'sqlite-wasm', 'jswasm')

export type Browser = 'chromium' | 'electron'

type Opened = { readonly page: Page; close(): Promise<void> }

/** `corpus`: a file of JSON lines; without it the corpus is generated. */
export async function measureInBrowser(
  browser: Browser,
  size: number,
  corpus: string | undefined,
  say: (words: string) => void,
): Promise<Measured> {
  return withPage(browser, corpus, async (page, address) => {
    await page.context().exposeFunction('offprintSays', say)
    await page.goto(address)
    const built = await inPage(page, { ...measuring(size, corpus), kind: 'build' }, '/worker.js')
    // The worker before lets go of its files a moment after it was ended; a start has none before it.
    const anew = async () => {
      await page.goto('about:blank')
      await page.waitForTimeout(letGoMs)
      await page.goto(address)
    }
    const starts = async () => {
      const started = []
      for (let round = 0; round < rounds; round++) {
        await anew()
        started.push(await inPage(page, { kind: 'start', query: 'an ri' }, '/worker.js'))
      }
      return { page: started.map(({ sinceStartMs }) => sinceStartMs), worker: started.map(({ tookMs }) => tookMs) }
    }
    const merged = await starts()
    await anew()
    const measured = await inPage(page, measuring(size, corpus), '/worker.js')
    // A thousand articles were added one by one meanwhile, and as many removed.
    const changed = await starts()
    return {
      ...figuresIn(built),
      ...figuresIn(measured),
      start: merged.page,
      workerStart: merged.worker,
      startChanged: changed.page,
      workerStartChanged: changed.worker,
    }
  })
}

/** SQLite's FTS5 in WebAssembly, with the same corpus and the same questions. */
export async function measureSqlite(size: number, corpus: string | undefined): Promise<Measured> {
  return withPage('chromium', corpus, async (page, address) => {
    await page.goto(address)
    return figuresIn(await inPage(page, measuring(size, corpus), '/peer.js'))
  })
}

function measuring(size: number, corpus: string | undefined): ToBench & { kind: 'build' | 'measure' } {
  return { kind: 'measure', size, ...(corpus === undefined ? {} : { corpus: '/corpus' }) }
}

/** How long it takes to read a page of the index from a private file, and from IndexedDB. */
export async function measureStores(browser: Browser): Promise<Measured> {
  return withPage(browser, undefined, async (page, address) => {
    await page.goto(address)
    return figuresIn(await inPage(page, { kind: 'stores' }, '/worker.js'))
  })
}

function figuresIn(said: FromBench): Measured {
  return said.kind === 'measured' ? said.figures : {}
}

function inPage(page: Page, message: ToBench, worker: string) {
  return page.evaluate(([asked, script]) => window.offprintBench(asked, script), [message, worker] as const)
}

async function withPage<T>(
  browser: Browser,
  corpus: string | undefined,
  use: (page: Page, address: string) => Promise<T>,
): Promise<T> {
  const files = new Map<string, readonly [type: string, body: string | Buffer]>([
    ['/', ['text/html', '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>']],
    ...(await bundled('page.ts', 'page')),
    ...(await bundled('bench.worker.ts', 'worker')),
    ...(await bundled('sqlite.worker.ts', 'peer')),
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
  const opened = await (browser === 'chromium' ? openPersistent() : openElectron())
  try {
    return await use(opened.page, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`) // it listens on a port
  } finally {
    await opened.close()
    server.close()
  }
}

async function openPersistent(): Promise<Opened> {
  await ensureChromium()
  // A profile on the disk: in a private context every read of a file asks another process.
  const profile = mkdtempSync(join(tmpdir(), 'bench-'))
  const { args, ...launch } = chromiumLaunch()
  const context = await chromium.launchPersistentContext(profile, { ...launch, args: [...args, measuresMemoryAtOnce] })
  return {
    page: await context.newPage(),
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** A window beside that of the app, with private files of its own. */
async function openElectron(): Promise<Opened> {
  const app = await launchApp()
  const opened = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }) => {
    const partition = 'persist:bench'
    const window = new BrowserWindow({ show: false, webPreferences: { partition, backgroundThrottling: false } })
    return window.loadURL('about:blank')
  })
  return { page: await opened, close: app.close }
}

/** What is loaded when it is wanted is a file of its own. */
async function bundled(entry: string, name: string) {
  const config: InlineConfig = {
    configFile: false,
    root: repository,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome114',
      lib: { entry: inRepository('tests', 'bench', 'search', entry), formats: ['es'], fileName: () => `${name}.js` },
    },
  }
  const built = await build(config)
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('Nothing was built.')
  return output.output.map(
    (chunk) => [`/${chunk.fileName}`, ['text/javascript', 'code' in chunk ? chunk.code : '']] as const,
  )
}
