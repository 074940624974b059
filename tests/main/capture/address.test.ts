import { describe, expect, it } from 'vitest'
import { hostPort, parseAddress, parseAllowance, refusesTyped } from '../../../main/capture/address.ts'
import { failureWords } from '../../../preload/failure.ts'

const words = (text: string) => {
  const parsed = parseAddress(text)
  return parsed.ok ? parsed.value.url : failureWords(parsed.failure)
}

describe('parseAddress', () => {
  it.each(['', '   ', '\n\t', '\u200b'])('U1: refuses nothing at all (%j)', (text) => {
    expect(words(text)).toBe('Enter a web address.')
  })

  it.each([
    ['example.com/a', 'https://example.com/a'],
    ['//example.com/a', 'https://example.com/a'],
    ['example.com:8080/a', 'https://example.com:8080/a'],
    ['localhost:3000', 'https://localhost:3000/'],
    ['  <example.com>  ', 'https://example.com/'],
    ['WWW.Example.COM/Path?q=A', 'https://www.example.com/Path?q=A'],
  ])('U2: takes https where no scheme is written (%s)', (text, url) => {
    expect(parseAddress(text)).toMatchObject({ ok: true, value: { url, assumedHttps: true } })
  })

  it('U2: keeps a scheme that is written', () => {
    expect(parseAddress('HTTP://example.com')).toMatchObject({
      ok: true,
      value: { url: 'http://example.com/', assumedHttps: false },
    })
  })

  it.each([
    'ht!tp://x',
    'http://',
    'http://[::1',
    'https://exa mple.com',
    'http://a..b/',
    'https://%00/',
    'http://a!b/',
    '?',
  ])('U3: refuses what is no address (%s)', (text) => expect(words(text)).toBe('That is not a valid web address.'))

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'JAVASCRIPT:1',
    'data:text/html,x',
    'blob:https://a/b',
    'chrome://gpu',
    'view-source:https://example.com',
    'about:blank',
    'ftp://example.com',
    'mailto:someone@example.com',
    'tel:12345',
    'offprint://save?url=x',
    'C:\\Users\\x',
    'ws://example.com',
  ])('U4: refuses other schemes (%s)', (text) => {
    expect(words(text)).toBe('Only http and https pages can be saved.')
  })

  it('U5: removes sign-in details and says so', () => {
    expect(parseAddress('http://user:pw@host/')).toMatchObject({
      ok: true,
      value: { url: 'http://host/', notes: [{ code: 'credentials-removed' }] },
    })
    expect(words('user@example.com/a')).toBe('https://example.com/a')
  })

  it.each([22, 25, 6667, 6000, 10080, 0])('U9: refuses the ports of other protocols (%i)', (port) => {
    expect(words(`http://example.com:${port}/`)).toBe('That port is not allowed for web pages.')
  })

  it('U10: refuses an address of 70,000 characters', () => {
    expect(words(`https://example.com/${'a'.repeat(70_000)}`)).toBe('The address is too long (limit 8,192).')
    expect(words(`https://example.com/${'é'.repeat(3_000)}`)).toBe('The address is too long (limit 8,192).')
  })

  it('U11: shows the punycode of a look-alike beside its name', () => {
    expect(parseAddress('https://аpple.com/x')).toMatchObject({
      ok: true,
      value: { host: 'аpple.com (xn--pple-43d.com)', url: 'https://xn--pple-43d.com/x' },
    })
    expect(parseAddress('https://example.com')).toMatchObject({ ok: true, value: { host: 'example.com' } })
  })
})

describe('refusesTyped', () => {
  it.each([
    'http://127.0.0.1',
    'http://localhost.',
    'http://[::1]',
    'http://0x7f.1',
    'http://2130706433',
    'http://0177.1',
    'http://[::ffff:7f00:1]',
    'http://a.localhost:8080',
  ])('U6: refuses the own computer in every spelling (%s)', (text) => {
    const parsed = parseAddress(text)
    expect(parsed.ok && refusesTyped(parsed.value.url, [])).toBe('private')
  })

  it('U7: opens an allowed host and port, and only that one', () => {
    expect(refusesTyped('http://192.168.1.2:8080/a', ['192.168.1.2:8080'])).toBeUndefined()
    expect(refusesTyped('http://192.168.1.2:8081/a', ['192.168.1.2:8080'])).toBe('private')
    expect(refusesTyped('http://192.168.1.2/a', ['192.168.1.2:80'])).toBeUndefined()
    expect(refusesTyped('https://192.168.1.2/a', ['192.168.1.2:80'])).toBe('private')
  })

  it('U7: never opens the address of cloud credentials, allowed or not', () => {
    expect(refusesTyped('http://169.254.169.254/latest', ['169.254.169.254:80'])).toBe('forbidden')
    expect(refusesTyped('http://metadata.google.internal/', ['metadata.google.internal:80'])).toBe('forbidden')
  })

  it('has nothing against a name on the web', () => {
    expect(refusesTyped('https://example.com', [])).toBeUndefined()
    expect(refusesTyped('https://localhost.example.com', [])).toBeUndefined()
  })
})

describe('parseAllowance', () => {
  it.each([
    ['A.localhost:8080', 'a.localhost:8080'],
    ['[::1]:80', '[::1]:80'],
    [' 127.0.0.1:443 ', '127.0.0.1:443'],
    ['0x7f.1:80', '127.0.0.1:80'],
  ])('writes %s as %s', (text, entry) => expect(parseAllowance(text)).toBe(entry))

  it.each(['localhost', 'http://a:80', 'a:b', 'a:80/x', ':80', 'a:99999', ''])('is none: %s', (text) => {
    expect(parseAllowance(text)).toBeUndefined()
  })

  it('names a URL with its port always written', () => {
    expect(hostPort('https://Example.com./a')).toBe('example.com:443')
  })
})
