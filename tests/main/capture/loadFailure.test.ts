import { describe, expect, it } from 'vitest'
import { loadFailure, refusalFailure } from '../../../main/capture/loadFailure.ts'
import { failureWords } from '../../../preload/failure.ts'

const page = { host: 'site.example', url: 'https://site.example/a', assumedHttps: false, isOnline: true }
const words = (code: number, change: Partial<typeof page> = {}) =>
  failureWords(loadFailure(code, { ...page, ...change }))

describe('loadFailure', () => {
  it.each([
    ['H1', -105, 'Could not find site.example.'],
    ['H2', -102, 'site.example closed the connection.'],
    ['H2', -101, 'site.example closed the connection.'],
    ['H2', -324, 'site.example closed the connection.'],
    ['H2', -354, 'site.example closed the connection.'],
    ['H3', -310, 'The page redirects too many times.'],
    ['H4', -311, 'This address is on your own computer or network. It was not opened.'],
    ['H5', -323, 'This page needs a sign-in.'],
    ['H7', -201, "The site's security certificate is not valid (it has expired or is not valid yet)."],
    ['H7', -202, "The site's security certificate is not valid (nobody trusted has signed it)."],
    ['H7', -200, "The site's security certificate is not valid (it belongs to another site)."],
    ['H7', -208, "The site's security certificate is not valid (its signature is too weak)."],
    ['H10', -330, 'The page data is damaged.'],
    ['H13', -320, 'The site sent an invalid answer.'],
    ['H13', -325, 'The site sent an invalid answer.'],
    ['H13', -370, 'The site sent an invalid answer.'],
  ])('%s: net error %i is "%s"', (_row, code, text) => expect(words(code)).toBe(text))

  it('U2: a host without TLS, where nobody wrote https, has no secure address', () => {
    const text = 'site.example has no secure address; write http:// to save it anyway.'
    for (const code of [-102, -107, -111]) expect(words(code, { assumedHttps: true })).toBe(text)
    expect(words(-107)).toBe(text)
    expect(words(-102, { assumedHttps: true, url: 'http://site.example/a' })).toBe(
      'site.example closed the connection.',
    )
    const refused = { code: 'connection-closed', host: 'site.example' } as const
    expect(failureWords(refusalFailure(refused, { ...page, assumedHttps: true }))).toBe(text)
    expect(refusalFailure(refused, page)).toEqual(refused)
  })

  it.each([-105, -106, -109, -102])('G10: says that one is offline where one is (%i)', (code) => {
    expect(words(code, { isOnline: false })).toBe('You are offline. The link is queued.')
  })

  it.each(['host-not-found', 'connection-closed'] as const)('G10: %s while offline is not the site’s fault', (code) => {
    const failure = { code, host: 'site.example' } as const
    expect(refusalFailure(failure, { ...page, isOnline: false })).toEqual({ code: 'offline' })
    expect(refusalFailure(failure, page)).toEqual(failure)
  })
})
