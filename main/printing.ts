// An article on paper, or as a PDF: the app window makes the page, a hidden window under the reader's own policy lays it out.
import { app, BrowserWindow, dialog, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import type { RequestArgs, RequestResult } from '../preload/contract.ts'
import { ok, type Result } from '../preload/failure.ts'
import { shutPreferences } from './capture/shutWindow.ts'
import { safeFileName } from './safeFileName.ts'
import { writeBeside } from './saveFile.ts'
import { appOrigin } from './origins.ts'
import { words } from './words.ts'

type Request = RequestArgs<'print.article'>[0]
type Printed = RequestResult<'print.article'>

export type Printing = {
  /** What `app://offprint/print/<id>` shows, while it is being printed. */
  page(id: string): string | undefined
  print(request: Request, parent: BrowserWindow | undefined): Promise<Result<Printed>>
}

export function createPrinting(session: Session): Printing {
  const pages = new Map<string, string>()
  return {
    page: (id) => pages.get(id),
    async print(request, parent) {
      const path = request.to === 'pdf' ? await askWhere(request.title, parent) : undefined
      if (request.to === 'pdf' && path === undefined) return ok({ kind: 'cancelled' })
      const id = randomBytes(16).toString('hex')
      pages.set(id, request.html)
      const window = openHidden(session)
      try {
        await window.loadURL(`${appOrigin}/print/${id}`)
        if (path === undefined) return ok(await toPrinter(window))
        const saved = await writeBeside(path, await toPdf(window))
        return saved.ok ? ok({ kind: 'saved', name: saved.value }) : saved
      } finally {
        pages.delete(id)
        window.destroy()
      }
    },
  }
}

function openHidden(session: Session): BrowserWindow {
  const window = new BrowserWindow({ show: false, webPreferences: shutPreferences(session) })
  window.webContents.on('will-navigate', (event) => event.preventDefault())
  return window
}

function toPrinter(window: BrowserWindow): Promise<Printed> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: false, printBackground: true }, (isPrinted, reason) => {
      const isCancelled = /cancel/i.test(reason)
      resolve({ kind: isPrinted ? 'printed' : isCancelled ? 'cancelled' : 'failed' })
    })
  })
}

/** The numbers of the pages stand below the text, in the one way that every Chromium knows. */
function toPdf(window: BrowserWindow): Promise<Uint8Array> {
  const inch = 25.4
  return window.webContents.printToPDF({
    printBackground: true,
    pageSize: letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
    margins: { top: 20 / inch, bottom: 22 / inch, left: 20 / inch, right: 20 / inch },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width:100%;text-align:center;font:8px serif;color:#555"><span class="pageNumber"></span></div>',
  })
}

const letterCountries: ReadonlySet<string> = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE'])

async function askWhere(title: string, parent: BrowserWindow | undefined): Promise<string | undefined> {
  const defaultPath = safeFileName(title, '.pdf') || `${words.untitled}.pdf`
  const options = { defaultPath, filters: [{ name: 'PDF', extensions: ['pdf'] }] }
  const { canceled, filePath } = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options)
  return canceled || !filePath ? undefined : filePath
}
