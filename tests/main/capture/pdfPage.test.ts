import { describe, expect, it } from 'vitest'
import { isPdf, saysPdf } from '../../../main/capture/pdfPage.ts'

describe('an address that says it is a PDF', () => {
  const url = 'https://site.example/report'
  it.each([
    [{ url, contentType: 'application/pdf' }, true],
    [{ url, contentType: 'Application/PDF; charset=binary' }, true],
    [{ url: `${url}.pdf`, contentType: 'application/octet-stream' }, true],
    [{ url: `${url}.PDF?download=1`, contentType: 'binary/octet-stream' }, true],
    [{ url, contentType: 'application/octet-stream', disposition: 'attachment; filename="a b.pdf"' }, true],
    [{ url, contentType: 'application/octet-stream' }, false],
    [{ url: `${url}.pdf`, contentType: 'text/html' }, false],
    [{ url: `${url}.pdf`, contentType: undefined }, false],
    [{ url, contentType: 'application/octet-stream', disposition: 'attachment; filename="a.pdf.exe"' }, false],
  ])('%j: %s', (described, expected) => expect(saysPdf(described)).toBe(expected))

  it('is known at once where a server says so in a quarter of a megabyte', () => {
    const began = performance.now()
    saysPdf({ url, contentType: 'application/octet-stream', disposition: 'filename'.repeat(30_000) })
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

it('is believed only where its bytes begin as one', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(isPdf(bytes('%PDF-1.7\n'))).toBe(true)
  expect(isPdf(bytes(`${'\n'.repeat(900)}%PDF-1.7`))).toBe(true)
  expect(isPdf(bytes('<!doctype html><title>%PDF</title>'))).toBe(false)
  expect(isPdf(bytes(`${' '.repeat(2_000)}%PDF-1.7`))).toBe(false)
  expect(isPdf(new Uint8Array())).toBe(false)
})
