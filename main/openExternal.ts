// The only way out to the default browser.
import { dialog, shell, type BrowserWindow } from 'electron'
import { words } from './words.ts'

const longestAddress = 2_048

type Asking = {
  /** The reader sees where it leads: it is the article's own original, or a link in it. */
  readonly isExpected: boolean
  window(): BrowserWindow | undefined
}

/** http and https only, without sign-in details; what nobody pointed at is asked about first. False when it was refused, by us or by the system. */
export async function openExternal(address: string, { isExpected, window }: Asking): Promise<boolean> {
  if (!mayOpenExternally(address)) return false
  if (!isExpected && !(await agrees(address, window()))) return true // the person has said no: nothing went wrong
  try {
    await shell.openExternal(address)
    return true
  } catch {
    return false // the system knows no program for it, or cannot start it
  }
}

export function mayOpenExternally(address: string): boolean {
  if (address.length > longestAddress) return false
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false // no address, nothing to open
  }
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
}

async function agrees(address: string, parent: BrowserWindow | undefined): Promise<boolean> {
  if (!parent) return false
  const { response } = await dialog.showMessageBox(parent, {
    type: 'question',
    // A host that looks like another is shown as what it is.
    message: words.openHost(new URL(address).host),
    detail: address.length > longestShown ? `${address.slice(0, longestShown)}…` : address,
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

const longestShown = 300
