import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { browserIdentity } from '../../../main/capture/browserIdentity.ts'
import { createPageFetcher, type PageFetcherOptions } from '../../../main/capture/fetchPage.ts'
import { ok } from '../../../preload/failure.ts'
import { startSite, type Site } from '../../site.ts'
import { html } from '../../site/answer.ts'

let site: Site
beforeAll(async () => {
  site = await startSite({
    routes: {
      '/plain/echo': (visit) =>
        html(`<p>${JSON.stringify({ cookies: [...visit.cookies], visit: visit.count })}`, {
          'set-cookie': 'met=1; Path=/',
        }),
      '/plain/bomb': () => ({
        headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
        body: gzipSync(Buffer.alloc(3_000_000, 32)),
      }),
      '/plain/strange': () => ({
        headers: { 'content-type': 'text/html', 'content-encoding': 'constructor' },
        body: '<p>Who knows.',
      }),
      '/plain/busy': () => ({ status: 429, headers: { 'retry-after': '120' }, body: '' }),
      '/plain/file': () => ({ headers: { location: 'file:///etc/passwd' }, status: 302, body: '' }),
      '/plain/mail': () => ({ headers: { location: 'http://a.example:25/' }, status: 302, body: '' }),
      '/plain/program': () => ({ headers: { location: 'intent://open#x' }, status: 302, body: '' }),
      '/plain/inside': (visit) => ({
        headers: { location: `http://127.0.0.1:${visit.port}/plain/echo` },
        status: 302,
        body: '',
      }),
      '/plain/loop': (visit) => ({ headers: { location: visit.url('/plain/loop') }, status: 302, body: '' }),
      '/plain/pdf': () => ({
        headers: { 'content-type': 'application/pdf' },
        body: `%PDF-1.4${' '.repeat(1_500_000)}`,
      }),
      '/plain/download': () => ({
        headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="a.pdf"' },
        body: '%PDF-1.4',
      }),
      '/plain/no-pdf': () => ({ headers: { 'content-type': 'application/pdf' }, body: 'Sorry.' }),
    },
  })
})
afterAll(() => site.close())

function fetcher(options: Partial<PageFetcherOptions> = {}) {
  const seen: string[] = []
  const made = createPageFetcher({
    identity: browserIdentity('150.0.1.2', 'linux', ['en-GB']),
    extractor: {
      async freeze({ html: text, url }) {
        seen.push(text)
        const page = { kind: 'frozen', html: text, title: 'T', url, resources: [], isReallyUtf8: false, isEmpty: false }
        return ok(page)
      },
    },
    ...options,
  })
  const fetch = (path: string, allow = [...site.hosts()]) =>
    made.fetch({ url: site.url('a', path), assumedHttps: false, allow, signal: new AbortController().signal })
  return { fetch, seen }
}

describe('the plain road', () => {
  it('brings the page and its files, and says that no window was used', async () => {
    const { fetch, seen } = fetcher()
    const result = await fetch('/many/3')
    if (!result.ok || 'kind' in result.value) throw new Error('no page')
    expect(seen[0]).toContain('entry number 3')
    expect(result.value.way).toBe('fetched')
    const picture = await result.value.fetch(site.url('a', '/images/many3-480.png'), 'image')
    expect(picture.ok && picture.value.bytes.length).toBeGreaterThan(100)
    result.value.close()
    const request = site.requests.find(({ path }) => path === '/many/3')
    expect(request?.headers['user-agent']).toMatch(/Chrome\/150\.0\.0\.0 Safari/)
    expect(request?.headers).not.toHaveProperty('cookie')
  })

  it('is somebody new to the site every time', async () => {
    const { fetch, seen } = fetcher()
    for (let n = 0; n < 2; n++) {
      const result = await fetch('/plain/echo')
      if (result.ok && !('kind' in result.value)) result.value.close()
    }
    for (const text of seen) expect(text).toContain('"cookies":[]')
  })

  it.each([
    ['/plain/bomb', { code: 'expands-too-much', limitMegabytes: 1 }],
    ['/plain/strange', { code: 'damaged-data' }],
    ['/plain/busy', { code: 'http-status', status: 429, reason: 'Too Many Requests', retryAfterSeconds: 120 }],
    ['/plain/file', { code: 'private-address' }],
    ['/plain/mail', { code: 'invalid-answer' }],
    ['/plain/program', { code: 'invalid-answer' }],
    ['/plain/loop', { code: 'too-many-redirects' }],
    ['/plain/no-pdf', { code: 'not-a-page' }],
  ])('says why there is no page: %s', async (path, failure) => {
    const { fetch } = fetcher({ limits: { documentBytes: 1_000_000 } })
    expect(await fetch(path)).toEqual({ ok: false, failure })
  })

  it.each(['/plain/pdf', '/plain/download'])('brings a PDF as it is: %s', async (path) => {
    const { fetch, seen } = fetcher({ limits: { documentBytes: 1_000_000 } })
    const result = await fetch(path)
    expect(result).toMatchObject({ value: { kind: 'pdf', way: 'fetched', url: site.url('a', path) } })
    expect(seen).toEqual([])
  })

  it('U6, H4: never reaches this machine or its network, not by a redirect either', async () => {
    const { fetch } = fetcher()
    expect(await fetch('/many/1', [])).toMatchObject({ failure: { code: 'private-address' } })
    expect(await fetch('/plain/inside', [`a.localhost:${site.port}`])).toMatchObject({
      failure: { code: 'private-address' },
    })
    const allowed = await fetcher({ ways: { resolve: async () => ['127.0.0.1'] } }).fetch('/many/1', ['other:80'])
    expect(allowed).toMatchObject({ failure: { code: 'private-address' } })
  })

  it('says what a refusal asks for, and keeps nothing of its page', async () => {
    const { fetch, seen } = fetcher()
    expect(await fetch('/asks/box?status=429')).toMatchObject({
      ok: false,
      failure: { status: 429, asksForProof: true },
    })
    expect(await fetch('/asks/none')).toMatchObject({ ok: false, failure: { status: 403, reason: 'Forbidden' } })
    expect(await fetch('/asks/none')).not.toHaveProperty('failure.asksForProof')
    expect(seen).toEqual([])
  })

  it('tells no site that its visitor was there before', async () => {
    const { fetch, seen } = fetcher()
    for (let n = 0; n < 2; n++) {
      const visit = await fetch('/visits')
      if (!visit.ok || 'kind' in visit.value) throw new Error('no page')
      const tagged = await visit.value.fetch(site.url('a', '/visits/etag'), 'image')
      expect(tagged.ok && Buffer.from(tagged.value.bytes).toString()).toBe('1')
      visit.value.close()
    }
    expect(seen.map((text) => /By your cookie, this is visit (\d+)/.exec(text)?.[1])).toEqual(['1', '1'])
  })
})
