// Reads a text file that the person chooses. What is too large, or no text, is refused with the reason.
import { dialog, type BrowserWindow } from 'electron'
import { promises as files } from 'node:fs'
import { basename } from 'node:path'
import { failed, ok, type Result } from '../preload/failure.ts'

export type OpenedFile = { readonly name: string; readonly text: string }

/** All that anyone will say of a site fits in it many times. */
const mostBytes = 100_000

/** Null when the person thought better of it. */
export async function openFile(parent: BrowserWindow | undefined): Promise<Result<OpenedFile | null>> {
  const options = { properties: ['openFile' as const], filters: [{ name: 'TXT', extensions: ['txt'] }] }
  const { canceled, filePaths } = parent
    ? await dialog.showOpenDialog(parent, options)
    : await dialog.showOpenDialog(options)
  const [path] = filePaths
  if (canceled || path === undefined) return ok(null)
  return readText(path)
}

export async function readText(path: string): Promise<Result<OpenedFile>> {
  const file = basename(path)
  try {
    if ((await files.stat(path)).size > mostBytes) return failed({ code: 'file-not-read', file, why: 'too-large' })
    const text = asText(await files.readFile(path))
    return text === undefined ? failed({ code: 'file-not-read', file, why: 'no-text' }) : ok({ name: file, text })
  } catch {
    return failed({ code: 'file-not-read', file, why: 'system' }) // gone, a folder, or not ours to read
  }
}

function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined // no UTF-8
  }
}
