import { afterEach, describe, expect, it } from 'vitest'
import type { FreezeOptions, FrozenPage } from '../../../../main/capture/frozenPage.ts'

type Freezer = typeof import('../../../../main/capture/page/freeze.ts')

const options: FreezeOptions = { nonce: '00', elements: 20_000, depth: 512, imageWidth: 2_560 }
const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

afterEach(() => {
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
})

/** A page of its own with the script in it, as a captured page has it. */
async function open(html: string): Promise<{ page: Document; freezer: Freezer }> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'width: 1280px; height: 900px'
  const script = new URL('../../../../main/capture/page/freeze.ts', import.meta.url).href
  const loaded = new Promise<Freezer>((resolve) => {
    Object.assign(window, { freezerLoaded: resolve })
  })
  frame.srcdoc = `${html}<script type="module">import * as freezer from '${script}'; parent.freezerLoaded(freezer)</script>`
  document.body.append(frame)
  const freezer = await loaded
  const page = frame.contentDocument
  if (!page) throw new Error('no page')
  if (page.readyState !== 'complete')
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  return { page, freezer }
}

async function freeze(
  html: string,
  prepare: (page: Document) => unknown = () => undefined,
  change: Partial<FreezeOptions> = {},
) {
  const { page, freezer } = await open(html)
  await prepare(page)
  const answer = freezer.freeze({ ...options, ...change })
  if (answer.kind !== 'frozen') throw new Error(answer.kind)
  const frozen = new DOMParser().parseFromString(answer.html, 'text/html')
  return { answer, frozen, addresses: addressesOf(answer) }
}

/** The frozen page, shown as the snapshot is: parsed as a document, without scripts. */
async function shownAgain(html: string): Promise<Document> {
  const frame = document.createElement('iframe')
  frame.sandbox.add('allow-same-origin')
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = html
  document.body.append(frame)
  await loaded
  return frame.contentDocument!
}

const addressesOf = (answer: FrozenPage) => answer.resources.map(({ candidates }) => candidates)
const resource = (n: number) => `offprint-resource:00-${n}`
/** A port that no browser opens: nothing here leaves the machine, nothing even tries. */
const site = 'http://localhost:9/'
const at = (path: string) => `${site}${path}`
const withBase = (body: string, head = '') =>
  `<!doctype html><head><base href="${site}dir/">${head}</head><body>${body}</body>`

