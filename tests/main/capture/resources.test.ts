import { describe, expect, it } from 'vitest'
import type { FrozenPage, FrozenResource } from '../../../main/capture/frozenPage.ts'
import { limits } from '../../../main/capture/limits.ts'
import { keepResources, type ResourceOptions } from '../../../main/capture/resources.ts'
import { failed, ok, type Failure } from '../../../preload/failure.ts'

const nonce = '00ff'
const placeholder = (n: number) => `offprint-resource:${nonce}-${n}`

function png(width: number, height: number, mark = 0): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  bytes[40] = mark
  return bytes
}

type Files = Readonly<Record<string, Uint8Array | string | Failure>>

async function keep(
  html: string,
  resources: readonly FrozenResource[],
  files: Files,
  change: Partial<ResourceOptions> = {},
) {
  const fetched: string[] = []
  const stored = new Map<string, Uint8Array>()
  const page: FrozenPage = {
    kind: 'frozen',
    html,
    title: '',
    url: 'https://site.example/a',
    resources: [...resources],
    isReallyUtf8: false,
    isEmpty: false,
  }
  const kept = await keepResources({
    page,
    nonce,
    limits,
    loaded: new Set(Object.keys(files)),
    async fetch(url) {
      fetched.push(url)
      const file = files[url] ?? { code: 'http-status', status: 404, reason: '' }
      if (typeof file === 'string') return ok({ bytes: Buffer.from(file), contentType: 'text/css' })
      return file instanceof Uint8Array ? ok({ bytes: file, contentType: 'text/plain' }) : failed(file)
    },
    putBlob(bytes, ext) {
      const name = `b${stored.size}.${ext}`
      stored.set(name, bytes)
      return ok(name)
    },
    ...change,
  })
  return { kept, fetched, stored }
}

const image = (...candidates: string[]): FrozenResource => ({ kind: 'image', candidates })

describe('frames', () => {
  it('writes what was in them into the page, with its own resources, whatever it holds', async () => {
    const inside: FrozenPage = {
      kind: 'frozen',
      html: `<p title='"'>&amp; "in" <img src="offprint-resource:0abc-0"></p><style>offprint-resource:0abc-1</style>`,
      title: '',
      url: 'https://frame.example/',
      resources: [image('https://s/a.png'), { kind: 'style', candidates: ['https://s/a.css'] }],
      isReallyUtf8: false,
      isEmpty: false,
    }
    const { kept } = await keep(
      `<iframe srcdoc="offprint-frame:${nonce}-3"></iframe>`,
      [],
      { 'https://s/a.png': png(3, 3), 'https://s/a.css': 'b::after { content: ""> </iframe>" }' },
      { frames: new Map([[3, { page: inside, nonce: '0abc', frames: new Map() }]]) },
    )
    const html = kept.ok ? kept.value.html : ''
    expect(html).toMatch(/^<iframe srcdoc="[^"]*"><\/iframe>$/)
    const srcdoc = /"([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(srcdoc).toBe(
      `<p title='"'>&amp; "in" <img src="offprint-asset:b0.png" data-offprint-size="3,3"></p><style>b::after { content: ""> </iframe>" }</style>`,
    )
    expect(kept.ok && kept.value.blobs.map(({ name }) => name)).toEqual(['b0.png'])
  })
})

