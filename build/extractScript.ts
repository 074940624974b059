// The steps of extraction as one script for a bare page of Chromium: for measuring and for writing test cases, never for the app.
import { inRepository, repository } from './repository.ts'
import type { Extraction } from '../preload/extraction.ts'

declare global {
  interface Window {
    /** What the script leaves in the page. */
    readonly offprintExtract: { extract(html: string, url: string): Extraction }
    readonly offprintExamine: typeof import('../renderer/extract/examine.ts')
    readonly offprintFreeze: typeof import('../main/capture/page/freeze.ts')
    readonly offprintLearn: typeof import('../renderer/extract/learningRows.ts')
  }
}

export async function extractScript(): Promise<string> {
  const script = await scriptOf('extractHtml.ts', 'offprintExtractHtml')
  return `${script}\nwindow.offprintExtract = { extract: offprintExtractHtml.extractHtml }`
}

/** A module of renderer/extract as a script that leaves its exports in the page under that name. */
export async function scriptOf(module: string, name: string): Promise<string> {
  const { build } = await import('vite') // here, because it takes a while to load
  const outcome = await build({
    configFile: false,
    root: repository,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'chrome114',
      lib: { entry: inRepository('renderer', 'extract', module), formats: ['iife'], name },
    },
  })
  const outputs = (Array.isArray(outcome) ? outcome : [outcome]).flatMap((one) => ('output' in one ? one.output : []))
  const script = outputs.find((one) => one.type === 'chunk')
  if (!script) throw new Error('The extraction did not build.')
  return `${script.code}\nwindow.${name} = ${name}`
}
