// Addresses that cannot be saved, each with its row of the table of bad inputs and the words a person is told: for the command line and for the window.
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Routes } from '../site/answer.ts'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'

export type BadAddress = { readonly title: string; readonly text: string; readonly words: string }

const notValid = 'That is not a valid web address.'
const otherScheme = 'Only http and https pages can be saved.'
const badPort = 'That port is not allowed for web pages.'
export const privateWords = 'This address is on your own computer or network. It was not opened.'

/** Refused before anything is added. */
export const refused: readonly BadAddress[] = [
  { title: 'U3: a scheme that is none', text: 'ht!tp://x', words: notValid },
  { title: 'U3: no host', text: 'http://', words: notValid },
  { title: 'U3: half an IPv6 address', text: 'http://[::1', words: notValid },
  { title: 'U4: a file', text: 'file:///etc/passwd', words: otherScheme },
  { title: 'U4: a script', text: 'javascript:alert(1)', words: otherScheme },
  { title: 'U4: a page in the address', text: 'data:text/html,<h1>x</h1>', words: otherScheme },
  { title: 'U4: a blob', text: 'blob:https://example.com/1', words: otherScheme },
  { title: 'U4: a page of the browser', text: 'chrome://settings', words: otherScheme },
  { title: 'U4: the source of a page', text: 'view-source:https://example.com/', words: otherScheme },
  { title: 'U9: the port of ssh', text: 'http://example.com:22/', words: badPort },
  { title: 'U9: the port of mail', text: 'http://example.com:25/', words: badPort },
  { title: 'U9: the port of chat', text: 'http://example.com:6667/', words: badPort },
  {
    title: 'U10: an address of 70,000 characters',
    text: `https://example.com/${'a'.repeat(70_000)}`,
    words: 'The address is too long (limit 8,192).',
  },
]

/** Not opened, because of where they lie. */
export const policy: readonly (Omit<BadAddress, 'words'> & { readonly mayBeAllowed: boolean })[] = [
  { title: 'U6: the own computer by number', text: 'http://127.0.0.1:8/', mayBeAllowed: true },
  { title: 'U6: by name, with a dot at its end', text: 'http://localhost./', mayBeAllowed: true },
  { title: 'U6: in IPv6', text: 'http://[::1]/', mayBeAllowed: true },
  { title: 'U6: in sixteens', text: 'http://0x7f.1/', mayBeAllowed: true },
  { title: 'U6: in one number', text: 'http://2130706433/a', mayBeAllowed: true },
  { title: 'U6: in eights', text: 'http://0177.1/b', mayBeAllowed: true },
  { title: 'U6: in IPv4 within IPv6', text: 'http://[::ffff:7f00:1]/', mayBeAllowed: true },
  { title: 'U7: 10/8', text: 'http://10.0.0.1/', mayBeAllowed: true },
  { title: 'U7: 172.16/12', text: 'http://172.16.0.1/', mayBeAllowed: true },
  { title: 'U7: 192.168/16', text: 'http://192.168.1.1/', mayBeAllowed: true },
  { title: 'U7: 100.64/10', text: 'http://100.64.0.1/', mayBeAllowed: true },
  { title: 'U7: fc00::/7', text: 'http://[fc00::1]/', mayBeAllowed: true },
  { title: 'U7: fe80::/10', text: 'http://[fe80::1]/', mayBeAllowed: true },
  { title: 'U7: where clouds keep their keys', text: 'http://169.254.169.254/latest/', mayBeAllowed: false },
  { title: 'U7: the name of that place', text: 'http://metadata.google.internal/', mayBeAllowed: false },
]

type Fault = {
  readonly title: string
  /** Below the row's own host, so that every line and row names it. */
  readonly path: string
  readonly words: string
  readonly way?: 'no scheme' | 'tls'
  readonly cost?: 'slow'
}