describe('nothing that runs', () => {
  it('keeps no script, handler, script address, refresh or policy', async () => {
    const { answer, frozen } = await freeze(
      withBase(
        `<p onclick="x()" ONMOUSEOVER="y()">text</p><a href="java\tscript:alert(1)">a</a><a href="data:text/html,x">b</a>
         <form action="/send"><button formaction="/other">go</button></form><iframe srcdoc="<script>1</script>" src="/frame"></iframe>
         <svg><script>1</script><a xlink:href="javascript:1"><set attributeName="href" to="javascript:1"></set></a></svg><template><b>x</b></template>`,
        '<meta http-equiv="refresh" content="9;url=/x"><meta http-equiv="Content-Security-Policy" content="img-src *"><script>var a = 1</script>',
      ),
    )
    expect(answer.html).not.toMatch(
      /<script|javascript:|\son[a-z]+=|refresh|security-policy|srcdoc="(?!&lt;!DOCTYPE html&gt;)|formaction|action=|data:text|<set|<template/i,
    )
    expect(frozen.body.textContent).toContain('text')
    expect(frozen.querySelector('iframe')?.getAttribute('src')).toBe('/frame')
  })

  it('keeps the data of JSON-LD and the sources of formulas, so that no content ends them early', async () => {
    const { frozen } = await freeze(
      withBase('<script type="math/tex">a < b</script><script type="application/ld+json" id="data">{}</script>'),
      (page) => {
        const data = page.getElementById('data')
        if (data) data.textContent = '{"a":"</script><img src=x onerror=alert(1)>"}'
      },
    )
    const [formula, data] = frozen.querySelectorAll('script')
    expect(formula?.textContent).toBe('a < b')
    expect(JSON.parse(data?.textContent ?? '')).toEqual({ a: '</script><img src=x onerror=alert(1)>' })
    expect(frozen.querySelector('img')).toBeNull()
  })

  it('comes out the same when it is read and written again', async () => {
    const { frozen, answer } = await freeze(
      withBase(
        '<xmp><img src=x></xmp><style>a::before { content: "<b>" }</style><noscript><p>n</p></noscript><p>a &amp; b &lt;i&gt;</p>',
      ),
    )
    expect(`<!DOCTYPE html>\n${frozen.documentElement.outerHTML}`).toBe(answer.html)
    expect(frozen.querySelectorAll('img').length).toBe(0)
  })

  it('keeps the line break that a block of code begins with', async () => {
    const { frozen } = await freeze(withBase('<pre>\n\n two</pre>'))
    expect(frozen.querySelector('pre')?.textContent).toBe('\n two')
  })

  it('D3: is not deceived by names that stand before the real ones', async () => {
    const { frozen } = await freeze(
      withBase(`<form id="f"><input name="childNodes"><input name="firstChild"><input name="attributes"><input name="localName"><input name="shadowRoot"><p>inside</p></form>
      <img name="implementation"><img name="documentElement"><img name="querySelectorAll"><img name="createElement"><p>outside</p>`),
    )
    expect(frozen.querySelector('form p')?.textContent).toBe('inside')
    expect(frozen.querySelectorAll('form input').length).toBe(5)
    expect(frozen.querySelectorAll('[name]').length).toBe(0)
    expect(frozen.body.textContent).toContain('outside')
  })

  it('keeps no mark that the page has made itself', async () => {
    const { frozen } = await freeze(withBase('<p data-offprint-box="none" data-offprint-missing="1">text</p>'))
    expect(frozen.querySelector('p')?.getAttribute('data-offprint-box')).toMatch(/^\d/)
    expect(frozen.querySelector('p')?.hasAttribute('data-offprint-missing')).toBe(false)
  })
})

