import { expect, it } from 'vitest'
import { decodePage } from '../../../main/capture/decodePage.ts'

const page = (text: string) => `<!doctype html><title>${text}</title>`
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

it.each<[string, Uint8Array, string, string | undefined]>([
  ['declared UTF-8', utf8(page('Grüße')), 'text/html; charset=utf-8', page('Grüße')],
  ['UTF-8 without a declaration', utf8(page('Grüße')), 'text/html', page('Grüße')],
  ['UTF-8 that the server calls Latin-1', utf8(page('Grüße')), 'text/html; charset=iso-8859-1', page('Grüße')],
  ['Latin-1 as declared', latin(page('Grüße')), 'text/html; charset=iso-8859-1', page('Grüße')],
  [
    'windows-1251 as a meta element says',
    new Uint8Array([...latin('<meta charset=windows-1251><p>'), 0xcf, 0xf0, 0xe8]),
    'text/html',
    '<meta charset=windows-1251><p>При',
  ],
  ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, ...Buffer.from(page('Grüße'), 'utf16le')]), '', page('Grüße')],
  ['bytes that nobody explains', latin(page('Grüße')), 'text/html', undefined],
  ['a charset that nobody knows', latin(page('Grüße')), 'text/html; charset=x-strange', undefined],
  ['one that hides markup', latin(page('Grüße')), 'text/html; charset=iso-2022-kr', undefined],
])('%s', (_what, bytes, contentType, text) => expect(decodePage(bytes, contentType)).toBe(text))

it('is done at once with what a server says of a charset in a quarter of a megabyte', () => {
  const began = performance.now()
  decodePage(latin(page('Grüße')), `text/html; charset=${' '.repeat(200_000)}!`)
  expect(performance.now() - began).toBeLessThan(1_000)
})