const faults: readonly Fault[] = [
  { title: 'H8: no first byte', path: '/slow/first-byte', words: 'The page took too long (45 s).', cost: 'slow' },
  {
    title: 'U2: no scheme and no TLS',
    path: '/many/1',
    words: 'HOST has no secure address; write http:// to save it anyway.',
    way: 'no scheme',
  },
  { title: 'H2: closed at once', path: '/broken/refused', words: 'HOST closed the connection.' },
  { title: 'H2: reset in the middle', path: '/broken/reset', words: 'HOST closed the connection.' },
  { title: 'H2: less than was announced', path: '/broken/short', words: 'HOST closed the connection.' },
  { title: 'H3: a circle', path: '/redirect/loop', words: 'The page redirects too many times.' },
  { title: 'H3: 25 redirects', path: '/redirect/chain?left=25', words: 'The page redirects too many times.' },
  { title: 'H5: 401', path: '/status/401', words: 'This page needs a sign-in.' },
  { title: 'H5: 407', path: '/status/407', words: 'This page needs a sign-in.' },
  { title: 'H6: 403', path: '/status/403', words: 'The site answered 403 Forbidden.' },
  ...(['words', 'box', 'frame', 'unscripted'] as const).map((kind) => ({
    title: `H6: 403 with a riddle for robots: ${kind}`,
    path: `/asks/${kind}`,
    words: 'The site asked for proof that no robot is reading (403 Forbidden); its page was not shown.',
  })),
  {
    title: 'H6: 429 with a riddle for robots',
    path: '/asks/box?status=429',
    words: 'The site asked for proof that no robot is reading (429 Too Many Requests); its page was not shown.',
  },
  { title: 'H6: 403 with a page that asks for nothing', path: '/asks/none', words: 'The site answered 403 Forbidden.' },
  { title: 'H6: 403 where a script led', path: '/bad/led-to-403', words: 'The site answered 403 Forbidden.' },
  { title: 'H6: 404 in strange words', path: '/bad/words', words: 'The site answered 404 No [31m such page.' },
  { title: 'H6: 404', path: '/status/404', words: 'The site answered 404 Not Found.' },
  { title: 'H6: 410', path: '/status/410', words: 'The site answered 410 Gone.' },
  { title: 'H6: 429', path: '/status/429?after=120', words: 'The site answered 429 Too Many Requests.' },
  { title: 'H6: 500', path: '/status/500', words: 'The site answered 500 Internal Server Error.' },
  {
    title: 'H7: a certificate that nobody has signed',
    path: '/',
    words: "The site's security certificate is not valid (nobody trusted has signed it).",
    way: 'tls',
  },
  { title: 'H9: 1 GB', path: '/huge?megabytes=1000', words: 'The page is larger than 20 MB.' },
  { title: 'H9: without end', path: '/slow/endless', words: 'The page is larger than 20 MB.' },
  { title: 'H10: a gzip bomb', path: '/bomb/gzip?megabytes=500', words: 'The page expands to more than 20 MB.' },
  { title: 'H10: a brotli bomb', path: '/bad/brotli', words: 'The page expands to more than 20 MB.' },
  { title: 'H10: a bomb within a bomb', path: '/bad/nested', words: 'The page expands to more than 20 MB.' },
  { title: 'H10: damaged gzip', path: '/broken/gzip', words: 'The page data is damaged.' },
  { title: 'H11: an attachment', path: '/attachment', words: 'This address is a file, not a page.' },
  { title: 'H11: bytes of no kind', path: '/binary', words: 'This address is a file, not a page.' },
  { title: 'H12: nothing', path: '/empty', words: 'The page was empty.' },
  { title: 'H12: 204', path: '/status/204', words: 'The page was empty.' },
  { title: 'H12: 304', path: '/status/304', words: 'The page was empty.' },
  { title: 'H13: 10,000 cookies', path: '/broken/headers', words: 'The site sent an invalid answer.' },
  { title: 'H13: a line break in Location', path: '/redirect/crlf', words: 'The site sent an invalid answer.' },
  ...(['intent://open#Intent;end', 'javascript:alert(1)', 'http://[::1', 'http://a.example:25/'] as const).map(
    (to) => ({
      title: `H13: a redirect to ${to}`,
      path: `/redirect/302?to=${encodeURIComponent(to)}`,
      words: 'The site sent an invalid answer.',
    }),
  ),
  { title: 'D2: 100,000 elements in each other', path: '/deep', words: 'The page is too complex to read.' },
  { title: 'D2: two million elements', path: '/bad/many-elements', words: 'The page is too complex to read.' },
]

const portal =
  '<!doctype html><title>Hotel Wi-Fi</title><h1>Welcome</h1><p>Accept our terms to connect to the Internet.</p><form><button>Accept</button></form>'