describe('as it looked', () => {
  it('notes its charset and the address its links start from', async () => {
    const { frozen } = await freeze(withBase('<a href="x">x</a>'))
    expect(frozen.head.firstElementChild?.getAttribute('charset')).toBe('utf-8')
    expect(frozen.querySelectorAll('base').length).toBe(1)
    expect(frozen.querySelector('a')?.href).toBe(at('dir/x'))
  })

  it('keeps what was typed and chosen, but nothing secret', async () => {
    const { frozen } = await freeze(
      withBase(
        '<input id="t"><input id="p" type="password"><input type="hidden" value="token"><input id="c" type="checkbox"><textarea></textarea><select><option>a<option>b</select>',
      ),
      (page) => {
        page.querySelector<HTMLInputElement>('#t')!.value = 'typed'
        page.querySelector<HTMLInputElement>('#p')!.value = 'secret'
        page.querySelector<HTMLInputElement>('#c')!.checked = true
        page.querySelector('textarea')!.value = 'long'
        page.querySelector('select')!.selectedIndex = 1
      },
    )
    expect(frozen.querySelector<HTMLInputElement>('#t')?.value).toBe('typed')
    expect(frozen.documentElement.outerHTML).not.toMatch(/secret|token/)
    expect(frozen.querySelector<HTMLInputElement>('#c')?.checked).toBe(true)
    expect(frozen.querySelector('textarea')?.value).toBe('long')
    expect(frozen.querySelector('select')?.value).toBe('b')
  })

  it('keeps shadow trees as trees, with the styles of their own, and what fills their slots beside them', async () => {
    const { answer } = await freeze(withBase('<x-card><b slot="title">Title</b>rest</x-card>'), (page) => {
      const root = page.querySelector('x-card')!.attachShadow({ mode: 'open' })
      root.innerHTML =
        '<style>:host { color: rgb(1, 2, 3) } b { color: red } ::slotted(b) { color: rgb(4, 5, 6) }</style><link rel="stylesheet" href="/in.css"><h2><slot name="title">none</slot></h2><div><slot></slot></div><slot name="other">fallback</slot>'
      const sheet = new page.defaultView!.CSSStyleSheet()
      sheet.replaceSync('h2 { color: rgb(7, 8, 9) }')
      root.adoptedStyleSheets = [sheet]
    })
    expect(answer.resources).toEqual([{ kind: 'style', candidates: [at('in.css')] }])
    const page = await shownAgain(answer.html)
    const card = page.querySelector('x-card')!
    const colour = (element: Element | null | undefined) => element && page.defaultView!.getComputedStyle(element).color
    expect(colour(card)).toBe('rgb(1, 2, 3)')
    expect(colour(card.querySelector('b'))).toBe('rgb(4, 5, 6)')
    expect(colour(card.shadowRoot?.querySelector('h2'))).toBe('rgb(7, 8, 9)')
    expect(card.shadowRoot?.querySelectorAll('style')).toHaveLength(3)
    expect(card.shadowRoot?.querySelector('div')?.assignedSlot).toBeNull()
    expect(card.shadowRoot?.querySelector<HTMLSlotElement>('div slot')?.assignedNodes()[0]?.textContent).toBe('rest')
  })

  it('shows what waited for a script to define it', async () => {
    const { answer } = await freeze(
      withBase('<x-late>text</x-late>', '<style>x-late:not(:defined) { visibility: hidden }</style>'),
      (page) => page.defaultView!.customElements.define('x-late', class extends page.defaultView!.HTMLElement {}),
    )
    const page = await shownAgain(answer.html)
    expect(page.defaultView!.getComputedStyle(page.querySelector('x-late')!).visibility).toBe('visible')
  })

  it('does not show what is for browsers without scripts, and keeps it', async () => {
    const { answer } = await freeze(withBase('<p>seen</p><noscript><p>Please enable JavaScript.</p></noscript>'))
    const page = await shownAgain(answer.html)
    const unseen = page.querySelector('noscript p')!
    expect(unseen.textContent).toBe('Please enable JavaScript.')
    expect(unseen.getClientRects()).toHaveLength(0)
  })

  it('asks for sheets that a style element imports, in its place and under its conditions', async () => {
    const { frozen, answer } = await freeze(
      withBase('', '<style>@import url(a.css); @import "b.css" layer(low) screen; b { color: red }</style>'),
    )
    expect(answer.resources.map(({ kind, candidates }) => [kind, ...candidates])).toEqual([
      ['style', at('dir/a.css')],
      ['style', at('dir/b.css')],
    ])
    const styles = [...frozen.querySelectorAll('style')].map((style) => style.textContent?.trim())
    expect(styles).toEqual([
      resource(0),
      `@media screen {\n@layer low {\n${resource(1)}\n}\n}`,
      expect.stringMatching(/^b \{ color: red;? \}$/),
    ])
  })

  it('keeps rules that a script has put into a sheet that was written', async () => {
    const { frozen } = await freeze(withBase('', '<style id="s">b { color: red }</style>'), (page) => {
      page.querySelector<HTMLStyleElement>('#s')!.sheet!.insertRule('i { color: blue }', 1)
    })
    expect(frozen.querySelector('style')?.textContent).toMatch(/b \{.*red.*\}\s*i \{.*blue.*\}/)
  })

  it('puts a card in the place of a frame whose content is not kept, and a place for the content where it is', async () => {
    const markup = withBase(
      '<iframe id="kept" src="/kept"></iframe><iframe id="card" title="A film" src="/player" width="300" height="200"></iframe><iframe id="ad" class="ad-slot" src="/ad"></iframe><iframe id="dot" src="/dot" width="10" height="10"></iframe>',
    )
    const { page, freezer } = await open(markup)
    const wanted = ['kept', 'card', 'ad', 'dot'].map((id) => freezer.settling.wantsFrame(page.getElementById(id)!))
    expect(wanted).toEqual([expect.any(Number), expect.any(Number), undefined, undefined])
    const answer = freezer.freeze({ ...options, frames: [wanted[0]!] })
    const frozen = new DOMParser().parseFromString(answer.kind === 'frozen' ? answer.html : '', 'text/html')
    const inside = (id: string) => frozen.getElementById(id)?.getAttribute('srcdoc')
    expect(inside('kept')).toBe(`offprint-frame:00-${wanted[0]}`)
    expect(inside('card')).toMatch(/<p>A film<\/p><a href="http:\/\/localhost:9\/player">localhost<\/a>/)
    expect(inside('dot')).toBeNull()
  })

  it('keeps a drawing as a picture', async () => {
    const { frozen, addresses } = await freeze(
      withBase('<canvas class="c" width="4" height="4" aria-label="A chart"></canvas>'),
      (page) => {
        page.querySelector('canvas')!.getContext('2d')!.fillRect(0, 0, 4, 4)
      },
    )
    expect(frozen.querySelector('img.c')?.getAttribute('alt')).toBe('A chart')
    expect(addresses[0]?.[0]).toMatch(/^data:image\/png/)
  })

  it('keeps styles that scripts have made, and asks for those that are linked', async () => {
    const { frozen, answer } = await freeze(
      withBase(
        '',
        '<link rel="stylesheet" href="/a.css" media="screen"><link rel="alternate stylesheet" href="/b.css"><link rel="preload" href="/c.css"><style id="s"></style>',
      ),
      (page) => {
        page.querySelector<HTMLStyleElement>('#s')!.sheet!.insertRule('p { background: url(x.png) }')
        const view = page.defaultView!
        const sheet = new view.CSSStyleSheet()
        sheet.replaceSync('b { color: red }')
        page.adoptedStyleSheets = [sheet]
      },
    )
    const [linked, made, adopted] = [...frozen.querySelectorAll('style')].map((style) => style.textContent)
    expect(linked).toBe(resource(0))
    expect(frozen.querySelector('style')?.media).toBe('screen')
    expect(made).toContain(resource(1))
    expect(adopted).toBe('b { color: red; }')
    expect(answer.resources).toEqual([
      { kind: 'style', candidates: [at('a.css')] },
      { kind: 'style-asset', candidates: [at('dir/x.png')] },
    ])
    expect(answer.html).not.toMatch(/b\.css|c\.css/)
  })
})

