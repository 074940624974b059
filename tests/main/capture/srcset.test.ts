import { describe, expect, it } from 'vitest'
import { bestOfSrcset, parseSrcset } from '../../../main/capture/srcset.ts'

describe('parseSrcset', () => {
  it.each([
    [
      'a.jpg 480w, b.jpg 960w',
      [
        { url: 'a.jpg', width: 480 },
        { url: 'b.jpg', width: 960 },
      ],
    ],
    ['a.jpg, b.jpg 2x', [{ url: 'a.jpg' }, { url: 'b.jpg', density: 2 }]],
    ['a,b.jpg 1x', [{ url: 'a,b.jpg', density: 1 }]],
    [
      'https://cdn.example/c_fill,w_480/a.jpg 480w, https://cdn.example/c_fill,w_960/a.jpg 960w',
      [
        { url: 'https://cdn.example/c_fill,w_480/a.jpg', width: 480 },
        { url: 'https://cdn.example/c_fill,w_960/a.jpg', width: 960 },
      ],
    ],
    ['a.jpg 480w 300h', [{ url: 'a.jpg', width: 480 }]],
    ['data:image/gif;base64,AAAA= 1x', [{ url: 'data:image/gif;base64,AAAA=', density: 1 }]],
    [
      'a.jpg 1.5x,b.jpg .5x',
      [
        { url: 'a.jpg', density: 1.5 },
        { url: 'b.jpg', density: 0.5 },
      ],
    ],
    ['', []],
    [' , ,', []],
  ])('reads %j', (text, candidates) => expect(parseSrcset(text)).toEqual(candidates))
})

describe('bestOfSrcset', () => {
  it('takes the widest that fits', () => {
    expect(bestOfSrcset('a 480w, c 2560w, d 4000w, b 960w', 2560)).toBe('c')
  })
  it('takes the narrowest where all are too wide', () => {
    expect(bestOfSrcset('b 6000w, a 4000w', 2560)).toBe('a')
  })
  it('takes the densest up to three', () => {
    expect(bestOfSrcset('a, b 2x, c 4x', 2560)).toBe('b')
  })
  it('I4: chooses one of 400 at once', () => {
    const many = Array.from({ length: 400 }, (_, n) => `p${n}.jpg ${(n + 1) * 10}w`).join(', ')
    expect(bestOfSrcset(many, 2560)).toBe('p255.jpg')
  })
  it('finds nothing in nothing', () => expect(bestOfSrcset(' ', 2560)).toBeUndefined())
})
