// The device id of a profile on this machine. A profile that was copied to another machine gets a new one, so that two machines never write one file.
import { createHash, randomInt } from 'node:crypto'
import { promises as files } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { deviceId } from '../../preload/act.ts'

const stored = z.object({ device: deviceId, machine: z.string() })
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

export async function deviceFor(profile: string): Promise<string> {
  const file = join(profile, 'device.json')
  const machine = await machineMark()
  const known = await read(file)
  if (known?.machine === machine) return known.device
  const device = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  await files.writeFile(`${file}.new`, JSON.stringify({ device, machine }))
  await files.rename(`${file}.new`, file)
  return device
}

async function read(file: string): Promise<z.infer<typeof stored> | undefined> {
  try {
    return stored.parse(JSON.parse(await files.readFile(file, 'utf8')))
  } catch {
    return undefined // the first start, or a damaged file: a new device costs nothing
  }
}

async function machineMark(): Promise<string> {
  const id = await files.readFile('/etc/machine-id', 'utf8').catch(() => '') // other systems have none; the name must do
  return createHash('sha256').update(`${hostname()}\n${id}`).digest('hex').slice(0, 16)
}