describe('pictures', () => {
  it('shows no speck in the place of a picture that could not be had', async () => {
    const { kept } = await keep(
      `<img alt="a" src="${placeholder(0)}">`,
      [image('https://s/a.png', 'https://s/grey.png')],
      {
        'https://s/grey.png': png(16, 9),
      },
    )
    expect(kept).toMatchObject({ value: { html: '<img alt="a" data-offprint-missing="">' } })
  })
  it('keeps a small picture that is all that was meant', async () => {
    const { kept } = await keep(`<img alt="a" src="${placeholder(0)}">`, [image('https://s/smile.png')], {
      'https://s/smile.png': png(16, 9),
    })
    expect(kept).toMatchObject({
      value: { html: '<img alt="a" src="offprint-asset:b0.png" data-offprint-size="16,9">' },
    })
  })
  it('keeps them by content and puts their addresses in', async () => {
    const { kept } = await keep(`<img alt="a" src="${placeholder(0)}">`, [image('https://s/a.png')], {
      'https://s/a.png': png(3, 3),
    })
    expect(kept).toEqual(
      ok({
        html: '<img alt="a" src="offprint-asset:b0.png" data-offprint-size="3,3">',
        blobs: [{ name: 'b0.png', sizeBytes: 64, use: 'image' }],
        tooLarge: 0,
        leftOut: 0,
      }),
    )
  })

  it('I1, I4: tries the next address where one gives no picture, and leaves the alternative text where none does', async () => {
    const { kept, fetched } = await keep(
      `<img src="${placeholder(0)}" alt="a"><img src="${placeholder(1)}" alt="b">`,
      [image('https://s/gone', 'https://s/page', 'https://s/a.png'), image('https://s/empty', 'https://s/gone')],
      { 'https://s/page': '<html>', 'https://s/a.png': png(300, 300), 'https://s/empty': new Uint8Array(0) },
    )
    expect(kept).toMatchObject({
      value: {
        html: '<img src="offprint-asset:b0.png" data-offprint-size="300,300" alt="a"><img data-offprint-missing="" alt="b">',
        tooLarge: 0,
      },
    })
    expect(fetched.filter((url) => url === 'https://s/gone').length).toBe(1)
  })

  it('takes the kind from the bytes, not from what the server or the name says', async () => {
    const { stored } = await keep(`<img src="${placeholder(0)}">`, [image('https://s/a.jpg')], {
      'https://s/a.jpg': png(3, 3),
    })
    expect([...stored.keys()]).toEqual(['b0.png'])
  })

  it('I2: keeps none that is too large, by its size in bytes or in pixels, and counts it', async () => {
    const { kept, stored } = await keep(
      `<img src="${placeholder(0)}"><img src="${placeholder(1)}">`,
      [image('https://s/a'), image('https://s/b')],
      { 'https://s/a': png(30_000, 30_000), 'https://s/b': { code: 'too-large', limitMegabytes: 15 } },
    )
    expect(kept).toMatchObject({ value: { tooLarge: 2 } })
    expect(stored.size).toBe(0)
  })

  it('I1, I2: keeps none that the page could not show, and counts the ones that were too large to', async () => {
    const broken = (url: string): FrozenResource => ({ kind: 'image', candidates: [url], isBroken: true })
    const { kept, stored } = await keep(
      `<img src="${placeholder(0)}"><img src="${placeholder(1)}">`,
      [broken('https://s/a'), broken('https://s/b')],
      { 'https://s/a': png(30_000, 30_000), 'https://s/b': png(3, 3) },
    )
    expect(kept).toMatchObject({ value: { tooLarge: 1, blobs: [] } })
    expect(stored.size).toBe(0)
  })

  it('I4: a data: address of 50 MB is too large', async () => {
    const { kept } = await keep(
      `<img src="${placeholder(0)}">`,
      [image(`data:image/png;base64,${'A'.repeat(50_000_000)}`)],
      {},
    )
    expect(kept).toMatchObject({ value: { html: '<img data-offprint-missing="">', tooLarge: 1 } })
  })

  it('takes a picture wider than 2,560 pixels only where there is no other', async () => {
    const files = { 'https://s/wide.png': png(4000, 3), 'https://s/fits.png': png(2560, 3) }
    const { kept } = await keep(
      `<img src="${placeholder(0)}"><img src="${placeholder(1)}">`,
      [image('https://s/wide.png', 'https://s/fits.png'), image('https://s/wide.png', 'https://s/gone')],
      files,
    )
    expect(kept.ok && [...kept.value.html.matchAll(/data-offprint-size="(\d+)/g)].map(([, width]) => width)).toEqual([
      '2560',
      '4000',
    ])
  })

  it('keeps what stands in a data: address, without a request', async () => {
    const address = `data:image/png;base64,${Buffer.from(png(3, 3)).toString('base64')}`
    const { kept, fetched } = await keep(`<img src="${placeholder(0)}">`, [image(address)], {})
    expect(kept).toMatchObject({ value: { html: '<img src="offprint-asset:b0.png" data-offprint-size="3,3">' } })
    expect(fetched).toEqual([])
  })

  it('I3: keeps an SVG without what runs in it', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect/></svg>'
    const { stored } = await keep(`<img src="${placeholder(0)}">`, [image('https://s/a.svg')], {
      'https://s/a.svg': Buffer.from(svg),
    })
    expect([...stored.values()].map((bytes) => new TextDecoder().decode(bytes))).toEqual([
      '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
    ])
  })

  it('keeps no dot that counts readers', async () => {
    const { stored } = await keep(`<img src="${placeholder(0)}">`, [image('https://s/a.gif')], {
      'https://s/a.gif': png(1, 1),
    })
    expect(stored.size).toBe(0)
  })

  it('stops at so many files and so many bytes', async () => {
    const many = Array.from({ length: 20 }, (_, n) => image(`https://s/${n}`))
    const files = Object.fromEntries(many.map(({ candidates }, n) => [candidates[0]!, png(3, 3, n)]))
    const html = many.map((_, n) => `<img src="${placeholder(n)}">`).join('')
    const few = await keep(html, many, files, { limits: { ...limits, assets: 5 } })
    expect(few.stored.size).toBe(5)
    const small = await keep(html, many, files, { limits: { ...limits, totalBytes: 64 * 3 } })
    expect(small.stored.size).toBeLessThan(12)
  })

  it('the picture a page names for others is kept, or its mark is emptied', async () => {
    const html = `<meta property="og:image" content="${placeholder(0)}"><meta property="og:image" content="${placeholder(1)}">`
    const lead = (url: string): FrozenResource => ({ kind: 'lead-image', candidates: [url] })
    const { kept } = await keep(html, [lead('https://s/a.png'), lead('https://s/gone')], {
      'https://s/a.png': png(3, 3),
    })
    expect(kept).toMatchObject({
      value: {
        html: '<meta property="og:image" content="offprint-asset:b0.png"><meta property="og:image" content="">',
      },
    })
  })

  it('G1: gives up where nothing can be stored', async () => {
    const full: Failure = { code: 'disk-full' }
    const { kept } = await keep(
      `<img src="${placeholder(0)}">`,
      [image('https://s/a.png')],
      { 'https://s/a.png': png(3, 3) },
      {
        putBlob: () => failed(full),
      },
    )
    expect(kept).toEqual(failed(full))
  })
})

