import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { extractFiles, parsePair } from '../../../main/cli/extractFiles.ts'
import type { Examiner } from '../../../main/capture/extraction.ts'
import { failed, ok } from '../../../preload/failure.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'extract-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const examined = {
  html: '<p>Whole.</p>',
  text: 'Whole.\nCaption.',
  textWithoutCaptions: 'Whole.',
  words: 1,
  blobs: [],
  images: { kept: 0, found: 0 },
  verdict: 'complete' as const,
  reasons: [],
}
const plain = { textWithoutCaptions: false, why: false }
const never = new AbortController().signal

/** Answers with the page's own text as its title, the longer the later. */
const examiner: Examiner = {
  async examine({ bytes }) {
    const title = new TextDecoder().decode(bytes)
    await new Promise((resolve) => setTimeout(resolve, title.length))
    return ok({ ...examined, title })
  },
}

function collecting() {
  const out: Record<string, unknown>[] = []
  const err: string[] = []
  return {
    out,
    err,
    output: { out: (text: string) => out.push(JSON.parse(text)), err: (text: string) => err.push(text) },
  }
}

function page(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content)
  return { file: join(folder, name), base: 'https://a.example/' }
}

it('prints the pages in the order in which they were named, whichever is done first', async () => {
  const pages = ['a long page that takes its time', 'short', 'longer', 'b'].map((text, n) => page(`${n}.html`, text))
  const { out, output } = collecting()
  expect(await extractFiles(pages, plain, [examiner, examiner], output, never)).toBe(0)
  expect(out.map(({ file }) => file)).toEqual(pages.map(({ file }) => file))
})

it('leaves captions out of the text when asked', async () => {
  const { out, output } = collecting()
  const options = { textWithoutCaptions: true, why: false }
  await extractFiles([page('a.html', 'A')], options, [examiner], output, never)
  expect(out[0]).toMatchObject({ text: 'Whole.', title: 'A' })
  expect(out[0]).not.toHaveProperty('textWithoutCaptions')
})

it('hands gzipped pages over as they are', async () => {
  const packed = gzipSync('packed')
  const got: Uint8Array[] = []
  const unpacking: Examiner = {
    async examine({ bytes }) {
      got.push(bytes)
      return ok({ ...examined, title: 'Unpacked there' })
    },
  }
  const { out, output } = collecting()
  await extractFiles([page('a.gz', packed)], plain, [unpacking], output, never)
  expect(out[0]).toMatchObject({ title: 'Unpacked there' })
  expect(got.map((bytes) => [...bytes])).toEqual([[...packed]])
})

it('unpacks gzipped pages that could not be unpacked there, and refuses those that expand too much or are damaged', async () => {
  const packed = gzipSync('packed')
  const pages = [
    page('a.gz', Buffer.concat([packed, gzipSync(' twice')])),
    page('b.gz', gzipSync(new Uint8Array(21_000_000))),
    page('c.gz', packed.subarray(0, packed.length - 9)),
  ]
  const refusing: Examiner = {
    async examine(asked) {
      return asked.bytes[0] === 0x1f ? failed({ code: 'damaged-data' }) : examiner.examine(asked)
    },
  }
  const { out, output } = collecting()
  await extractFiles(pages, plain, [refusing], output, never)
  expect(out[0]).toMatchObject({ title: 'packed twice' })
  expect(out[1]).toMatchObject({ failure: { code: 'expands-too-much' } })
  expect(out[2]).toMatchObject({ failure: { code: 'damaged-data' } })
})

it('goes on after a file that is not there, and says so in the exit code', async () => {
  const { out, err, output } = collecting()
  const pages = [{ file: join(folder, 'none.html'), base: 'https://a.example/' }, page('a.html', 'A')]
  expect(await extractFiles(pages, plain, [examiner], output, never)).toBe(2)
  expect(err[0]).toContain('there is no such file')
  expect(out[1]).toMatchObject({ title: 'A' })
})

it('refuses a base that is no web address', async () => {
  const { err, output } = collecting()
  const wrong = { ...page('a.html', 'A'), base: 'file:///etc/passwd' }
  expect(await extractFiles([wrong], plain, [examiner], output, never)).toBe(2)
  expect(err[0]).toContain('not the address of a web page')
})

it('takes a pair of file and base apart at the tab, and nothing else', () => {
  expect(parsePair('a b.html\thttps://a.example/')).toEqual({ file: 'a b.html', base: 'https://a.example/' })
  for (const line of ['a.html', '\thttps://a.example/', 'a\tb\tc', 'a.html\t']) expect(parsePair(line)).toBeUndefined()
})
