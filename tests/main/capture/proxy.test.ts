import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { startProxy, type Pass, type Proxy, type ProxyOptions } from '../../../main/capture/proxy.ts'
import { systemConnect } from '../../../main/capture/wayOut.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A proxy that can reach nothing: who it wanted to connect to is written down. */
async function fakeProxy(names: Readonly<Record<string, readonly string[]>> = {}, options: ProxyOptions = {}) {
  const attempts: string[] = []
  const asked: string[] = []
  const proxy = await startProxy({
    async resolve(host) {
      asked.push(host)
      return names[host] ?? []
    },
    connect(addresses, port) {
      attempts.push(`${addresses.join(' ')}:${port}`)
      return Promise.reject(new Error('nobody is there'))
    },
    ...options,
  })
  closers.push(() => proxy.close())
  return { proxy, attempts, asked }
}

/** A proxy that connects to loopback and nowhere else. */
async function loopbackProxy(): Promise<Proxy> {
  const proxy = await startProxy({ resolve: async () => [] })
  closers.push(() => proxy.close())
  return proxy
}

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

function credentials({ username, password }: Pick<Pass, 'username' | 'password'>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

type Reply = { status: number; words: string; headers: IncomingMessage['headers']; body: string; isWhole: boolean }

function get(
  proxy: Proxy,
  pass: Pick<Pass, 'username' | 'password'> | undefined,
  url: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      host: '127.0.0.1',
      port: proxy.port,
      path: url,
      headers: { host: 'x', ...more, ...(pass && { 'proxy-authorization': credentials(pass) }) },
    })
    sent.on('error', reject)
    sent.on('response', (response) => {
      let body = ''
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          words: response.statusMessage ?? '',
          headers: response.headers,
          body,
          isWhole: response.complete,
        })
      response.on('data', (chunk) => (body += chunk))
      response.on('end', done)
      response.on('error', done)
    })
    sent.end()
  })
}

/** The status line's number, and the socket when a tunnel stands. */
function tunnel(proxy: Proxy, pass: Pass | undefined, authority: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    const socket = connect(proxy.port, '127.0.0.1')
    closers.push(() => socket.destroy())
    socket.on('error', reject)
    socket.once('data', (head) => resolve({ status: Number(String(head).split(' ')[1]), socket }))
    const auth = pass ? `Proxy-Authorization: ${credentials(pass)}\r\n` : ''
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${auth}\r\n`)
  })
}

/** Every one of them means a machine of the reader's own, or one that nobody may ask. */
const home = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '0177.1',
  ],
  ...[
    '0177.0.0.01',
    '0x7f.0x0.0x0.0x1',
    '127.0.0.1.',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'x.y.localhost',
  ],
  ...['0.0.0.0', '0', '0x0', '10.0.0.1', '10.255.255.255', '012.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
  ...['192.168.1', '3232235521', '0xc0a80001', '100.64.0.1', '100.127.255.255', '198.18.0.1', '192.0.2.1', '192.0.0.8'],
  ...[
    '169.254.169.254',
    '169.254.1.1',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '100.100.100.200',
    '224.0.0.1',
  ],
  ...[
    '240.0.0.1',
    '255.255.255.255',
    '192.88.99.1',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
  ],
  ...[
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
    '[::7f00:1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a00:1]',
  ],
  ...[
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2002:c0a8:1::1]',
    '[2001:0:1::1]',
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[fc00::1]',
  ],
  ...['[fd00::1]', '[fd00:ec2::254]', '[ff02::1]', '[2001:db8::1]', '[3fff::1]', '[100::1]', '[5f00::1]', '[4000::1]'],
  ...['metadata', 'metadata.google.internal', 'METADATA.GOOGLE.INTERNAL', 'metadata.google.internal.', 'instance-data'],
]

describe('U6, U7: the proxy refuses the own computer and network', () => {
  it.each(home)('%s: neither by http nor by a tunnel is anything connected to', async (host) => {
    const { proxy, attempts, asked } = await fakeProxy()
    const pass = proxy.open()
    expect((await get(proxy, pass, `http://${host}/x`)).status).toBe(502)
    expect((await tunnel(proxy, pass, `${host}:443`)).status).toBe(502)
    expect(attempts).toEqual([])
    expect(asked).toEqual([])
    expect(pass.failureFor(`http://${host}/x`)?.code).toBe('private-address')
  })

  it('knows at least 60 spellings', () => expect(home.length).toBeGreaterThanOrEqual(60))

  it('opens what was allowed, by exactly that host and port', async () => {
    const { proxy, attempts } = await fakeProxy({ 'nas.example': ['192.168.1.5'] })
    const pass = proxy.open({ allow: ['192.168.1.2:8080', 'nas.example:443'] })
    await get(proxy, pass, 'http://192.168.1.2:8080/')
    await get(proxy, pass, 'http://192.168.1.2:8081/')
    await get(proxy, pass, 'http://192.168.1.3:8080/')
    await tunnel(proxy, pass, 'nas.example:443')
    await tunnel(proxy, pass, 'nas.example:444')
    expect(attempts).toEqual(['192.168.1.2:8080', '192.168.1.5:443'])
  })

  it('never opens what hands out the credentials of machines, allowed or not', async () => {
    const { proxy, attempts } = await fakeProxy({ 'nas.example': ['169.254.169.254'] })
    const pass = proxy.open({ allow: ['169.254.169.254:80', 'nas.example:80', 'metadata.google.internal:80'] })
    for (const host of ['169.254.169.254', 'nas.example', 'metadata.google.internal'])
      await get(proxy, pass, `http://${host}/`)
    expect(attempts).toEqual([])
    expect(pass.failureFor('http://nas.example/')).toEqual({ code: 'private-address' })
  })

  it('an allowance of one capture is none of another', async () => {
    const { proxy, attempts } = await fakeProxy()
    proxy.open({ allow: ['192.168.1.2:80'] })
    await get(proxy, proxy.open(), 'http://192.168.1.2/')
    expect(attempts).toEqual([])
  })
})

