// When the page of the app window crashes, hangs or runs out of memory: says so, and shows it anew. What was saved lies in the vault,
// so nothing is lost.
import { dialog, type BrowserWindow } from 'electron'
import { log } from './log.ts'
import { words } from './words.ts'

type Answer = 'reopen' | 'quit'

type Options = {
  /** False for the window of a command, which nobody sees: it comes back without a question. */
  readonly isShown: boolean
  /** For tests and for systems without native dialogs. The signal says that the window works again by itself. */
  readonly ask?: (window: BrowserWindow, signal: AbortSignal) => Promise<Answer>
}

/** A window that nobody sees is left alone after so many ends: the command that waits for it has been told. */
const mostUnseen = 3

export function reopenWindow(window: BrowserWindow, { isShown, ask = askToReopen }: Options): void {
  const contents = window.webContents
  let state: 'works' | 'hangs' | 'gone' | 'ending' = 'works'
  let asking = new AbortController()
  let unseen = 0

  // Not within the event that says it is gone: Chromium is still taking it down.
  const showAnew = () =>
    setImmediate(() => {
      if (window.isDestroyed()) return
      state = 'works'
      contents.reload()
    })

  const stopped = async (how: string) => {
    log.warn(`the window stopped working (${how})`)
    if (!isShown) {
      unseen += 1
      if (unseen <= mostUnseen) showAnew()
      return
    }
    asking = new AbortController()
    const { signal } = asking
    const answer = await ask(window, signal)
    if (window.isDestroyed() || signal.aborted) return
    // Not closed: its page would be asked first, and does not answer.
    if (answer === 'quit') return window.destroy()
    if (state === 'gone') return showAnew()
    state = 'ending'
    contents.forcefullyCrashRenderer()
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    const before = state
    state = 'gone'
    if (before === 'ending') showAnew()
    // While it hangs the question is asked already.
    else if (before === 'works') void stopped(reason)
  })
  window.on('unresponsive', () => {
    if (state !== 'works' || !isShown) return
    state = 'hangs'
    void stopped('it does not answer')
  })
  window.on('responsive', () => {
    if (state !== 'hangs') return
    state = 'works'
    asking.abort()
  })
}

async function askToReopen(window: BrowserWindow, signal: AbortSignal): Promise<Answer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.stopped,
    buttons: [words.reopen, words.quit],
    defaultId: 0,
    cancelId: 0,
    signal,
  })
  return response === 1 ? 'quit' : 'reopen'
}
