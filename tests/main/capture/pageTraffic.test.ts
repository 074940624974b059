import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { browserIdentity } from '../../../main/capture/browserIdentity.ts'
import { limits } from '../../../main/capture/limits.ts'
import { watchTraffic } from '../../../main/capture/pageTraffic.ts'

type Headers = Readonly<Record<string, readonly string[]>>
type Answer = { readonly cancel?: boolean; readonly responseHeaders?: Headers }
type Listener = (details: object, callback: (answer: Answer) => void) => void

/** A session's webRequest, as far as a page's traffic listens to it. */
function listening() {
  const listeners = new Map<string, Listener>()
  const names = ['onBeforeRequest', 'onBeforeSendHeaders', 'onHeadersReceived', 'onCompleted', 'onErrorOccurred']
  const webRequest = Object.fromEntries(
    names.map((name) => [name, (listener: Listener) => void listeners.set(name, listener)]),
  )
  const session = { webRequest } as unknown as Session // what is not there is not used
  const traffic = watchTraffic(session, browserIdentity('150.0.1.2', 'linux', ['en']), limits)
  const tell = (name: string, details: object): Promise<Answer> =>
    new Promise((resolve) => listeners.get(name)?.(details, resolve))
  const request = (url: string, resourceType = 'image') => tell('onBeforeRequest', { id: 1, url, resourceType })
  const answered = (responseHeaders: Headers, statusCode = 200, resourceType = 'mainFrame') =>
    tell('onHeadersReceived', {
      id: 1,
      url: 'https://a.example/',
      resourceType,
      statusCode,
      statusLine: '',
      responseHeaders,
    })
  const sent = (requestHeaders: Readonly<Record<string, string>>) =>
    tell('onBeforeSendHeaders', { id: 1, url: 'https://a.example/', requestHeaders })
  return { traffic, request, sent, answered }
}

const page = { 'content-type': ['text/html'] }

describe('what a page asks for', () => {
  const schemes =
    'about app blob-x bitcoin brave chrome chrome-devtools chrome-extension chrome-search content devtools edge facetime feed file filesystem ftp git gopher intent irc itms javascript ldap magnet mailto market ms-settings ms-word moz-extension news offprint offprint-asset sftp shell skype sms ssh steam tel vbscript view-source vnc webcal'.split(
      ' ',
    )
  it.each(schemes)('is refused where its scheme is %s', async (scheme) => {
    const { request } = listening()
    expect(await request(`${scheme}://a.example/x`)).toEqual({ cancel: true })
    expect(await request(`${scheme}:x`, 'mainFrame')).toEqual({ cancel: true })
  })

  it('is let through where it is of the web', async () => {
    const { request } = listening()
    for (const url of [
      'https://a.example/',
      'http://a.example/',
      'wss://a.example/',
      'data:text/plain,x',
      'blob:https://a.example/1',
    ])
      expect(await request(url)).toEqual({})
  })

  it('is refused where it would become a service worker', async () => {
    const { sent } = listening()
    expect(await sent({ 'Service-Worker': 'script' })).toEqual({ cancel: true })
    expect((await sent({ Accept: '*/*' })).cancel).toBeUndefined()
  })
})

describe('what a site answers', () => {
  it.each([
    ['intent://open#Intent;end', { code: 'invalid-answer' }],
    ['javascript:alert(1)', { code: 'invalid-answer' }],
    ['http://[::1', { code: 'invalid-answer' }],
    ['http://a.example:25/', { code: 'invalid-answer' }],
    ['file:///etc/passwd', { code: 'private-address' }],
  ])('H4, H13: ends at once where it leads to no page: %s', async (location, failure) => {
    const { answered, traffic } = listening()
    expect(await answered({ location: [location] }, 302)).toEqual({ cancel: true })
    expect(traffic.failure()?.failure).toEqual(failure)
  })

  it('H12: is empty where it says that nothing has changed, which nobody has asked', async () => {
    const { answered, traffic } = listening()
    await answered({}, 304)
    expect(traffic.failure()?.failure).toEqual({ code: 'empty-page' })
  })

  it.each([
    'Strict-Transport-Security',
    'Alt-Svc',
    'Accept-CH',
    'NEL',
    'Report-To',
    'Reporting-Endpoints',
    'Clear-Site-Data',
  ])('leaves nothing for the next visit by %s', async (name) => {
    const { answered } = listening()
    for (const type of ['mainFrame', 'image']) {
      const { responseHeaders } = await answered({ ...page, [name]: ['max-age=31536000'] }, 200, type)
      expect(Object.keys(responseHeaders ?? {})).not.toContain(name)
    }
  })

  it('is shown within a sandbox, and what comes with a refusal in one without scripts and requests', async () => {
    const { answered, traffic } = listening()
    const shown = await answered(page)
    expect(shown.responseHeaders?.['content-security-policy']).toEqual(['sandbox allow-scripts allow-same-origin'])
    const refused = await answered(page, 403)
    expect(refused.responseHeaders?.['content-security-policy']).toEqual(["sandbox; default-src 'none'"])
    expect(traffic.failure()).toMatchObject({ isRead: true, failure: { code: 'http-status', status: 403 } })
    expect(await answered(page, 404)).toEqual({ cancel: true })
    expect(await answered({ 'content-type': ['image/png'] }, 403)).toEqual({ cancel: true })
  })
})