describe('U8: the proxy judges every answer of the resolver, and connects to what it judged', () => {
  it.each([
    ['private', ['10.0.0.1']],
    ['one private among public ones', ['93.184.215.14', '127.0.0.1']],
    ['a private one in an IPv6 coat', ['::ffff:192.168.0.1']],
    ['the NAT64 form of loopback', ['64:ff9b::7f00:1']],
    ['metadata', ['169.254.169.254']],
  ])('refuses a public name with %s', async (_what, addresses) => {
    const { proxy, attempts } = await fakeProxy({ 'site.example': addresses })
    const pass = proxy.open()
    expect((await get(proxy, pass, 'http://site.example/')).status).toBe(502)
    expect((await tunnel(proxy, pass, 'site.example:443')).status).toBe(502)
    expect(attempts).toEqual([])
    expect(pass.failureFor('http://site.example/')?.code).toBe('private-address')
  })

  it('connects to the public address it was told, once asked, whatever the name says later', async () => {
    let answer = ['93.184.215.14']
    const { proxy, attempts } = await fakeProxy({}, { resolve: async () => answer })
    const pass = proxy.open()
    await tunnel(proxy, pass, 'site.example:443')
    answer = ['127.0.0.1']
    await tunnel(proxy, pass, 'site.example:443')
    expect(attempts).toEqual(['93.184.215.14:443', '93.184.215.14:443'])
  })

  it.each([
    ['a public IPv4 address', '93.184.215.14'],
    ['a public IPv6 address', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
    ['a public address by NAT64', '64:ff9b::5db8:d70e'],
  ])('lets through %s', async (_what, address) => {
    const { proxy, attempts } = await fakeProxy({ 'site.example': [address] })
    await tunnel(proxy, proxy.open(), 'site.example:443')
    expect(attempts).toEqual([`${address}:443`])
  })

  it('U9: connects to no port where other protocols listen', async () => {
    const { proxy, attempts } = await fakeProxy({ 'site.example': ['93.184.215.14'] })
    for (const port of [22, 25, 6667])
      expect((await tunnel(proxy, proxy.open(), `site.example:${port}`)).status).toBe(502)
    expect(attempts).toEqual([])
  })

  it('H1: says that a name has no address', async () => {
    const { proxy } = await fakeProxy()
    const pass = proxy.open()
    await tunnel(proxy, pass, 'nowhere.example:443')
    expect(pass.failureFor('https://nowhere.example/')).toEqual({ code: 'host-not-found', host: 'nowhere.example' })
  })

  it('H1: a resolver that throws is a name without address, and `.invalid` is never asked for', async () => {
    const asked: string[] = []
    const { proxy } = await fakeProxy(
      {},
      {
        resolve(host) {
          asked.push(host)
          return Promise.reject(new Error('EAI_AGAIN'))
        },
      },
    )
    const pass = proxy.open()
    await tunnel(proxy, pass, 'site.example:443')
    await tunnel(proxy, pass, 'site.invalid:443')
    expect(pass.failureFor('https://site.example/')?.code).toBe('host-not-found')
    expect(pass.failureFor('https://site.invalid/')?.code).toBe('host-not-found')
    expect(asked).toEqual(['site.example'])
  })
})

describe('passes', () => {
  it('refuses who has none, and who has a wrong one', async () => {
    const { proxy, attempts } = await fakeProxy({ 'site.example': ['93.184.215.14'] })
    const pass = proxy.open()
    expect((await get(proxy, undefined, 'http://site.example/')).status).toBe(407)
    expect(
      (
        await get(
          proxy,
          { username: pass.username, password: 'f'.repeat(pass.password.length) },
          'http://site.example/',
        )
      ).status,
    ).toBe(407)
    expect((await get(proxy, { username: 'capture-99', password: pass.password }, 'http://site.example/')).status).toBe(
      407,
    )
    expect((await tunnel(proxy, undefined, 'site.example:443')).status).toBe(407)
    expect(attempts).toEqual([])
  })

  it('a closed one opens nothing any more', async () => {
    const { proxy, attempts } = await fakeProxy({ 'site.example': ['93.184.215.14'] })
    const pass = proxy.open()
    pass.close()
    expect((await get(proxy, pass, 'http://site.example/')).status).toBe(407)
    expect(attempts).toEqual([])
  })
})

describe('what goes through', () => {
  it('sends a page on and back with its own headers, without those of the way', async () => {
    const seen: IncomingMessage['headers'][] = []
    const port = await listen(
      createServer((request, response) => {
        seen.push(request.headers)
        response.writeHead(200, {
          'content-type': 'text/plain',
          'set-cookie': ['a=1', 'b=2'],
          'x-offprint-refused': 'faked',
        })
        response.end('hello')
      }),
    )
    const proxy = await loopbackProxy()
    const pass = proxy.open({ allow: [`a.localhost:${port}`] })
    const reply = await get(proxy, pass, `http://a.localhost:${port}/page?x=1`)
    expect(reply).toMatchObject({ status: 200, body: 'hello', isWhole: true })
    expect(reply.headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(reply.headers['x-offprint-refused']).toBeUndefined()
    expect(seen[0]?.['proxy-authorization']).toBeUndefined()
    expect(pass.receivedBytes()).toBeGreaterThan(5)
  })

  it("sends a page's header on as it is, whatever the page calls it", async () => {
    const seen: string[][] = []
    const port = await listen(
      createServer((request, response) => {
        seen.push(request.rawHeaders)
        response.end()
      }),
    )
    const proxy = await loopbackProxy()
    const pass = proxy.open({ allow: [`a.localhost:${port}`] })
    await get(proxy, pass, `http://a.localhost:${port}/`, { constructor: 'a' })
    expect(seen[0]?.flatMap((name, at, all) => (name === 'constructor' ? [all[at + 1]] : []))).toEqual(['a'])
  })

  it('H5: makes a 401 of a 407, which from a site is nothing else', async () => {
    const port = await listen(createServer((_request, response) => void response.writeHead(407).end()))
    const proxy = await loopbackProxy()
    const reply = await get(proxy, proxy.open({ allow: [`a.localhost:${port}`] }), `http://a.localhost:${port}/`)
    expect(reply.status).toBe(401)
  })

  it('H2: an answer that is cut short arrives cut short', async () => {
    const port = await listen(
      createServer((_request, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('half')
        setImmediate(() => response.destroy())
      }),
    )
    const proxy = await loopbackProxy()
    const reply = await get(proxy, proxy.open({ allow: [`a.localhost:${port}`] }), `http://a.localhost:${port}/`)
    expect(reply).toMatchObject({ body: 'half', isWhole: false })
  })

  it('H2: says that nobody listens', async () => {
    const { proxy } = await fakeProxy({}, { connect: systemConnect })
    const closed = await new Promise<number>((resolve) => {
      const server = createTcpServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        server.close(() => resolve(port))
      })
    })
    const pass = proxy.open({ allow: [`127.0.0.1:${closed}`] })
    expect((await get(proxy, pass, `http://127.0.0.1:${closed}/`)).status).toBe(502)
    expect(pass.failureFor(`http://127.0.0.1:${closed}/`)).toEqual({ code: 'connection-closed', host: '127.0.0.1' })
  })

  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a header of 300 KB', `HTTP/1.1 200 OK\r\nX-Bomb: ${'x'.repeat(300_000)}\r\n\r\n`],
    ['a control character in a header', 'HTTP/1.1 302 Found\r\nLocation: http://a/\u0001b\r\n\r\n'],
  ])('H13: names %s an invalid answer', async (_what, bytes) => {
    const port = await listen(
      createTcpServer(
        (socket) =>
          void socket
            .on('error', () => undefined)
            .resume()
            .end(bytes),
      ),
    )
    const proxy = await loopbackProxy()
    const pass = proxy.open({ allow: [`a.localhost:${port}`] })
    expect((await get(proxy, pass, `http://a.localhost:${port}/`)).status).toBe(502)
    expect(pass.failureFor(`http://a.localhost:${port}/`)).toEqual({ code: 'invalid-answer' })
  })

  it('H6: passes on a code whose words hold a control character, which no answer of our own may', async () => {
    const port = await listen(
      createTcpServer(
        (socket) =>
          void socket
            .on('error', () => undefined)
            .resume()
            .end('HTTP/1.1 404 No\u001b[31m such\u0007 page\r\nContent-Length: 0\r\n\r\n'),
      ),
    )
    const proxy = await loopbackProxy()
    const reply = await get(proxy, proxy.open({ allow: [`a.localhost:${port}`] }), `http://a.localhost:${port}/`)
    expect(reply).toMatchObject({ status: 404, words: 'No [31m such page' })
  })

  it('carries bytes both ways through a tunnel', async () => {
    const port = await listen(createTcpServer((socket) => void socket.on('error', () => undefined).pipe(socket)))
    const proxy = await loopbackProxy()
    const pass = proxy.open({ allow: [`a.localhost:${port}`] })
    const { status, socket } = await tunnel(proxy, pass, `a.localhost:${port}`)
    expect(status).toBe(200)
    const echoed = new Promise((resolve) => socket.once('data', (data) => resolve(String(data))))
    socket.write('ping')
    expect(await echoed).toBe('ping')
    expect(pass.receivedBytes()).toBe(4)
  })

  it('ends connections that were silent for too long, and all of a pass that closes', async () => {
    const port = await listen(createTcpServer((socket) => void socket.on('error', () => undefined).resume()))
    const proxy = await loopbackProxy()
    const pass = proxy.open({ allow: [`a.localhost:${port}`] })
    const first = await tunnel(proxy, pass, `a.localhost:${port}`)
    const ended = new Promise((resolve) => first.socket.once('close', resolve))
    first.socket.resume()
    pass.dropIdle(-1)
    await ended
    const second = await tunnel(proxy, pass, `a.localhost:${port}`)
    second.socket.resume()
    const closed = new Promise((resolve) => second.socket.once('close', resolve))
    pass.close()
    await closed
  })

  it('H9: ends what pours without bound', async () => {
    const port = await listen(
      createServer((_request, response) => {
        const pour = () => {
          while (response.write(Buffer.alloc(65_536)));
        }
        response.on('drain', pour)
        pour()
      }),
    )
    const proxy = await startProxy({ maxBytes: 1_000_000 })
    closers.push(() => proxy.close())
    const pass = proxy.open({ allow: [`a.localhost:${port}`] })
    const reply = await get(proxy, pass, `http://a.localhost:${port}/`)
    expect(reply.isWhole).toBe(false)
    expect(pass.receivedBytes()).toBeLessThan(2_000_000)
  })

  it('gives up a connection that is never made', async () => {
    const { proxy } = await fakeProxy(
      { 'site.example': ['93.184.215.14'] },
      { connect: () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })) },
    )
    const pass = proxy.open()
    await tunnel(proxy, pass, 'site.example:443')
    expect(pass.failureFor('https://site.example/')).toEqual({ code: 'too-slow', seconds: 10 })
  })
})
