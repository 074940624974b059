// All files below folders of the vault. Links are listed and not followed: what they lead to is not the vault's.
import { promises as files } from 'node:fs'
import { codeOf } from './disk.ts'
import { onDisk, type VaultPath } from './layout.ts'

export type Walked = {
  readonly files: VaultPath[]
  /** Folders that could not be listed, with the system's word for why. */
  readonly closed: { readonly path: VaultPath; readonly code: string }[]
}

export async function walk(root: string, folders: readonly VaultPath[], signal?: AbortSignal): Promise<Walked> {
  const walked: Walked = { files: [], closed: [] }
  const waiting = [...folders].reverse()
  for (let folder = waiting.pop(); folder !== undefined && !signal?.aborted; folder = waiting.pop()) {
    try {
      const entries = await files.readdir(onDisk(root, folder), { withFileTypes: true })
      for (const entry of entries) {
        const path = `${folder}/${entry.name}`
        if (entry.isDirectory()) waiting.push(path)
        else walked.files.push(path)
      }
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === undefined) throw thrown
      if (code !== 'ENOENT') walked.closed.push({ path: folder, code })
    }
  }
  return walked
}
