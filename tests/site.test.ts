// Proves the local site itself: what the other tests rely on when they say "the web does this".
import { request, type IncomingMessage } from 'node:http'
import { gunzipSync, inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plain } from './site/story.ts'
import { startSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

type Got = {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
  readonly whole: boolean
}

// Node does not know that *.localhost is this machine, so the host goes into the header only.
function get(path: string, headers: Record<string, string> = {}, host = 'a.localhost'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: site.port,
      path,
      headers: { host: `${host}:${site.port}`, ...headers },
    })
    asked.on('error', reject)
    asked.on('response', (response) => {
      const parts: Buffer[] = []
      const end = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
          whole: response.complete,
        })
      response.on('data', (part: Buffer) => parts.push(part))
      // An answer cut short ends in an error and is what some tests want to see.
      response.on('error', end)
      response.on('end', end)
    })
    asked.end()
  })
}

const folded = (text: string) => text.replace(/\s+/g, ' ')

test('serves every article with each of its sentences and, around them, what the reader must not see', async () => {
  for (const path of site.articlePaths) {
    const { status, body } = await get(path.startsWith('/app/') ? `${path}.json` : path)
    const page = folded(
      plain(
        path.startsWith('/app/') ? Object.values(JSON.parse(body.toString()) as object).join(' ') : body.toString(),
      ),
    )
    const { sentences, notSentences, title } = site.truth(path)
    expect(status, path).toBe(200)
    expect(page, path).toContain(title)
    for (const sentence of sentences) expect(page, path).toContain(folded(sentence))
    const own = notSentences.filter((sentence) => page.includes(sentence))
    expect(notSentences.length === 0 || own.length > 0, path).toBe(true)
    expect(sentences.join(' '), path).not.toMatch(/&\w+;|</)
  }
})

test('says of every furniture sentence that it stands on some page or in a script', async () => {
  const paths = [...site.articlePaths, '/furniture/consent.js', '/advert']
  const all = (await Promise.all(paths.map((path) => get(path)))).map(({ body }) => body.toString()).join('\n')
  for (const sentence of site.truth('/news/tide-mill').notSentences) expect(all).toContain(sentence)
})

test('has a picture of its own, whole and of the right size, for every image an article names', async () => {
  const seen = new Set<string>()
  for (const path of site.articlePaths) {
    const { body } = await get(path.startsWith('/app/') ? `${path}.json` : path)
    for (const [, name] of body.toString().matchAll(/\/images\/([a-z-]+)-960\.png/g))
      seen.add(`/images/${name}-480.png`)
  }
  expect(seen.size).toBeGreaterThan(10)
  const pictures = new Set<string>()
  for (const path of seen) {
    const { body, headers } = await get(path)
    expect(headers['content-type']).toBe('image/png')
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([480, 300])
    const idat = body.indexOf('IDAT')
    const pixels = inflateSync(body.subarray(idat + 4, idat + 4 + body.readUInt32BE(idat - 4)))
    expect(pixels.length).toBe(300 * (1 + 480 * 3))
    pictures.add(body.toString('base64'))
  }
  expect(pictures.size).toBe(seen.size)
})

test('has any number of articles that are all different', async () => {
  const words = new Set<string>()
  for (let n = 0; n < 300; n += 1) words.add(site.truth(`/many/${n}`).sentences[0]!)
  expect(words.size).toBe(300)
  const { body } = await get('/many/123')
  for (const sentence of site.truth('/many/123').sentences) expect(folded(plain(body.toString()))).toContain(sentence)
})