describe('pictures', () => {
  const sources = async (markup: string) => (await freeze(withBase(markup))).addresses[0]

  it.each([
    [
      'the best of a choice, whichever is shown',
      '<img src="s.png" sizes="400px" srcset="m.png 800w, l.png 1600w, x.png 5000w">',
      ['dir/l.png'],
    ],
    [
      'a source that holds',
      '<picture><source media="(min-width: 9999px)" srcset="no.png"><source type="image/never" srcset="no2.png"><source srcset="yes.webp 1x, yes2.webp 2x"><img src="s.png"></picture>',
      ['dir/yes2.webp'],
    ],
    ['what a script would load', `<img src="${dot}" data-src="late.png">`, ['dir/late.png']],
    ['what a script would choose from', `<img src="${dot}" data-srcset="m.png 800w, l.png 1600w">`, ['dir/l.png']],
    [
      'the one in noscript',
      `<img class="lazy" src="${dot}"><noscript><img src="real.png"></noscript>`,
      ['dir/real.png'],
    ],
    [
      'the one in noscript beside its box',
      `<div><span><img src="${dot}"></span><noscript><img src="real.png"></noscript></div>`,
      ['dir/real.png'],
    ],
    ['the one behind a placeholder', '<img src="/img/placeholder.gif" data-original="real.png">', ['dir/real.png']],
    ['one that has not begun', '<div style="height: 9000px"></div><img loading="lazy" src="far.png">', ['dir/far.png']],
  ])('takes %s', async (_what, markup, expected) => {
    expect((await sources(markup))?.slice(0, expected.length)).toEqual(expected.map(at))
  })

  it('takes a plain one', async () => {
    const { addresses } = await freeze(withBase('<canvas width="4" height="4"></canvas>'), (page) => {
      const image = page.createElement('img')
      image.src = page.querySelector('canvas')!.toDataURL()
      page.querySelector('canvas')!.replaceWith(image)
      return image.decode()
    })
    expect(addresses[0]?.[0]).toMatch(/^data:image\/png/)
  })

  it.each([
    ['one that counts readers', '<img src="/collect?x=1" width="1" height="1">'],
    ['one of a single dot', `<img src="${dot}">`],
    ['one that says it is one dot', '<img src="/x.gif" width="1" height="1">'],
  ])('drops %s', async (_what, markup) => {
    const { frozen, addresses } = await freeze(withBase(markup))
    expect(frozen.querySelector('img')).toBeNull()
    expect(addresses).toEqual([])
  })

  it('I1: one that is broken is marked, so that nothing is kept of it but its words', async () => {
    const broken = 'data:image/png;base64,AAAA'
    const { answer, frozen } = await freeze(withBase(`<img src="${broken}" alt="A tower">`))
    expect(answer.resources).toEqual([{ kind: 'image', candidates: [broken], isBroken: true }])
    expect(frozen.querySelector('img')?.getAttribute('alt')).toBe('A tower')
  })

  it('leaves no address that would load', async () => {
    const { answer, frozen } = await freeze(
      withBase(
        '<picture><source srcset="a.webp, a2.webp 2x"><img src="a.png" srcset="b.png 2x" sizes="50vw" loading="lazy"></picture><video poster="p.jpg" autoplay></video><p style="background: url(bg.png)">x</p><svg><image href="i.png"/><use href="s.svg#x"/></svg>',
      ),
    )
    expect(answer.html).not.toMatch(/(?:src|srcset|poster|href)="(?!offprint-resource:|http:\/\/localhost:9\/dir\/")/)
    expect(answer.html).not.toMatch(/url\((?!&quot;offprint-resource:)/)
    expect(frozen.querySelector('use')).toBeNull()
    expect(answer.resources.map(({ kind }) => kind)).toEqual(['image', 'image', 'style-asset', 'image'])
  })

  it('asks for the picture a page names for others', async () => {
    const { frozen, answer } = await freeze(
      withBase('', '<meta property="og:image" content="/lead.jpg"><meta name="description" content="d">'),
    )
    expect(frozen.querySelector('meta[property="og:image"]')?.getAttribute('content')).toBe(resource(0))
    expect(answer.resources).toEqual([{ kind: 'lead-image', candidates: [at('lead.jpg')] }])
  })
})

