import { describe, expect, it } from 'vitest'
import { mayAskForProof, readRefusal } from '../../../main/capture/robotCheck.ts'

const refusal = { code: 'http-status', status: 403, reason: 'Forbidden' } as const
const asks = (markup: string) => readRefusal(refusal, markup).asksForProof === true

describe('a page that came with a refusal', () => {
  it.each([
    ['words', '<title>One moment</title><p>Please verify you are human.'],
    ['German words', '<h1>Sicherheitsüberprüfung</h1>'],
    ['the class of a box', '<div class="g-recaptcha" data-sitekey="1"></div>'],
    ['the address of a frame', '<iframe src=https://site.example/challenge-platform/h/b></iframe>'],
    ['words for browsers without scripts', '<noscript><p>Enable JavaScript and cookies to continue</noscript>'],
  ])('asks for proof by %s', (_name, markup) => {
    expect(asks(markup)).toBe(true)
  })

  it.each([
    ['says only that', '<h1>403 Forbidden</h1><hr><center>nginx</center>'],
    ['names it in a script alone', '<h1>Forbidden</h1><script>var captcha = "x"</script>'],
    ['is long, and speaks of captchas', `<p>${'The history of the captcha is long. '.repeat(100)}</p>`],
  ])('asks for nothing where it %s', (_name, markup) => {
    expect(asks(markup)).toBe(false)
  })

  it.each([
    ['tags', '<div '.repeat(60_000)],
    ['scripts', '<script '.repeat(30_000)],
    ['angles', '<'.repeat(300_000)],
  ])('is read at once where it holds hardly anything but the beginnings of %s', (_what, markup) => {
    const began = performance.now()
    asks(markup)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  it('is not looked at where the page is missing or the server broken', () => {
    expect([401, 403, 404, 410, 429, 500, 503].filter((status) => mayAskForProof({ ...refusal, status }))).toEqual([
      403, 429, 503,
    ])
  })
})
