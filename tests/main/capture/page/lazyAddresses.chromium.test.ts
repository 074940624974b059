import { describe, expect, it } from 'vitest'
import { lazyAddresses } from '../../../../main/capture/page/lazyAddresses.ts'

function found(markup: string) {
  const page = new DOMParser().parseFromString(markup, 'text/html')
  return lazyAddresses(page.querySelector('img')!, 2_560)
}

describe('addresses of pictures that come late', () => {
  it.each([
    [
      'a set',
      '<img data-srcset="https://s/a.png 480w, https://s/b.png 960w, https://s/c.png 4000w">',
      'https://s/b.png',
    ],
    ['the finer of two names', '<img data-src="https://s/a.png" data-src-retina="https://s/b.png">', 'https://s/b.png'],
    ['the second of two in one', '<img data-src="https://s/a.png|https://s/b.png">', 'https://s/b.png'],
    [
      'the last of several windows',
      '<img data-interchange="[https://s/a.png, small], [https://s/b.png, large]">',
      'https://s/b.png',
    ],
    [
      'the widest of a table',
      `<img data-dynamic-image='{"https://s/a.png":[300,200],"https://s/b.png":[900,600],"https://s/c.png":[9000,600]}'>`,
      'https://s/b.png',
    ],
    [
      'a pattern for the width',
      '<img data-src="https://s/a_{width}x.jpg" data-widths="[180, 960, 4000]">',
      'https://s/a_960x.jpg',
    ],
    ['a style', `<img data-bg="url('https://s/a.png')">`, 'https://s/a.png'],
  ])('takes %s', (_name, markup, expected) => {
    expect(found(markup).named[0]).toBe(expected)
  })

  it('takes a name it does not know only as a guess, and small and other pictures not at all', () => {
    const { named, guessed } = found(
      '<img data-thumb="https://s/t.png" data-fallback-src="https://s/f.png" data-anything="https://s/a.png" data-link="https://s/l.png">',
    )
    expect(named).toEqual([])
    expect(guessed).toEqual(['https://s/a.png'])
  })
})
