import { describe, expect, it } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'
import { flatten } from '../../../renderer/extract/flatten.ts'

const sentence = 'The ferry had been late every day that week, and nobody on the quay believed the clock any more. '

function flat(body: string): HTMLElement {
  const document = new DOMParser().parseFromString(body, 'text/html')
  flatten(document)
  return document.body
}

describe('shadow trees', () => {
  it('stand in the place of their hosts’ children, with the slots filled', () => {
    const body = flat(
      '<x-card><template shadowrootmode="open"><h2><slot name="title">none</slot></h2><div><slot></slot></div><slot name="other">fallback</slot></template><b slot="title">Title</b>rest<i slot="nowhere">never</i></x-card>',
    )
    expect(body.innerHTML).toBe('<x-card><h2><b slot="title">Title</b></h2><div>rest</div>fallback</x-card>')
  })

  it('may hold others, and pass on what fills their slots', () => {
    const body = flat(
      '<x-outer><template shadowrootmode="open"><x-inner><template shadowrootmode="open"><p>[<slot name="in"></slot>]</p></template><slot slot="in"></slot></x-inner></template>text</x-outer>',
    )
    expect(body.innerHTML).toBe('<x-outer><x-inner><p>[text]</p></x-inner></x-outer>')
  })
})

describe('frames', () => {
  const frame = (html: string, more = '') =>
    `<iframe ${more} srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`

  it('give their text to the article, its links as they led', () => {
    const inside = `<html><head><base href="https://frame.example/dir/"></head><body><h1>In a frame</h1>${`<p>${sentence.repeat(3)}<a href="next">on</a></p>`.repeat(4)}</body></html>`
    const { text, html } = extractHtml(`<body><h1>Outside</h1>${frame(inside)}</body>`, 'https://page.example/')
    expect(text).toContain(sentence.trim())
    expect(html).toContain('href="https://frame.example/dir/next"')
  })

  it('stay frames where they hold hardly any text', () => {
    expect(flat(frame('<p>Follow us.</p>')).querySelector('p')).toBeNull()
    expect(flat(frame(`<p>${sentence.repeat(20)}</p>`, 'data-offprint-card=""')).querySelector('p')).toBeNull()
    expect(flat(frame(`<p>${sentence.repeat(20)}</p>`)).querySelector('p')).not.toBeNull()
  })
})

it('joins the pages of a long article, kept as frames or, as they were once, as templates', () => {
  const page = (n: number) => `<h1>Part ${n}</h1>${`<p>${n}. ${sentence.repeat(3)}</p>`.repeat(3)}`
  const { text } = extractHtml(
    `<body>${page(1)}<iframe data-offprint-part="https://x.example/2" srcdoc="${page(2)}"></iframe><template data-offprint-part="https://x.example/3">${page(3)}</template></body>`,
    'https://x.example/1',
  )
  const found = [1, 2, 3].map((n) => text.indexOf(`${n}. The ferry`))
  expect(found.every((at, n) => at > (found[n - 1] ?? -1))).toBe(true)
})