export const faultPages: Routes = {
  '/bad/led-to-403': () => html('<!doctype html><title>Led</title><p>Wait.<script>location = "/status/403"</script>'),
  '/bad/brotli': () => ({
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' },
    body: brotliCompressSync(Buffer.alloc(40_000_000, ' '), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    }),
  }),
  '/bad/nested': () => ({
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip, gzip' },
    body: gzipSync(gzipSync(Buffer.alloc(100_000_000, ' '))),
  }),
  '/bad/guest': (visit) => ({
    status: 302,
    headers: { location: visit.url('/bad/portal', 'portal.localhost') },
    body: '',
  }),
  '/bad/portal': () => html(portal),
  '/bad/story': () => html(portal), // in the very name of the site
  '/bad/words': (_visit, response) => {
    // Node would not write it.
    response.socket?.end('HTTP/1.1 404 No\u001b[31m such page\r\nContent-Length: 0\r\n\r\n')
    return undefined
  },
  '/bad/many-elements': () => html(`<!doctype html><title>Many</title><p>Many.${'<i>x'.repeat(2_000_000)}`),
}

/** A name that nobody has; where there is no network at all, nobody can know that. */
export const nowhere = {
  text: 'http://nowhere.invalid/',
  host: 'nowhere.invalid',
  words: Object.values(networkInterfaces()).every((all) => all?.every(({ internal }) => internal))
    ? 'You are offline. The link is queued.'
    : 'Could not find nowhere.invalid.',
} as const

/** Hosts of the site that lead to a place on the own computer: by a redirect, by markup, by a script, to a file. */
export const leadsHome = [
  '/redirect/private',
  '/redirect/private-meta',
  '/redirect/private-script',
  '/redirect/file',
].map((path, n) => ({ host: `h4-${n}`, path }))

export type LinkKept = BadAddress & { readonly host: string; readonly hostPort: string; readonly isSlow: boolean }

/** Opened, and not to be had: the link is kept. */
function linksKept(site: Pick<Site, 'port'>, tlsPort: number): LinkKept[] {
  return faults.map(({ title, path, words, way, cost }, n) => {
    const host = `${title.slice(0, title.indexOf(':')).toLowerCase()}-${n}.localhost`
    const hostPort = `${host}:${way === 'tls' ? tlsPort : site.port}`
    const scheme = way === 'no scheme' ? '' : way === 'tls' ? 'https://' : 'http://'
    return {
      title,
      host,
      hostPort,
      text: `${scheme}${hostPort}${path}`,
      words: words.replace('HOST', host),
      isSlow: cost === 'slow',
    }
  })
}

/** The titles alone, for tests that are named before the site stands. */
export const faultTitles = faults.map(({ title }) => title)

/** The local site with all these faults, beside a server that nobody trusts; and what becomes of a link to each. */
export async function startFaults(): Promise<{
  readonly site: Site
  readonly kept: readonly LinkKept[]
  close(): Promise<void>
}> {
  const [site, tls] = await Promise.all([startSite({ routes: faultPages }), startTls()])
  return {
    site,
    kept: linksKept(site, tls.port),
    close: async () => void (await Promise.all([tls.close(), site.close()])),
  }
}

/** A server with a certificate that it has signed itself. */
export async function startTls(
  page = '<p>A secret between us.',
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer({ key, cert }, (_request, response) => response.end(page))
  server.on('tlsClientError', () => undefined) // whoever does not trust us goes away in the middle
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

// Made for this test and trusted by nobody.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXvoINK/pDCGWvE9c
4lUAIS/+AcElFmSdXzJLxWWLOT6hRANCAARxxbS3rdI6LNiQCeoAKiCn7cZZ6bHn
obiOCs/AOd8joBtkhfmDln485BZG4Q2FqnDTSqbxhuHZ4YS2mW+VUmpy
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBnTCCAUOgAwIBAgIUVoKgK5Cl3gXH5ZC5KPr+t8pBXFwwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMaDcubG9jYWxob3N0MCAXDTI2MTEyMjE5MzM1N1oYDzIxMjYx
MDI5MTkzMzU3WjAXMRUwEwYDVQQDDAxoNy5sb2NhbGhvc3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAARxxbS3rdI6LNiQCeoAKiCn7cZZ6bHnobiOCs/AOd8joBtk
hfmDln485BZG4Q2FqnDTSqbxhuHZ4YS2mW+VUmpyo2swaTAdBgNVHQ4EFgQUns+G
NR0i34YSqahXIKLLupF6v9UwHwYDVR0jBBgwFoAUns+GNR0i34YSqahXIKLLupF6
v9UwDwYDVR0TAQH/BAUwAwEB/zAWBgNVHREEDzANggsqLmxvY2FsaG9zdDAKBggq
hkjOPQQDAgNIADBFAiEAxwHYdhTJ3n8GnVHL8R9rLruEB720paksVMCgaRmIBUMC
IGyDQYz2t+E0NAiHzbm4HgMGDy8RIkmBZNlbXCPBTz4Q
-----END CERTIFICATE-----`
