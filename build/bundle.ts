// Builds the app into out/: main and the preload bridges as CommonJS (Electron 25 knows no other kind), the scripts that run inside captured
// pages as plain ones, and the renderer's pages. Does nothing when nothing has changed since the last time, unless told `--force`.
import { existsSync, readFileSync } from 'node:fs'
import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { shippedLicences, writeLicences } from './licences.ts'
import { exclusively } from './exclusively.ts'
import { giveToOwner } from './giveToOwner.ts'
import { cacheFolder, inRepository, repository } from './repository.ts'
import { NotReady, orSayWhy, say } from './say.ts'
import { stateOfSources } from './stateOfSources.ts'

export const outFolder = inRepository('out')
/** A file in it that changes with it: the state of the sources it was built from. */
const mark = 'built-from'
const stateFile = join(outFolder, mark)

/** The oldest Chromium and Node that the app has to run on: those of the test runtime. */
const pageTarget = 'chrome114'
const nodeTarget = 'node18'

/** What runs inside captured pages; main reads the file and hands its text to the page. */
const pageScripts = ['freeze', 'refuse'] as const
/** Of the icon in the tray: Electron takes the one of double size on dense screens. */
const trayPictures = [
  [16, 'tray.png'],
  [32, 'tray@2x.png'],
] as const
/** `extract` is the hidden page that turns documents into articles. */
const pages = ['index', 'extract'] as const

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const unknown = args.filter((word) => word !== '--force')
    if (unknown.length > 0) throw new NotReady(`${unknown.join(', ')} is not known here. Options: --force`)
    const built = await bundle({ force: args.includes('--force') })
    say(built ? 'built' : 'nothing has changed since the last build')
    return 0
  })
}

/** A source that does not compile. */
export class BundleFailed extends NotReady {
  override readonly exitCode = 1
}

/** True when something had to be built. */
export async function bundle(options: { force?: boolean } = {}): Promise<boolean> {
  if (options.force !== true && isFresh()) return false
  return exclusively('bundle', async () => {
    if (options.force !== true && isFresh()) return false
    const state = stateOfSources()
    const work = join(cacheFolder, 'new-out')
    await rm(work, { recursive: true, force: true })
    const broken = await buildAll(await steps(work))
    if (broken.length > 0) throw new BundleFailed(broken.join('\n'))
    await copyPdfTables(join(work, 'renderer', 'pdf'))
    await cp(
      inRepository('node_modules', '@duckduckgo', 'autoconsent', 'rules', 'compact-rules.json'),
      join(work, 'page', 'consentRules.json'),
    )
    for (const [size, name] of trayPictures)
      await cp(inRepository('build', 'icons', `${size}x${size}.png`), join(work, 'main', name))
    await writeLicences(work, shippedLicences())
    await writeFile(join(work, mark), state)
    await replaceOut(work)
    await giveToOwner(outFolder)
    return true
  })
}

/** Characters of Asian scripts, typefaces that every reader of PDFs has, and a decoder that needs no WebAssembly, which our pages forbid. */
async function copyPdfTables(folder: string): Promise<void> {
  const from = inRepository('node_modules', 'pdfjs-dist')
  for (const name of ['cmaps', 'standard_fonts']) await cp(join(from, name), join(folder, name), { recursive: true })
  for (const name of await readdir(join(from, 'wasm')))
    if (/nowasm|^LICENSE/.test(name)) await cp(join(from, 'wasm', name), join(folder, 'wasm', name))
}

function isFresh(): boolean {
  return existsSync(stateFile) && readFileSync(stateFile, 'utf8') === stateOfSources()
}

/** In an instant, because an app may be running from there. */
async function replaceOut(work: string) {
  const old = join(cacheFolder, 'old-out')
  await rm(old, { recursive: true, force: true })
  if (existsSync(outFolder)) await rename(outFolder, old)
  await rename(work, outFolder)
  await rm(old, { recursive: true, force: true })
}

/** Goes on after a step that fails, so that all that is wrong is said at once. */
async function buildAll(configs: readonly InlineConfig[]): Promise<string[]> {
  const { build } = await import('vite') // here, because most starts build nothing and Vite takes a while to load
  const broken: string[] = []
  for (const config of configs) {
    try {
      await build(config)
    } catch (error) {
      broken.push(error instanceof Error ? error.message : String(error))
    }
  }
  return broken
}

async function steps(out: string): Promise<InlineConfig[]> {
  const { default: react } = await import('@vitejs/plugin-react')
  return [
    commonJs('main/main.ts', join(out, 'main'), 'main.cjs'),
    ...['bridge', 'extractBridge'].map((name) => commonJs(`preload/${name}.ts`, join(out, 'preload'), `${name}.cjs`)),
    ...pageScripts.map((name) => plainScript(`main/capture/page/${name}.ts`, join(out, 'page'), name)),
    renderer([react()], join(out, 'renderer')),
    readerSheet(join(out, 'renderer')),
  ]
}

function common(target: string): InlineConfig {
  return {
    configFile: false,
    root: repository,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    // What is loaded from the disk may be large.
    build: { target, emptyOutDir: false, sourcemap: false, reportCompressedSize: false, chunkSizeWarningLimit: 4_000 },
  }
}

/** One file with all it needs but Electron and Node themselves. */
function commonJs(entry: string, folder: string, fileName: string): InlineConfig {
  const base = common(nodeTarget)
  return {
    ...base,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...base.build,
      ssr: inRepository(entry),
      outDir: folder,
      minify: false,
      rolldownOptions: {
        external: ['electron', /^electron\//, ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: fileName, codeSplitting: false },
      },
    },
  }
}

/** A script without imports or exports: its text can be evaluated anywhere. Small, because it goes into each page anew. */
function plainScript(entry: string, folder: string, name: string): InlineConfig {
  const base = common(pageTarget)
  return {
    ...base,
    build: {
      ...base.build,
      outDir: folder,
      minify: true,
      lib: { entry: inRepository(entry), formats: ['iife'], name: `offprint_${name}`, fileName: () => `${name}.js` },
    },
  }
}

function renderer(plugins: NonNullable<InlineConfig['plugins']>, folder: string): InlineConfig {
  const base = common(pageTarget)
  const root = inRepository('renderer')
  const inputs = pages.map((name) => join(root, `${name}.html`))
  return {
    ...base,
    root,
    base: '/',
    plugins,
    worker: { format: 'es' },
    build: {
      ...base.build,
      cssTarget: pageTarget,
      outDir: folder,
      assetsInlineLimit: 0, // the pages' policies allow no data: addresses for fonts and styles
      modulePreload: { polyfill: false },
      rolldownOptions: { input: inputs, checks: { pluginTimings: false } },
    },
  }
}

/** The reader frame is an empty page of the protocol's own; it links this one sheet by a name that never changes. */
function readerSheet(folder: string): InlineConfig {
  const base = common(pageTarget)
  return {
    ...base,
    base: '/',
    build: {
      ...base.build,
      cssTarget: pageTarget,
      outDir: folder,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: inRepository('renderer', 'styles', 'reading.css'),
        output: {
          assetFileNames: (asset) =>
            asset.names.includes('reading.css') ? 'reader.css' : 'assets/[name]-[hash][extname]',
        },
      },
    },
  }
}