describe('styles', () => {
  const style = (url: string): FrozenResource => ({ kind: 'style', candidates: [url] })

  it('are written into the page with what they import and refer to, as far as the page has loaded it', async () => {
    const { kept, fetched } = await keep(`<style>${placeholder(0)}</style>`, [style('https://s/css/a.css')], {
      'https://s/css/a.css': '@import "b.css"; a { background: url(../x.png) } b { background: url(never.png) }',
      'https://s/css/b.css': 'c { src: url(f.woff2) }',
      'https://s/x.png': png(3, 3),
      'https://s/css/f.woff2': Buffer.from('wOF2....'),
    })
    expect(kept).toMatchObject({
      value: {
        html: '<style>c { src: url("offprint-asset:b0.woff2") }\n a { background: url("offprint-asset:b1.png") } b { background: url("data:,") }</style>',
      },
    })
    expect(fetched).not.toContain('https://s/css/never.png')
  })

  it('cannot end the element they stand in, nor import themselves without end', async () => {
    const { kept } = await keep(`<style>${placeholder(0)}</style>`, [style('https://s/a.css')], {
      'https://s/a.css': '@import "a.css"; a::before { content: "</style><script>alert(1)</script>" }',
    })
    expect(kept.ok && kept.value.html).not.toMatch(/<\/style>./)
  })

  it('are left out where a page comes in their place, or nothing', async () => {
    const { kept } = await keep(
      `<style>${placeholder(0)}</style><style>${placeholder(1)}</style>`,
      [style('https://s/a.css'), style('https://s/gone')],
      {},
      {
        fetch: async (url) =>
          url.endsWith('gone')
            ? failed({ code: 'damaged-data' })
            : ok({ bytes: Buffer.from('<html>'), contentType: 'text/html' }),
      },
    )
    expect(kept).toMatchObject({ value: { html: '<style></style><style></style>' } })
  })

  it('of the page itself keep their pictures only where it has loaded them', async () => {
    const asset = (url: string): FrozenResource => ({ kind: 'style-asset', candidates: [url] })
    const { kept, fetched } = await keep(
      `<style>a { background: url("${placeholder(0)}") } b { background: url("${placeholder(1)}") }</style><p style="background: url(&quot;${placeholder(1)}&quot;)">`,
      [asset('https://s/x.png'), asset('https://s/y.png')],
      { 'https://s/x.png': png(3, 3) },
    )
    expect(kept).toMatchObject({
      value: {
        html: '<style>a { background: url("offprint-asset:b0.png") } b { background: url("data:,") }</style><p style="background: url(&quot;&quot;)">',
      },
    })
    expect(fetched).toEqual(['https://s/x.png'])
  })
})

