import { createServer, connect, type Socket } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerRemote, askHolder, type Holder, type RemoteRequest } from '../../../main/cli/remoteCommand.ts'

let folder: string
let served: Socket | undefined
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'offprint-remote-'))))
afterEach(() => rmSync(folder, { recursive: true }))

async function connected(holder: Holder): Promise<{ socket: Socket; end: () => void }> {
  const server = createServer((socket) => {
    served = socket
    void answerRemote(socket, holder)
  })
  const path = join(folder, 'socket')
  await new Promise<void>((listening) => server.listen(path, listening))
  return { socket: connect(path), end: () => server.close() }
}

const silent: Holder = { isOpen: () => true, run: () => Promise.resolve(0), open: () => true }
const list: RemoteRequest = { kind: 'command', command: { name: 'list', query: '', json: false, allow: [] } }

it('passes on what a served command prints, and its exit code', async () => {
  const { socket, end } = await connected({
    ...silent,
    run(_command, output) {
      output.out('one')
      output.err('two')
      return Promise.resolve(3)
    },
  })
  const said: string[] = []
  const result = await askHolder(socket, list, {
    out: (line) => said.push(`out ${line}`),
    err: (line) => said.push(`err ${line}`),
  })
  expect(result).toEqual({ kind: 'exit', code: 3 })
  expect(said).toEqual(['out one', 'err two'])
  end()
})

it('cancels a served command when the asking side goes away', async () => {
  let cancelled = (): void => undefined
  const seen = new Promise<void>((resolve) => (cancelled = resolve))
  const { socket, end } = await connected({
    ...silent,
    run: (_command, _output, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          cancelled()
          resolve(130)
        })
        socket.destroy()
      }),
  })
  void askHolder(socket, list, { out: () => undefined, err: () => undefined })
  await seen
  end()
})

it('says that a holder without a window is busy', async () => {
  const { socket, end } = await connected({ ...silent, open: () => false })
  const result = await askHolder(
    socket,
    { kind: 'open', urls: [], allow: [] },
    { out: () => undefined, err: () => undefined },
  )
  expect(result).toEqual({ kind: 'busy' })
  end()
})

it('closes a connection that does not speak its language', async () => {
  const { socket, end } = await connected(silent)
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\n\r\n')
  await closed
  end()
})

it('begins nothing in a holder that is ending, and says so', async () => {
  let begun = 0
  const { socket, end } = await connected({
    ...silent,
    isOpen: () => false,
    run: () => {
      begun += 1
      return Promise.resolve(0)
    },
  })
  const result = await askHolder(socket, list, { out: () => undefined, err: () => undefined })
  expect(result).toEqual({ kind: 'busy' })
  expect(begun).toBe(0)
  end()
})

it('tells a holder that went away before it began from one that went away in the middle', async () => {
  const { socket, end } = await connected({
    ...silent,
    run: () => new Promise(() => served?.end()),
  })
  const result = await askHolder(socket, list, { out: () => undefined, err: () => undefined })
  expect(result).toEqual({ kind: 'lost', begun: true })
  end()
})
