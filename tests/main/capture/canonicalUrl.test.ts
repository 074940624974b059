import { describe, expect, it } from 'vitest'
import { canonicalForms, canonicalUrl, keptUnder } from '../../../main/capture/canonicalUrl.ts'

const page = 'https://news.example.com/2026/story'

describe('canonicalUrl', () => {
  it.each([
    ['https://news.example.com/2026/story#part-2', 'a plain fragment'],
    ['https://news.example.com/2026/story/', 'a trailing slash'],
    ['https://NEWS.example.com/2026/story', 'the case of the host'],
    ['https://news.example.com:443/2026/story', 'the default port'],
    ['https://news.example.com/2026/story?utm_source=a&utm_medium=b', 'campaign parameters'],
    ['https://news.example.com/2026/story?fbclid=x&gclid=y', 'click ids'],
    ['https://news.example.com/2026/story?', 'an empty query'],
    ['https://me:secret@news.example.com/2026/story', 'sign-in details'],
  ])('U12: %s is the same page (%s)', (url) => expect(canonicalUrl(url)).toBe(page))

  it.each([
    'https://news.example.com/2026/Story',
    'https://news.example.com/2026/story?id=5',
    'https://news.example.com/2026/story#!/route',
    'https://news.example.com/2026/story#/route',
    'https://news.example.com:8443/2026/story',
  ])('U12: %s is another page', (url) => expect(canonicalUrl(url)).not.toBe(page))

  it('keeps the root as it is', () => expect(canonicalUrl('https://example.com')).toBe('https://example.com/'))

  it('keeps the parameters that remain, in their order and spelling', () => {
    expect(canonicalUrl('https://e.com/a?b=%20x&utm_id=1&a=2')).toBe('https://e.com/a?b=%20x&a=2')
  })

  it.each([
    ['https://example.com/post/amp', 'https://example.com/post', 'the page behind its AMP form'],
    ['https://m.example.com/post', 'https://www.example.com/post', 'the desktop page behind the mobile one'],
    [
      'https://example.com/post?ref=home',
      'https://example.com/post',
      'the page without a parameter that names nothing',
    ],
    ['https://example.com/s?id=7', 'https://example.com/stories/7-a-title', 'the speaking address'],
    ['https://example.com/post', '/post-renamed', 'a relative one'],
  ])('believes the page: %s is %s (%s)', (url, declared) => {
    expect(canonicalUrl(url, { declared })).toBe(new URL(declared, url).href)
  })

  it.each([
    ['https://example.com/post', 'https://evil.example/post', 'another site'],
    ['https://evil.co.uk/post', 'https://good.co.uk/post', 'another site under a common suffix'],
    ['https://evil.co.uk/post', 'https://co.uk/post', 'a suffix'],
    ['https://example.com/post', 'https://example.com/', 'the home page'],
    ['https://example.com/blog/post', 'https://example.com/blog', 'the section'],
    ['https://example.com/view?id=7', 'https://example.com/view', 'an address that has lost what names the page'],
    ['https://example.com/post', 'javascript:alert(1)', 'no web address'],
    ['https://example.com/post', 'https://[', 'nonsense'],
    ['https://example.com/app#!/a', 'https://example.com/other', 'an app that declares one address for all routes'],
    ['http://a.localhost:8080/post', 'http://a.localhost:9090/post', 'another port'],
  ])('does not believe the page: %s is not %s (%s)', (url, declared) => {
    expect(canonicalUrl(url, { declared })).toBe(canonicalUrl(url))
  })

  it('keeps a link that its site sends to the home page under its own address, and asks for no other', () => {
    const asked = 'https://example.com/2019/post?utm_source=x'
    const home = { url: 'https://www.example.com/', canonicalUrl: 'https://www.example.com/' }
    expect(keptUnder(asked, { ...home, verdict: 'complete', words: 900 })).toEqual({
      url: asked,
      forms: ['https://example.com/2019/post'],
    })
  })

  it.each([
    ['https://sho.rt/abc', 'https://example.com/', 'a short link to a home page'],
    ['https://example.com/', 'https://www.example.com/', 'the home page itself'],
    ['https://example.com/old', 'https://example.com/new', 'a page that has moved'],
  ])('keeps the address that was reached: %s, %s (%s)', (asked, reached) => {
    expect(keptUnder(asked, { url: reached, verdict: 'complete', words: 900 })).toMatchObject({ url: reached })
  })

  it.each([
    ['https://sho.rt/abc', 'https://example.com/post', 'not-article', 0, 'a short link to a film'],
    [
      'https://example.com/old',
      'https://example.com/new',
      'wall',
      140,
      'a page that has moved, and shows its beginning',
    ],
  ] as const)('keeps the address that was reached: %s, %s (%s, %i words: %s)', (asked, url, verdict, words, _what) => {
    expect(keptUnder(asked, { url, verdict, words })).toMatchObject({ url })
  })

  it('asks for every form the page may have been kept under, each once', () => {
    expect(
      canonicalForms(
        ['https://example.com/post/amp', 'https://example.com/post?utm_source=x'],
        'https://example.com/post',
      ),
    ).toEqual(['https://example.com/post', 'https://example.com/post/amp'])
  })
})
