import { domainToUnicode } from 'node:url'
import { expect, it } from 'vitest'
import { hostOf, siteOf } from '../../../renderer/list/siteOf.ts'

it('a site is called by its name, or by its host where it has none or a slogan for one', () => {
  expect(siteOf({ url: 'https://www.news.example/a', siteName: 'The News' })).toBe('The News')
  expect(siteOf({ url: 'https://www.news.example/a' })).toBe('news.example')
  expect(siteOf({ url: 'https://news.example:8080/a', siteName: 'All that happens, told before it does' })).toBe(
    'news.example:8080',
  )
})

it('U11: a name that only looks like another one shows what it is', () => {
  expect(siteOf({ url: 'https://xn--pple-43d.com/a' })).toBe('аpple.com (xn--pple-43d.com)')
  for (const host of ['xn--mnchen-3ya.example', 'xn--fiqs8s.example', 'xn--80ak6aa92e.com:81'])
    expect(hostOf(`https://${host}/`)).toBe(
      `${domainToUnicode(host.replace(/:.*/, ''))}${/:\d+$/.exec(host)?.[0] ?? ''} (${host})`,
    )
})

it('an address that cannot be read has no host', () => {
  expect(hostOf('a book')).toBe('')
  expect(siteOf({ url: 'urn:isbn:1', siteName: 'A shelf' })).toBe('A shelf')
  expect(hostOf('https://xn--%/')).toBe('')
})
