// Saves a text where the person says: whole or not at all, and what stood there before stays when it fails.
import { dialog, type BrowserWindow } from 'electron'
import { randomBytes } from 'node:crypto'
import { promises as files } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { failed, ok, type Result } from '../preload/failure.ts'
import type { FailureReason } from '../preload/failureReasons.de.ts'
import { safeFileName } from './safeFileName.ts'
import { diskFailure } from './vault/diskFailure.ts'

/** The name it was saved under; null when the person thought better of it. */
export async function saveFile(
  parent: BrowserWindow | undefined,
  name: string,
  text: string,
): Promise<Result<string | null>> {
  const dotted = extname(name)
  const extension = dotted.slice(1)
  const defaultPath = safeFileName(basename(name, dotted), dotted)
  const options = { defaultPath, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }
  const { canceled, filePath } = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options)
  if (canceled || !filePath) return ok(null)
  return writeBeside(filePath, text)
}

/** The name it was written under. */
export async function writeBeside(path: string, content: string | Uint8Array): Promise<Result<string>> {
  // A name that nobody else has: a browser calls what it is still bringing by the file's own name and `.part`.
  const beside = join(dirname(path), `.offprint-${randomBytes(8).toString('hex')}`)
  try {
    await files.writeFile(beside, content, { flag: 'wx', flush: true })
    await files.rename(beside, path)
    return ok(basename(path))
  } catch (thrown) {
    await files.rm(beside, { force: true }).catch(() => undefined) // what could not be written cannot always be removed
    return failed({ code: 'file-not-written', file: basename(path), reason: reasonOf(thrown) })
  }
}

function reasonOf(thrown: unknown): string {
  const failure = diskFailure(thrown)
  return failure.code === 'cannot-write' ? failure.reason : ('the disk is full' satisfies FailureReason)
}
