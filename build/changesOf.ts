// Changes below folders, for who works on between looking: what has changed meanwhile is told at the next look.
import { watch } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Editors write several files at once. */
const settleMs = 150

export type Changes = {
  /** Resolves when something has changed since the last call, or since `forget`, and is quiet again. */
  next(): Promise<void>
  /** What has changed until now is known. */
  forget(): void
  stop(): void
}

export function changesOf(folders: readonly string[]): Changes {
  let hasChanged = false
  let tell: (() => void) | undefined
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      hasChanged = true
      tell?.()
    }),
  )
  return {
    async next() {
      if (!hasChanged) await new Promise<void>((resolve) => (tell = resolve))
      await delay(settleMs)
      hasChanged = false
    },
    forget: () => void (hasChanged = false),
    stop: () => watchers.forEach((watcher) => watcher.close()),
  }
}
