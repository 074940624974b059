// Whether this system has a place for an icon of ours. Windows and macOS always have; on Linux it is a program of the desktop that says so on the session
// bus, and many desktops run none: an icon there would be made and never seen. The two calls that takes are written here; a library for the bus was refused.
import { createConnection, type Socket } from 'node:net'

/** A bus that has not answered within this does not work. */
const busMs = 2_000
const watcher = 'org.kde.StatusNotifierWatcher'

/** `address`: of the session bus. Never throws. */
export async function hasTray(
  platform: NodeJS.Platform = process.platform,
  address: string | undefined = addressOf(process.env),
): Promise<boolean> {
  if (platform !== 'linux') return true
  let socket: Socket | undefined
  try {
    const path = socketOf(address ?? '')
    if (path === undefined) return false
    socket = createConnection({ path })
    return await asked(socket)
  } catch {
    return false // no bus, or one that does not work: then there is no tray that we could use either
  } finally {
    socket?.destroy()
  }
}

/** Where the environment names none, it lies where systemd puts it. */
function addressOf(environment: NodeJS.ProcessEnv): string | undefined {
  const runtime = environment['XDG_RUNTIME_DIR']
  return environment['DBUS_SESSION_BUS_ADDRESS'] ?? (runtime === undefined ? undefined : `unix:path=${runtime}/bus`)
}

function socketOf(address: string): string | undefined {
  const [, kind, path] = /(?:^|;)unix:(?:[^;]*,)?(path|abstract)=([^,;]+)/.exec(address) ?? []
  if (path === undefined) return undefined
  return (kind === 'abstract' ? '\0' : '') + decodeURIComponent(path)
}

async function asked(socket: Socket): Promise<boolean> {
  const read = reader(socket)
  const uid = String(process.getuid?.() ?? 0)
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(uid).toString('hex')}\r\n`)
  if (!(await read.line()).startsWith('OK ')) return false
  socket.write('BEGIN\r\n')
  socket.write(call(1, 'Hello'))
  socket.write(call(2, 'NameHasOwner', watcher))
  for (;;) {
    const { isReply, body } = await read.message()
    // The bus answers in order; signals stand in between. The answer to `Hello` is a name, this one a number.
    if (isReply && body.length === 4) return body.readUInt32LE(0) === 1
  }
}

/** A call to the bus itself, with one string or none. */
function call(serial: number, member: string, argument?: string): Buffer {
  const body = argument === undefined ? Buffer.alloc(0) : text(argument)
  const fields = [
    field(1, 'o', text('/org/freedesktop/DBus')),
    field(2, 's', text('org.freedesktop.DBus')),
    field(3, 's', text(member)),
    field(6, 's', text('org.freedesktop.DBus')),
    ...(argument === undefined ? [] : [field(8, 'g', Buffer.from([1, 's'.charCodeAt(0), 0]))]),
  ]
  const all = Buffer.concat(fields.map((one, n) => (n === fields.length - 1 ? one : padded(one))))
  const head = Buffer.alloc(16)
  head.write('l\u0001\u0000\u0001', 'latin1') // little-endian, a call, no flags, version 1
  head.writeUInt32LE(body.length, 4)
  head.writeUInt32LE(serial, 8)
  head.writeUInt32LE(all.length, 12)
  return Buffer.concat([padded(Buffer.concat([head, all])), body])
}

function field(code: number, type: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), value])
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length - 1)
  return Buffer.concat([length, bytes])
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 7)])
}

type Message = { readonly isReply: boolean; readonly body: Buffer }

function reader(socket: Socket) {
  let held = Buffer.alloc(0)
  let wake = () => undefined as void
  let broken: Error | undefined
  const end = (error?: Error) => {
    broken ??= error ?? new Error('the bus hung up')
    wake()
  }
  socket.setTimeout(busMs, () => end(new Error('the bus is silent')))
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    wake()
  })
  socket.on('error', end)
  socket.on('close', () => end())

  /** The first so many bytes, once they are there; `sizeNow` says how many as far as is known, undefined while it is not. */
  async function take(sizeNow: () => number | undefined): Promise<Buffer> {
    for (;;) {
      const size = sizeNow()
      if (size !== undefined && held.length >= size) {
        const taken = held.subarray(0, size)
        held = held.subarray(size)
        return taken
      }
      if (broken) throw broken
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    async line(): Promise<string> {
      return (await take(() => (held.includes('\r\n') ? held.indexOf('\r\n') + 2 : undefined))).toString('latin1')
    },
    async message(): Promise<Message> {
      const bodyAt = () => 16 + ((held.readUInt32LE(12) + 7) & ~7)
      let from = 0
      const all = await take(() => {
        if (held.length < 16) return undefined
        from = bodyAt()
        return from + held.readUInt32LE(4)
      })
      return { isReply: all[1] === 2, body: all.subarray(from) }
    },
  }
}
