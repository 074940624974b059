// What belongs to this machine and not to the library: looks, pane widths, allowances, the window's place. One small JSON file in the profile.
import { promises as files, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { defaultSettings, settings as schema, type Settings } from '../preload/contract.ts'
import { log } from './log.ts'
import { realDisk, type Disk } from './vault/disk.ts'

const windowPlace = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(720),
  height: z.number().int().min(520),
  maximised: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlace>

const fileSchema = z.object({ settings: schema, window: windowPlace })
type Stored = z.infer<typeof fileSchema>

const fresh: Stored = { settings: defaultSettings, window: { width: 1280, height: 832, maximised: false } }

export type SettingsFile = {
  read(): Settings
  /** Holds at once, and is written behind: a disk that is busy keeps nothing here waiting. */
  write(change: Partial<Settings>): Settings
  readWindow(): WindowPlace
  writeWindow(place: WindowPlace): void
  /** Resolves when what was written so far would survive a power cut, or cannot be kept. */
  kept(): Promise<void>
}

/** Reads the file once; a missing or damaged one means the defaults, key by key. */
export function openSettings(file: string, disk: Disk = realDisk): SettingsFile {
  let stored = load(file)
  let onDisk = stored
  let keeping: Promise<void> | undefined
  const keep = async () => {
    while (onDisk !== stored) {
      const next = stored
      try {
        await replace(disk, file, JSON.stringify(next, undefined, 2))
      } catch (cause) {
        log.error('settings could not be written', cause) // they hold until the app is closed; nothing of the library is in them
      }
      onDisk = next
    }
    keeping = undefined
  }
  const save = (next: Stored) => {
    stored = next
    keeping ??= keep()
  }
  return {
    read: () => stored.settings,
    write(change) {
      save({ ...stored, settings: schema.parse({ ...stored.settings, ...change }) })
      return stored.settings
    },
    readWindow: () => stored.window,
    writeWindow: (window) => save({ ...stored, window }),
    kept: async () => keeping,
  }
}

/** As the vault's files: the text is durable before it takes the name, and the name after it. */
async function replace(disk: Disk, path: string, text: string): Promise<void> {
  await files.mkdir(dirname(path), { recursive: true })
  const written = await disk.open(`${path}.new`, 'any')
  try {
    await written.truncate(0)
    await written.write(Buffer.from(text), 0)
    await written.sync()
  } finally {
    await written.close()
  }
  await disk.rename(`${path}.new`, path)
  await disk.syncFolder(dirname(path))
}

function load(file: string): Stored {
  let raw: unknown
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return fresh // the first start, or a torn file
  }
  const parts = z
    .object({ settings: z.record(z.string(), z.unknown()).catch({}), window: z.unknown().optional() })
    .catch({ settings: {}, window: undefined })
    .parse(raw)
  const kept = Object.entries(parts.settings).filter(
    ([key, value]) => key in schema.shape && schema.shape[key as keyof Settings].safeParse(value).success,
  )
  return {
    settings: { ...defaultSettings, ...Object.fromEntries(kept) },
    window: windowPlace.catch(fresh.window).parse(parts.window),
  }
}