describe('marks of the layout', () => {
  it('say where things stood and what was not shown', async () => {
    const { frozen } = await freeze(
      withBase(
        `<style>body { margin: 0 }</style><div id="box" style="position: absolute; left: 10px; top: 20px; width: 300px; height: 40px; font: 700 18px serif">x</div>
        <div id="gone" style="display: none"><p>never</p></div><div id="hidden" style="visibility: hidden">x</div>
        <div id="bar" style="position: fixed; top: 0; height: 50px">x</div><p>one <b id="bold">two</b> <b id="unseen" style="visibility: hidden">three</b></p>`,
      ),
    )
    const mark = (selector: string) => frozen.querySelector(selector)?.getAttribute('data-offprint-box')
    expect(mark('#box')).toBe('10,20,300,40,18,700,a')
    expect(mark('#gone')).toBe('none')
    expect(mark('#gone p')).toBeNull()
    expect(mark('#hidden')).toBe('hidden')
    expect(mark('#bar')).toMatch(/,f$/)
    expect(mark('#bold')).toBeNull()
    expect(mark('#unseen')).toBe('hidden')
  })
})

describe('what it says of the page', () => {
  it('H12: knows an empty one', async () => {
    expect((await freeze('<!doctype html><body></body>')).answer.isEmpty).toBe(false) // it holds the script of this test
    expect((await freeze('', (page) => page.querySelector('script')?.remove())).answer.isEmpty).toBe(true)
    expect((await freeze('<p>text', (page) => page.querySelector('script')?.remove())).answer.isEmpty).toBe(false)
  })

  it('D2: gives up where there are too many elements, or too many inside each other', async () => {
    const { freezer, page } = await open('<!doctype html><body></body>')
    let inner: Element = page.body
    for (let n = 0; n < 600; n++) inner = inner.appendChild(page.createElement('div'))
    expect(freezer.freeze(options)).toEqual({ kind: 'too-complex' })
    expect(freezer.freeze({ ...options, depth: 1_000 }).kind).toBe('frozen')
    expect(freezer.freeze({ ...options, depth: 1_000, elements: 500 })).toEqual({ kind: 'too-complex' })
  })
})
