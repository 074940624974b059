// Which device this is: one profile on one machine. Two devices must never share a name, for each writes its acts to files of its own;
// so a profile that was copied to another machine gets a new one. A new one too many does no harm: what the one before has left is known.
import { execFile } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { promises as files } from 'node:fs'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { z } from 'zod'
import { deviceId } from '../../preload/act.ts'
import { realDisk } from './disk.ts'
import { createFolders } from './folders.ts'
import { onDisk } from './layout.ts'
import { read } from './read.ts'
import { seal, unseal } from './sealed.ts'
import { write } from './write.ts'

const fileName = 'device.json'
const letters = '0123456789abcdefghijklmnopqrstuvwxyz'
const stored = z.object({
  device: deviceId,
  machine: z.string(),
  /** Which device this profile was before its machine changed, or only its name. */
  before: deviceId.optional(),
})

/** `profile` is an existing folder. Throws what the disk throws. */
export async function deviceFor(profile: string, machine?: string): Promise<string> {
  const mark = machine ?? (await machineMark())
  const known = await readDevice(profile)
  if (known?.machine === mark) return known.device
  const device = Array.from({ length: 10 }, () => letters.charAt(randomInt(letters.length))).join('')
  const before = known && { before: known.device }
  await writeDevice(profile, { device, machine: mark, ...before })
  return device
}

/** The device whose waiting links are to be taken over; they would wait for ever. */
export async function deviceBefore(profile: string): Promise<string | undefined> {
  return (await readDevice(profile))?.before
}

export async function forgetDeviceBefore(profile: string): Promise<void> {
  const known = await readDevice(profile)
  if (known) await writeDevice(profile, { device: known.device, machine: known.machine })
}

async function writeDevice(profile: string, known: z.infer<typeof stored>): Promise<void> {
  const desk = { root: profile, device: known.device, disk: realDisk, folders: createFolders(profile, realDisk) }
  await write(desk, [[{ path: fileName, bytes: seal(known) }]])
}

async function readDevice(profile: string): Promise<z.infer<typeof stored> | undefined> {
  const found = await read(onDisk(profile, fileName))
  const unsealed = found.kind === 'whole' ? unseal(found.value) : undefined
  return unsealed?.ok ? stored.safeParse(unsealed.value).data : undefined
}

/** Says whether two profiles lie on the same machine, and nothing about the machine. */
async function machineMark(): Promise<string> {
  const id = (await machineId()) ?? ''
  // A Mac's name changes with the network it is in; copies of a Linux system may share their id.
  const name = id !== '' && process.platform === 'darwin' ? '' : hostname()
  return createHash('sha256').update(`offprint\n${name}\n${id}`).digest('hex').slice(0, 32)
}

async function machineId(): Promise<string | undefined> {
  switch (process.platform) {
    case 'linux':
      return (await textOf('/etc/machine-id')) ?? textOf('/var/lib/dbus/machine-id')
    case 'darwin':
      return saidBy('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], /"IOPlatformUUID" = "([^"]+)"/)
    case 'win32': {
      const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography'
      return saidBy('reg.exe', ['query', key, '/v', 'MachineGuid'], /REG_SZ\s+(\S+)/)
    }
    default:
      return undefined
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return (await files.readFile(path, 'utf8')).trim()
  } catch {
    return undefined // a system without one has its name only
  }
}

async function saidBy(program: string, args: readonly string[], wanted: RegExp): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { timeout: 3_000, windowsHide: true })
    return wanted.exec(stdout)?.[1]
  } catch {
    return undefined // as above
  }
}
