// The files under acts/, of all devices: which there are, and how they end.
import { promises as files } from 'node:fs'
import { deviceId } from '../../preload/act.ts'
import { decodeLine } from './actLine.ts'
import { codeOf } from './disk.ts'
import { deviceActsPath, kindOf, onDisk, type VaultPath } from './layout.ts'
import { linesOf, type FileLine } from './lines.ts'

export type ActFile = {
  readonly path: VaultPath
  /** The path below acts/, as the cursor has it. */
  readonly key: string
  readonly device: string
  readonly sizeBytes: number
  /** A sync program has put it aside: read, and never written to. */
  readonly isCopy: boolean
}

export type Tail = {
  /** The end of the last line whose checksum holds. */
  readonly goodBytes: number
  /** What stands behind it. */
  readonly rest: Buffer
  /** Of the last act. */
  readonly clock: string | undefined
}

const firstTailBytes = 1 << 16

/** The oldest months first. What is no file of acts is left out; `verify` names it. */
export async function listActFiles(root: string): Promise<ActFile[]> {
  const devices = (await namesIn(onDisk(root, 'acts'))).filter((name) => deviceId.safeParse(name).success)
  const lists = await Promise.all(
    devices.map(async (device) => {
      const names = await namesIn(onDisk(root, `acts/${device}`))
      const found = await Promise.all(names.map((name) => lookAt(root, device, name)))
      return found.flatMap((file) => (file ? [file] : []))
    }),
  )
  const order = (file: ActFile) => `${file.key.slice(11)} ${file.device}`
  return lists.flat().sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The newest file that each device has written. */
export function newestOf(all: readonly ActFile[]): ActFile[] {
  return [...new Map(all.filter(({ isCopy }) => !isCopy).map((file) => [file.device, file])).values()]
}

/** Reads as little of the end as it takes to find a good line. */
export async function tailOf(path: string, sizeBytes: number): Promise<Tail> {
  for (let windowBytes = firstTailBytes; ; windowBytes *= 4) {
    const from = Math.max(0, sizeBytes - windowBytes)
    const tail = await tailFrom(path, from, sizeBytes)
    if (tail) return tail
    if (from === 0) return { goodBytes: 0, rest: await bytesOf(path, 0, sizeBytes), clock: undefined }
  }
}

export async function bytesOf(path: string, from: number, to: number): Promise<Buffer> {
  const handle = await files.open(path, 'r')
  try {
    const bytes = Buffer.alloc(to - from)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function tailFrom(path: string, from: number, to: number): Promise<Tail | undefined> {
  const ended: FileLine[] = []
  for await (const lines of linesOf(path, from, to)) ended.push(...lines.filter(({ isEnded }) => isEnded))
  // The first line of the window may be a part of one; its checksum says so.
  let goodBytes: number | undefined
  for (const line of ended.reverse()) {
    const found = decodeLine(line.bytes)
    if (found.kind === 'damaged') continue
    goodBytes ??= line.end
    if (found.clock !== undefined) return { goodBytes, rest: await bytesOf(path, goodBytes, to), clock: found.clock }
  }
  return goodBytes === undefined ? undefined : { goodBytes, rest: await bytesOf(path, goodBytes, to), clock: undefined }
}

async function lookAt(root: string, device: string, name: string): Promise<ActFile | undefined> {
  const path = `${deviceActsPath(device)}/${name}`
  const { kind } = kindOf(path)
  if (kind !== 'acts' && kind !== 'acts-copy') return undefined
  try {
    const { size } = await files.stat(onDisk(root, path))
    return { path, key: `${device}/${name}`, device, sizeBytes: size, isCopy: kind === 'acts-copy' }
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined // gone since the folder was listed
    throw thrown
  }
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await files.readdir(path)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT' || codeOf(thrown) === 'ENOTDIR') return []
    throw thrown
  }
}
