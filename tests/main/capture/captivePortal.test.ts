import { describe, expect, it } from 'vitest'
import { isCaptivePortal } from '../../../main/capture/captivePortal.ts'

const asked = 'http://news.example/story'
const form = '<form action="/login"><input name="room"><button>Go</button></form>'
const page = (words: string) =>
  `<!doctype html><title>Welcome</title><style>p { color: red }</style><p>${words}</p>${form}`

describe('the page of a network that wants a sign-in', () => {
  it.each([
    ['http://login.hotel.example/', 'Welcome. Please accept our terms of use to connect to the Internet.'],
    ['https://wifi.airport.example/start', 'Use our free Wi-Fi for two hours.'],
    ['http://portal.example/', 'Zimmernummer und Name eingeben, um das Internet nutzen zu können.'],
    ['http://login.bahn.example/de/', 'Jetzt mit dem WLAN verbinden.'],
    ['http://portail.example/', 'Bienvenue à bord. Se connecter au Wi-Fi'],
    ['http://10.1.2.3.nip.example/?next=http://news.example/story', 'Hotspot: voucher code'],
  ])('is known at %s', (reached, words) => expect(isCaptivePortal(asked, reached, page(words))).toBe(true))

  it.each([
    ['a secure address, which no network can answer', 'https://news.example/story', page('Connect to the Internet')],
    ['an article', asked, page(`How to connect to the Internet. ${'It was a long way. '.repeat(200)}`)],
    ['a page that asks for nothing', asked, '<p>You can connect to the Internet here.</p>'],
    ['a site that asks for its own sign-in', asked, page('Sign in to continue reading. Accept our terms.')],
  ])('is not %s', (_what, from, markup) =>
    expect(isCaptivePortal(from, 'http://elsewhere.example/', markup)).toBe(false),
  )

  it('is known in the name of the site where it says that it is the way to the network', () => {
    expect(isCaptivePortal(asked, asked, page('Guest Wi-Fi. Accept our terms to connect to the Internet.'))).toBe(true)
  })
  it.each([
    ['a page about the Internet', asked, page('Connect to the Internet')],
    [
      'a page about such a network',
      asked,
      page(`Our Wi-Fi lets you connect to the Internet. ${'It is free. '.repeat(80)}`),
    ],
    ['the network itself', 'http://login.hotel.example/', page('Wi-Fi. Accept our terms to connect to the Internet.')],
  ])('is not what a site says in its own name: %s', (_what, from, markup) =>
    expect(isCaptivePortal(from, from, markup)).toBe(false),
  )
})
