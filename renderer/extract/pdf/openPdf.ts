// Opens a PDF with pdf.js (Apache-2.0), which is fetched when the first one is opened. It is drawn and read, never run: no evaluation of code, no
// scripts of the document, nothing from the network but our own tables of fonts and characters.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { trustedScriptUrl } from '../trustedHtml.ts'

export type Pdf = PDFDocumentProxy

export type OpenedPdf =
  | { readonly kind: 'open'; readonly pdf: Pdf; close(): void }
  /** It asks for a password. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'damaged' }

/** Where the bundle puts the tables that pdf.js comes with. */
const tables = '/pdf/'

/** A canvas of more pixels is drawn smaller. */
const maxCanvasPixels = 16_000_000
const maxImagePixels = 60_000_000

/** Takes the bytes over. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const port = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'pdf' })
  const worker = PDFWorker.create({ port })
  const close = () => {
    worker.destroy()
    port.terminate()
  }
  const loading = getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: true,
    cMapUrl: `${location.origin}${tables}cmaps/`,
    standardFontDataUrl: `${location.origin}${tables}standard_fonts/`,
    wasmUrl: `${location.origin}${tables}wasm/`,
    canvasMaxAreaInBytes: maxCanvasPixels * 4,
    maxImageSize: maxImagePixels,
    verbosity: 0,
  })
  try {
    return { kind: 'open', pdf: await loading.promise, close }
  } catch (error) {
    close()
    return { kind: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' }
  }
}
