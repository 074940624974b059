import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deviceId } from '../../../preload/act.ts'
import { deviceBefore, deviceFor, forgetDeviceBefore } from '../../../main/vault/device.ts'
import { filesBelow, newFolder } from './sample.ts'

test('a profile keeps its device', async () => {
  const profile = newFolder()
  const device = await deviceFor(profile)
  expect(deviceId.safeParse(device).success).toBe(true)
  expect(await deviceFor(profile)).toBe(device)
  expect(filesBelow(profile)).toEqual(['device.json'])
})

test('two profiles are two devices', async () => {
  expect(await deviceFor(newFolder())).not.toBe(await deviceFor(newFolder()))
})

test('G12: a profile that was copied to another machine becomes a device of its own', async () => {
  const [here, there] = [newFolder(), newFolder()]
  const device = await deviceFor(here, 'this machine')
  cpSync(here, there, { recursive: true })
  const copied = await deviceFor(there, 'another machine')
  expect(copied).not.toBe(device)
  expect(await deviceFor(there, 'another machine')).toBe(copied)
  expect(await deviceFor(here, 'this machine')).toBe(device)
})

test('a damaged file gives a new device, never half of an old one', async () => {
  const profile = newFolder()
  const device = await deviceFor(profile)
  const path = join(profile, 'device.json')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(device, `${device.slice(0, 9)}${device.endsWith('0') ? '1' : '0'}`))
  const next = await deviceFor(profile)
  expect(next.slice(0, 9)).not.toBe(device.slice(0, 9))
})

test('the file does not tell the name of the machine', async () => {
  const profile = newFolder()
  await deviceFor(profile)
  // Looked for as it is, a name of two letters would be found in letters of chance now and then.
  const { device, machine, ...rest } = JSON.parse(readFileSync(join(profile, 'device.json'), 'utf8')) as Record<
    string,
    string
  >
  expect(device).toMatch(/^[0-9a-z]{10}$/)
  expect(machine).toMatch(/^[0-9a-f]{32}$/)
  expect(Object.keys(rest)).toEqual(['checksum'])
})

test('a profile whose machine has got another name remembers which device it was, until that is done with', async () => {
  const profile = newFolder()
  const device = await deviceFor(profile, 'a machine')
  expect(await deviceBefore(profile)).toBeUndefined()
  const next = await deviceFor(profile, 'the same under another name')
  expect(await deviceBefore(profile)).toBe(device)
  await forgetDeviceBefore(profile)
  expect(await deviceBefore(profile)).toBeUndefined()
  expect(await deviceFor(profile, 'the same under another name')).toBe(next)
})
