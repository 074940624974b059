import { expect, it } from 'vitest'
import { reExtract, type ReExtractOptions } from '../../../main/capture/reExtract.ts'
import type { ActBody } from '../../../preload/act.ts'
import type { Version } from '../../../preload/article.ts'
import type { Extraction } from '../../../preload/extraction.ts'
import { ok } from '../../../preload/failure.ts'

const id = '01HZZZZZZZZZZZZZZZZZZZZZZA'
const [first, second] = ['01HZZZZZZZZZZZZZZZZZZZZZZB', '01HZZZZZZZZZZZZZZZZZZZZZZC']
const sum = { sha256: 'a'.repeat(64), sizeBytes: 1 }

const record: Version = {
  format: 1,
  id,
  version: first,
  url: 'https://a.example/ferry',
  canonicalUrl: 'https://a.example/ferry',
  title: 'The ferry',
  byline: 'Share this',
  capturedAt: '2024-05-01T10:00:00.000Z',
  how: { way: 'rendered', app: 'Offprint 0.1.0' },
  verdict: 'partial',
  reasons: [],
  words: 100,
  images: { kept: 1, found: 1 },
  blobs: [],
  files: { 'html.gz': sum, 'page.html.gz': sum },
}

const pdfBytes = new Uint8Array(12)

function withExtraction(extraction: Partial<Extraction>, before: Version = record) {
  const written: { record: Omit<Version, 'format' | 'files'>; html: string; page?: string; pdf?: Uint8Array }[] = []
  const acts: ActBody[] = []
  const read: Extraction = {
    title: 'The ferry',
    html: '<p>Better.</p>',
    text: 'Better.',
    words: 120,
    blobs: [],
    images: { kept: 1, found: 1 },
    verdict: 'complete',
    reasons: [],
    ...extraction,
  }
  const options: ReExtractOptions = {
    app: 'Offprint 0.2.0',
    newId: () => second,
    extractor: {
      extract: () => Promise.resolve(ok(read)),
      pdf: ({ bytes }) => Promise.resolve(ok({ extraction: read, pages: bytes.length })),
    },
    vault: {
      readVersion: () => Promise.resolve(ok({ record: before, html: '<p>Old.</p>' })),
      readPage: () => Promise.resolve(ok('<html></html>')),
      readPdf: () => Promise.resolve(ok(pdfBytes)),
      writeVersion: (what) => {
        written.push(what)
        return Promise.resolve(ok({ ...record, ...what.record, files: record.files }))
      },
      append: (bodies) => {
        acts.push(...bodies)
        return Promise.resolve(ok(null))
      },
    },
  }
  return { written, acts, run: (more = {}) => reExtract({ id, version: first, ...more }, options) }
}

it('keeps a better reading as a new version of the same article, with its frozen page', async () => {
  const { run, written, acts } = withExtraction({ byline: 'Ada Finch' })
  expect(await run()).toEqual(ok({ kind: 'new', version: second }))
  expect(written[0]).toMatchObject({
    html: '<p>Better.</p>',
    page: '<html></html>',
    record: { id, version: second, byline: 'Ada Finch', words: 120, capturedAt: record.capturedAt },
  })
  expect(acts).toMatchObject([
    { act: 'saved', article: id, version: second, current: true, worth: { verdict: 'complete', words: 120 } },
  ])
})

it('does not carry on what the page no longer seems to say', async () => {
  const { run, written } = withExtraction({})
  await run()
  expect(written[0]?.record).not.toHaveProperty('byline')
})

it.each<[string, Partial<Extraction>, string]>([
  ['a worse verdict', { verdict: 'wall' }, 'worse'],
  ['far fewer words', { words: 10 }, 'worse'],
  ['the same reading', { html: '<p>Old.</p>' }, 'same'],
])('writes nothing for %s', async (_name, extraction, kind) => {
  const { run, written, acts } = withExtraction(extraction)
  expect(await run()).toEqual(ok({ kind }))
  expect([...written, ...acts]).toEqual([])
})

it('reads a kept PDF again, and keeps it beside the better reading', async () => {
  const ofPdf: Version = { ...record, pages: 11, files: { 'html.gz': sum, pdf: sum } }
  const { run, written, acts } = withExtraction({ byline: 'Ada Finch' }, ofPdf)
  expect(await run()).toEqual(ok({ kind: 'new', version: second }))
  expect(written[0]).toMatchObject({
    html: '<p>Better.</p>',
    pdf: pdfBytes,
    record: { byline: 'Ada Finch', pages: 12 },
  })
  expect(written[0]).not.toHaveProperty('page')
  expect(acts).toHaveLength(1)
})

it('leaves alone what has no frozen page', async () => {
  const { run, written } = withExtraction({}, { ...record, files: { 'html.gz': sum } })
  expect(await run()).toEqual(ok({ kind: 'page-missing' }))
  expect(written).toEqual([])
})

it('keeps a shorter reading that the person has asked for', async () => {
  const { run, written, acts } = withExtraction({ words: 10 })
  expect(await run({ isWanted: true, rule: 'remove aside' })).toEqual(ok({ kind: 'new', version: second }))
  expect(written).toHaveLength(1)
  expect(acts).toMatchObject([{ act: 'saved', current: true }])
  expect(acts[0]).not.toHaveProperty('worth')
})

it('says of a better reading what the capture lacked: pages that could not be had, images that were not saved', async () => {
  const lacking: Version = {
    ...record,
    reasons: ['Page 2 of the article could not be had.', 'Only 100 words of about 900 that read like text were kept.'],
    because: [
      { code: 'page-missing', page: 2 },
      { code: 'part-kept', words: 100, of: 900 },
    ],
  }
  const { run, written, acts } = withExtraction({ images: { kept: 1, found: 2 } }, lacking)
  expect(await run()).toEqual(ok({ kind: 'new', version: second }))
  expect(written[0]?.record).toMatchObject({
    verdict: 'partial',
    reasons: ['Page 2 of the article could not be had.', '1 image could not be saved.'],
    because: [
      { code: 'page-missing', page: 2 },
      { code: 'images-missing', images: 1 },
    ],
  })
  expect(acts).toMatchObject([{ worth: { verdict: 'partial' } }])
})

it('says nothing more of what an earlier reading had left out', async () => {
  const because: Version['because'] = [{ code: 'part-kept', words: 100, of: 900 }]
  const { run, written } = withExtraction({}, { ...record, because, reasons: ['Only 100 words were kept.'] })
  await run()
  expect(written[0]?.record).toMatchObject({ verdict: 'complete', reasons: [] })
  expect(written[0]?.record).not.toHaveProperty('because')
})