test('writes the old encodings so that their own decoder reads them back', async () => {
  for (const [name, encoding] of [
    ['windows-1251', 'windows-1251'],
    ['shift_jis', 'shift_jis'],
    ['gb18030', 'gb18030'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['windows-1252', 'windows-1252'],
  ] as const) {
    const { body } = await get(`/charset/${name}`)
    // Node 20 decodes windows-1252 as Latin-1, so the one mark that differs is put right here.
    const decoded = new TextDecoder(encoding).decode(body).replaceAll('\u0092', '’')
    const text = folded(plain(decoded))
    for (const sentence of site.truth(`/charset/${name}`).sentences) expect(text, name).toContain(folded(sentence))
  }
})

test('answers the faults with the fault they are named for', async () => {
  expect((await get('/status/429?after=120')).headers['retry-after']).toBe('120')
  expect((await get('/status/503')).status).toBe(503)
  expect((await get('/status/204')).body.length).toBe(0)
  expect((await get('/redirect/301?to=/news/tide-mill')).headers.location).toBe('/news/tide-mill')
  expect((await get('/redirect/chain?left=2')).headers.location).toContain('left=1')
  expect((await get('/redirect/private')).headers.location).toBe(`http://127.0.0.1:${site.canary.port}/secret`)
  expect((await get('/broken/reset')).whole).toBe(false)
  expect((await get('/broken/short')).whole).toBe(false)
  await expect(get('/broken/refused')).rejects.toThrow()
  await expect(get('/broken/garbage')).rejects.toThrow()
  expect(() => gunzipSync(Buffer.from('aa'))).toThrow()
  const bomb = await get('/bomb/gzip?megabytes=20')
  expect(gunzipSync(bomb.body).length).toBeGreaterThan(20 * 1024 * 1024)
  expect(bomb.body.length).toBeLessThan(100_000)
  expect((await get('/huge?megabytes=3')).body.length).toBe(3 * 1024 * 1024)
  expect((await get('/report.pdf')).body.toString('latin1')).toMatch(/^%PDF-1\.4[\s\S]*%%EOF\n$/)
  expect(site.canary.connections()).toBe(0)
})

test('holds an answer until it is released, and those after it no more', async () => {
  let answered = false
  const held = get('/news/tide-mill?hold=once').then((got) => {
    answered = true
    return got
  })
  await get('/ru/lighthouse-keeper')
  expect(answered).toBe(false)
  site.release('once')
  expect((await held).status).toBe(200)
  expect((await get('/news/tide-mill?hold=once')).status).toBe(200)
})

test('remembers a visitor by cookie and by tag', async () => {
  const first = await get('/visits')
  expect(first.body.toString()).toContain('this is visit 1.')
  const second = await get('/visits', { cookie: first.headers['set-cookie']![0]!.split(';')[0]! })
  expect(second.body.toString()).toContain('By your cookie, this is visit 2.')
  const tag = await get('/visits/etag')
  expect((await get('/visits/etag', { 'if-none-match': tag.headers.etag! })).body.toString()).toBe('2')
})

test('turns a page over to its second edition', async () => {
  const before = site.truth('/changing/longer')
  const first = (await get('/changing/longer')).body.toString()
  site.revise('/changing/longer')
  const second = (await get('/changing/longer')).body.toString()
  const after = site.truth('/changing/longer')
  expect(after.sentences.length).toBeGreaterThan(before.sentences.length * 2)
  expect(first).not.toContain(after.sentences.at(-1))
  expect(second).toContain(after.sentences.at(-1))
})

test('can be unplugged in the middle of an answer and plugged in again on the same port', async () => {
  const cut = get('/slow/first-byte')
  const refused = expect(cut).rejects.toThrow()
  await site.requested('/slow/first-byte')
  await site.stop()
  await refused
  await expect(get('/')).rejects.toThrow()
  await site.start()
  expect((await get('/')).status).toBe(200)
})

test('logs each request with its host, path and headers', async () => {
  await get('/blog/shoebox?utm_source=test', { 'user-agent': 'A test' }, 'b.localhost')
  const entry = site.requests.at(-1)
  expect(entry).toMatchObject({ method: 'GET', host: 'b.localhost', path: '/blog/shoebox?utm_source=test' })
  expect(entry?.headers['user-agent']).toBe('A test')
})