it('is not deceived by a page that writes placeholders itself', async () => {
  const html = `<img src="${placeholder(0)}"><img src="offprint-resource:other-0"><p>offprint-resource:0-0</p>`
  const { kept } = await keep(html, [image('https://s/a.png')], { 'https://s/a.png': png(3, 3) })
  expect(kept).toMatchObject({
    value: {
      html: '<img src="offprint-asset:b0.png" data-offprint-size="3,3"><img src="offprint-resource:other-0"><p>offprint-resource:0-0</p>',
    },
  })
})

describe('three times what the page has loaded', () => {
  const shown = 'https://s/shown.png'
  const wide = 'https://s/wide.png'
  const padded = (width: number, sizeBytes: number) => {
    const bytes = new Uint8Array(sizeBytes)
    bytes.set(png(width, width))
    return bytes
  }
  const css = '@font-face { font-family: a; src: url(f.woff2) } body { font-family: a }'
  const woff2 = new Uint8Array(2_000)
  woff2.set(Buffer.from('wOF2'))
  const style: FrozenResource = { kind: 'style', candidates: ['https://s/a.css'] }
  const files = {
    [shown]: padded(400, 1_000),
    [wide]: padded(1_600, 5_000),
    'https://s/a.css': css,
    'https://s/f.woff2': woff2,
  }
  const html = `<style>${placeholder(0)}</style><img src="${placeholder(1)}">`
  const loaded = new Set([shown, 'https://s/a.css', 'https://s/f.woff2'])
  const bytes = (font: number) =>
    new Map([
      [shown, 1_000],
      ['https://s/a.css', css.length],
      ['https://s/f.woff2', font],
    ])

  it('are not passed by a larger form of a picture: the one that was shown is kept, and that is said', async () => {
    const { kept, stored } = await keep(html, [style, image(wide, shown)], files, { loaded, loadedBytes: bytes(500) })
    expect([...stored.values()].map(({ length }) => length).sort()).toEqual([1_000, 2_000])
    expect(kept.ok && kept.value.leftOut).toBe(1)
  })

  it('are filled by pictures before fonts', async () => {
    const { kept, stored } = await keep(html, [style, image(wide, shown)], files, { loaded, loadedBytes: bytes(900) })
    expect([...stored.values()].map(({ length }) => length)).toEqual([5_000])
    expect(kept.ok && kept.value.leftOut).toBe(1)
    expect(kept.ok && kept.value.html).not.toContain('f.woff2')
  })

  it('are no trouble for a picture that a style names too', async () => {
    const named = { ...files, 'https://s/a.css': 'body { background: url(shown.png) }' }
    const { kept } = await keep(html, [style, image(shown)], named, { loaded, loadedBytes: bytes(500) })
    expect(kept.ok && kept.value.html.match(/offprint-asset:/g)).toHaveLength(2)
  })

  it('take nothing from a picture that the page would have shown to somebody who scrolls', async () => {
    const { kept, stored } = await keep(html, [image(wide)], files, {
      loaded: new Set<string>(),
      loadedBytes: new Map([['https://site.example/a', 100]]),
    })
    expect([...stored.values()].map(({ length }) => length)).toEqual([5_000])
    expect(kept.ok && kept.value.leftOut).toBe(0)
  })
})
