import { afterEach, expect, test } from 'vitest'
import type { Pdf } from '../../../../renderer/extract/pdf/openPdf.ts'
import { createPdfView, type PdfView } from '../../../../renderer/reader/pdf/createPdfView.ts'

let view: PdfView
const scroller = document.createElement('div')
afterEach(() => {
  view.close()
  scroller.remove()
})

/** A PDF of two pages that can be searched and not drawn; the words of the second come when they are let go. */
async function open({ damaged = 0 } = {}) {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const page = (n: number) => ({
    getViewport: () => ({ width: 100, height: 100, scale: 1 }),
    getTextContent: async () => {
      if (n === 2) await held
      return { items: [{ str: `ferry and mill ${n}` }] }
    },
  })
  const pdf = {
    numPages: 2,
    getPage: (n: number) => (n === damaged ? Promise.reject(new Error('It is damaged.')) : Promise.resolve(page(n))),
  }
  document.body.append(scroller)
  view = await createPdfView({ scroller, pdf: pdf as unknown as Pdf, nameOf: String, onPage: () => undefined })
  return { letGo }
}

test('a question that another one has overtaken has no answer, and not none found', async () => {
  const { letGo } = await open()
  const [first, second] = [view.find('ferry'), view.find('mill')]
  letGo()
  expect(await first).toBeUndefined()
  expect(await second).toBe(2)
})

test('what is closed while it is searched has no answer', async () => {
  const { letGo } = await open()
  const asked = view.find('ferry')
  view.close()
  letGo()
  expect(await asked).toBeUndefined()
})

test('of a page that cannot be read nothing is found, and the others are searched', async () => {
  await open({ damaged: 2 })
  expect(await view.find('mill')).toBe(1)
})
