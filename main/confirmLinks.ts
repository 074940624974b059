// offprint: links may come from any web page, so nothing is saved from one before the person has agreed. At most three wait; a flood is dropped.
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import { failureWords, type Result } from '../preload/failure.ts'
import { log } from './log.ts'
import type { Intake } from './intake.ts'
import { words } from './words.ts'

const mostWaiting = 3

export type LinkDesk = {
  /** Shows what was refused, saves what the person gave, asks about what a link offered. */
  take(intakes: readonly Result<Intake>[], allow: readonly string[]): void
}

type Around = {
  window(): BrowserWindow | undefined
  /** The host for the question, or why the address cannot be saved. */
  hostOf(url: string): Result<string>
  save(urls: readonly string[], allow: readonly string[]): void
  /** For tests and for systems without native dialogs. */
  ask?: (window: BrowserWindow, host: string) => Promise<boolean>
  refuse?: (window: BrowserWindow | undefined, words: string) => Promise<unknown>
}

export function confirmLinks({ window, hostOf, save, ask = askToSave, refuse = showRefusal }: Around): LinkDesk {
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  /** One after the other; a dialog that fails stops none of those after it. */
  const inTurn = (show: () => Promise<void>) => {
    last = last.then(show).catch((error: unknown) => log.error('a link could not be asked about', error))
  }
  /** What is said, or is about to be, is not said again: a flood of bad links is one message. */
  const refusing = new Set<string>()
  const say = (reason: string) => {
    if (refusing.has(reason)) return
    refusing.add(reason)
    inTurn(async () => {
      await refuse(window(), reason).finally(() => refusing.delete(reason))
    })
  }
  const confirm = (url: string) => {
    const host = hostOf(url)
    if (!host.ok) return say(failureWords(host.failure))
    if (waiting >= mostWaiting) return
    waiting += 1
    inTurn(async () => {
      try {
        const parent = window()
        if (parent !== undefined && (await ask(parent, host.value))) save([url], [])
      } finally {
        waiting -= 1
      }
    })
  }
  return {
    take(intakes, allow) {
      for (const intake of intakes) {
        if (!intake.ok) say(failureWords(intake.failure))
        else if (intake.value.kind === 'ask') confirm(intake.value.url)
      }
      const urls = intakes.flatMap((intake) => (intake.ok && intake.value.kind === 'save' ? intake.value.urls : []))
      if (urls.length > 0) save(urls, allow)
    },
  }
}

async function askToSave(parent: BrowserWindow, host: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(parent, {
    type: 'question',
    message: words.saveHost(host),
    detail: words.saveHostText,
    buttons: [words.save, words.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

/** Not `showErrorBox`: that stops the whole process, captures and all, until it is answered. */
function showRefusal(parent: BrowserWindow | undefined, reason: string): Promise<unknown> {
  const box: MessageBoxOptions = { type: 'error', message: reason, buttons: [words.close] }
  return parent ? dialog.showMessageBox(parent, box) : dialog.showMessageBox(box)
}
