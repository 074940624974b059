import { createServer, type Server, type Socket } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { hasTray } from '../../main/hasTray.ts'

const folder = mkdtempSync(join(tmpdir(), 'bus-'))
let server: Server | undefined

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
})
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

test('a bus on which somebody shows such icons means yes, one on which nobody does means no', async () => {
  for (const isThere of [true, false]) {
    const bus = await startBus(isThere)
    expect(await hasTray('linux', bus.address)).toBe(isThere)
    expect(bus.asked()).toContain('org.kde.StatusNotifierWatcher')
    server?.close()
  }
})

test('without a bus, with one that is gone and with one that refuses us there is no tray', async () => {
  expect(await hasTray('linux', '')).toBe(false)
  expect(await hasTray('linux', 'tcp:host=localhost,port=1')).toBe(false)
  expect(await hasTray('linux', `unix:path=${join(folder, 'gone')}`)).toBe(false)
  expect(await hasTray('linux', 'unix:path=/run/%zz/bus')).toBe(false)
  const refusing = await listen('refuses', (socket) => void socket.write('REJECTED EXTERNAL\r\n'))
  expect(await hasTray('linux', refusing)).toBe(false)
})

test('Windows and macOS have one, and no bus is asked', async () => {
  expect(await hasTray('win32', undefined)).toBe(true)
  expect(await hasTray('darwin', undefined)).toBe(true)
})

/** Says as much of the protocol as a real one would to such a caller, signals in between included, in pieces of any size. */
async function startBus(isThere: boolean): Promise<{ address: string; asked(): string }> {
  let asked = ''
  const address = await listen(`bus-${isThere}`, (socket, chunk) => {
    asked += chunk.toString('latin1')
    if (chunk.toString('latin1').startsWith('\0AUTH EXTERNAL ')) socket.write('OK 0123456789abcdef\r\n')
    else if (chunk.includes('NameHasOwner')) {
      const answers = Buffer.concat([
        message(2, string(':1.7')), // to Hello
        message(4, string(':1.7')), // the signal NameAcquired
        message(2, uint32(isThere ? 1 : 0)),
      ])
      for (let from = 0; from < answers.length; from += 7) socket.write(answers.subarray(from, from + 7))
    }
  })
  return { address, asked: () => asked }
}

async function listen(name: string, onData: (socket: Socket, chunk: Buffer) => void): Promise<string> {
  const path = join(folder, name)
  server = createServer((socket) => {
    let held = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk])
      onData(socket, held)
      held = Buffer.alloc(0)
    })
  })
  await new Promise<void>((resolve) => server?.listen(path, resolve))
  return `unix:path=${path},guid=0`
}

/** A header without fields but one, as short as it may be. */
function message(type: number, body: Buffer): Buffer {
  const fields = Buffer.from([8, 1, 'g'.charCodeAt(0), 0, 1, 's'.charCodeAt(0), 0])
  const head = Buffer.alloc(16)
  head.write('l', 'latin1')
  head[1] = type
  head[3] = 1
  head.writeUInt32LE(body.length, 4)
  head.writeUInt32LE(1, 8)
  head.writeUInt32LE(fields.length, 12)
  const whole = Buffer.concat([head, fields])
  return Buffer.concat([whole, Buffer.alloc(-whole.length & 7), body])
}

function string(text: string): Buffer {
  return Buffer.concat([uint32(Buffer.byteLength(text)), Buffer.from(`${text}\0`)])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
