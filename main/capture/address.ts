// What a person typed, pasted or passed, made into an address that may be fetched, or refused with a text. Asks no network:
// where a name really leads is the proxy's business.
import { domainToUnicode } from 'node:url'
import type { CaptureNote } from '../../preload/captureNote.ts'
import { failed, ok, type Result } from '../../preload/failure.ts'
import { classify, classifyName, type AddressClass } from './classify.ts'

export type Address = {
  /** As it will be fetched, without credentials. */
  readonly url: string
  /** For people: the name, and its punycode beside it where it is not plain ASCII. */
  readonly host: string
  /** No scheme was written, so https was taken; if the host has no TLS that is worth saying. */
  readonly assumedHttps: boolean
  /** For the person. */
  readonly notes: readonly CaptureNote[]
}

export const maxAddressLength = 8_192

/** The ports that the Fetch standard blocks: other protocols listen there, and an HTTP request could be read as theirs. */
const badPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/** Reads what a person wrote. Private addresses pass here: `refusesTyped` and the proxy judge those, with what the person allowed. */
export function parseAddress(text: string): Result<Address> {
  const typed = text.replace(/^[\s\u200b\ufeff<]+|[\s\u200b\ufeff>]+$/g, '')
  if (typed === '') return failed({ code: 'empty-address' })
  if (typed.length > maxAddressLength) return failed({ code: 'address-too-long', limit: maxAddressLength })

  const scheme = writtenScheme(typed)
  if (scheme === 'broken') return failed({ code: 'invalid-address' })
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return failed({ code: 'unsupported-scheme' })

  const url = parseUrl(scheme === undefined ? `https://${typed.replace(/^\/\//, '')}` : typed)
  if (url === undefined || !isHostName(url.hostname)) return failed({ code: 'invalid-address' })
  if (isBadPort(url)) return failed({ code: 'port-not-allowed' })

  const hadCredentials = url.username !== '' || url.password !== ''
  url.username = ''
  url.password = ''
  if (url.href.length > maxAddressLength) return failed({ code: 'address-too-long', limit: maxAddressLength })
  return ok({
    url: url.href,
    host: displayHost(url.hostname),
    assumedHttps: scheme === undefined,
    notes: hadCredentials ? [{ code: 'credentials-removed' }] : [],
  })
}

/** Other protocols listen there. */
export function isBadPort({ port }: Pick<URL, 'port'>): boolean {
  return port !== '' && badPorts.has(Number(port))
}

/** `example.com`, or `аpple.com (xn--pple-43d.com)`: a name that only looks like another one shows what it is. */
export function displayHost(hostname: string): string {
  const name = hostname.replace(/\.$/, '')
  const unicode = domainToUnicode(name)
  return unicode === '' || unicode === name ? name : `${unicode} (${name})`
}

/** `host:port` of a URL, as allowances name it: the port is always written. */
export function hostPort(url: URL | string): string {
  const { protocol, hostname, port } = typeof url === 'string' ? new URL(url) : url
  const written = port !== '' ? port : protocol === 'https:' || protocol === 'wss:' ? '443' : '80'
  return `${hostname.toLowerCase().replace(/\.$/, '')}:${written}`
}

/** An allowance as the settings and `--allow-private` write it, in the one form that is compared; undefined when it is none. */
export function parseAllowance(text: string): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:/?#@\\[\]]+):(\d{1,5})$/i.exec(text.trim())
  const url = match && parseUrl(`http://${match[1]}:${match[2]}`)
  return url ? hostPort(url) : undefined
}

/**
 * What can be said of a typed address without a resolver. `private` and `forbidden` are not opened, unless the first is among
 * `allowed`; undefined: nothing against it, as far as one can see from here.
 */
export function refusesTyped(url: string, allowed: readonly string[]): Exclude<AddressClass, 'public'> | undefined {
  const { hostname } = new URL(url)
  const isLiteral = hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+\.?$/.test(hostname)
  const found = classifyName(hostname) ?? (isLiteral ? classify(hostname.replace(/\.$/, '')) : undefined)
  if (found === undefined || found === 'public') return undefined
  return found === 'private' && allowed.includes(hostPort(url)) ? undefined : found
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined // The one way that Node 18 has to ask whether a URL can be parsed is to parse it.
  }
}

// `example.com:8080/a` is a host and a port although the URL standard reads a scheme there; `ht!tp://x` is no address at all
// although a host may hold an exclamation mark.
function writtenScheme(text: string): string | 'broken' | undefined {
  const match = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text)
  if (!match) return /^[^/?#[\]]*:\/\//.test(text) ? 'broken' : undefined
  const [, name = '', rest = ''] = match
  if (
    /^\d{1,5}(?:[/?#]|$)/.test(rest) &&
    !/^(?:https?|wss?|ftp|file|about|blob|data|(?:java|vb)script|mailto|tel|sms|chrome|view-source)$/i.test(name)
  )
    return undefined
  return name.toLowerCase()
}

function isHostName(hostname: string): boolean {
  if (hostname.startsWith('[')) return true
  const name = hostname.replace(/\.$/, '')
  if (name.length === 0 || name.length > 253) return false
  return name.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label))
}
