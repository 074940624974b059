import { describe, expect, it } from 'vitest'
import { createCapture, type CaptureOptions, type Found, type Progress } from '../../../main/capture/captureArticle.ts'
import type { PdfText } from '../../../main/capture/extraction.ts'
import type { PdfPage } from '../../../main/capture/pdfPage.ts'
import type { RenderedPage } from '../../../main/capture/renderPage.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
import type { ActBody } from '../../../preload/act.ts'
import type { Version } from '../../../preload/article.ts'
import type { CaptureJob } from '../../../preload/capture.ts'
import type { Extraction } from '../../../preload/extraction.ts'
import type { FrozenPage } from '../../../main/capture/frozenPage.ts'
import { failed, ok, type Failure, type Result } from '../../../preload/failure.ts'
import { until } from '../../until.ts'

const picture = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000003', 'hex')
const pictureName = `${'a'.repeat(64)}.png`
const smallName = `${'b'.repeat(64)}.webp`

const extracted: Extraction = {
  title: 'The title',
  byline: 'A. Writer',
  html: `<p>Text</p><img src="offprint-asset:${pictureName}">`,
  text: 'Text',
  words: 500,
  canonicalUrl: 'https://site.example/story',
  leadImage: pictureName,
  blobs: [pictureName],
  images: { kept: 1, found: 1 },
  verdict: 'complete',
  reasons: [],
}

const pdfPage: PdfPage = {
  kind: 'pdf',
  url: 'https://site.example/report.pdf',
  bytes: new TextEncoder().encode('%PDF-1.4'),
}

const frozenPage: FrozenPage = {
  kind: 'frozen',
  html: '<img src="offprint-resource:00-0">',
  title: 'Page title',
  url: 'https://site.example/story?utm_source=x',
  resources: [{ kind: 'image', candidates: ['https://site.example/a.png'] }],
  isReallyUtf8: false,
  isEmpty: false,
}

type World = {
  readonly extraction?: Partial<Extraction>
  readonly found?: Found
  readonly page?: Partial<RenderedPage>
  readonly renders?: Failure
  readonly versions?: readonly Version[]
  readonly appends?: Failure
  /** Deleted for good; the vault takes nothing more of it. */
  readonly purged?: string
  /** What the library has of the versions of an article. */
  readonly listed?: Readonly<Record<string, readonly string[]>>
  /** Where an earlier try was about to store it. */
  readonly planned?: { readonly known?: string }
  /** When and whether a blob is durable; at once unless given. */
  stores?(name: string): Promise<Result<string>>
  readonly cancelAfter?: string
  /** The address is a PDF, and this is what it says. */
  readonly pdf?: PdfText | 'damaged'
  /** The address of the job. */
  readonly asked?: string
  /** The job is one of a long list, and this is what the plain road brings. */
  readonly plain?: Failure | Partial<Extraction>
}

function world(given: World = {}) {
  const { extraction = {}, found, page = {}, renders, versions = [], appends, cancelAfter, plain, pdf, stores } = given
  const { purged, listed = {}, planned = {} } = given
  const steps: string[] = []
  const acts: ActBody[] = []
  const records: Omit<Version, 'format' | 'files'>[] = []
  const controller = new AbortController()
  const step = (name: string) => {
    steps.push(name)
    if (name === cancelAfter) controller.abort()
  }
  const frozen = (): RenderedPage => ({
    page: frozenPage,
    nonce: '00',
    loaded: new Set<string>(),
    fetch: async () => ok({ bytes: picture, contentType: '' }),
    notes: [],
    shortcomings: [],
    close: () => step('closed'),
  })
  let isPlain = false
  const options: CaptureOptions = {
    app: 'Offprint 1.0.0',
    engine: 'Chromium 150',
    now: () => new Date('2026-02-01T10:00:00Z'),
    renderer: {
      async render(request) {
        step('render')
        isPlain = false
        request.onLoading?.()
        request.onTitle?.('x'.repeat(5_000))
        if (renders) return failed(renders)
        return ok(pdf ? pdfPage : { ...frozen(), ...page })
      },
      close: () => undefined,
    },
    fetcher: {
      async fetch() {
        step('fetch')
        isPlain = true
        return plain && 'code' in plain ? failed(plain) : ok({ ...frozen(), way: 'fetched' as const })
      },
    },
    extractor: {
      freeze: async () => failed({ code: 'too-complex' }),
      prepare: () => undefined,
      async extract({ html, url }) {
        step(`extract ${html} ${url}`)
        return ok({ ...extracted, ...(isPlain && plain && !('code' in plain) ? plain : extraction) })
      },
      async pdf({ url }) {
        step(`pdf ${url}`)
        return pdf && pdf !== 'damaged' ? ok(pdf) : failed({ code: 'damaged-data' })
      },
      async thumbnail(_bytes, mime) {
        step(`thumbnail ${mime}`)
        return ok(new Uint8Array([1]))
      },
      close: () => undefined,
    },
    vault: {
      beginBlob(_bytes, ext) {
        step(`blob ${ext}`)
        const name = ext === 'webp' ? smallName : pictureName
        return { name, stored: stores?.(name) ?? Promise.resolve(ok(name)) }
      },
      readBlob: async () => ok(picture),
      async writeVersion({ record, html, page: whole, pdf: file }) {
        step(`version ${html.length > 0} ${whole}${file ? ` ${Buffer.from(file).toString()}` : ''}`)
        records.push(record)
        return ok({ ...record, format: 1, files: { 'html.gz': { sha256: 'c'.repeat(64), sizeBytes: 1 } } })
      },
      async readVersion(article, version) {
        const record = versions.find((one) => one.id === article && one.version === version)
        return record ? ok({ record, html: '' }) : failed({ code: 'unknown-id', id: article })
      },
      async append(bodies) {
        step('acts')
        if (appends) return failed(appends)
        if (bodies.some((body) => 'article' in body && body.article === purged))
          return failed({ code: 'unknown-id', id: String(purged) })
        acts.push(...bodies)
        return ok([])
      },
    },
    async findArticle(urls) {
      step(`find ${urls.join(' ')}`)
      return ok(found ?? null)
    },
    versionsOf: async (article) => ok(listed[article] ?? null),
  }
  const progress: Progress = {
    allow: [],
    signal: controller.signal,
    onStage: (stage) => step(stage),
    onTitle: (title) => step(`title of ${title.length}`),
    async onKnown(article) {
      step(`known ${article}`)
      return ok(null)
    },
  }
  const plan = { article: newUlid(), version: newUlid(), ...planned }
  const job: CaptureJob & { plan: typeof plan } = {
    id: newUlid(),
    url: given.asked ?? 'https://site.example/story?utm_source=x',
    host: 'site.example',
    addedAt: '2026-02-01T09:00:00.000Z',
    tries: 1,
    notes: ['Sign-in details were removed from the address.'],
    noted: [{ code: 'credentials-removed' }],
    ...(plain && { isBulk: true }),
    plan,
    state: { kind: 'waiting' },
  }
  return { run: () => createCapture(options)(job, progress), steps, acts, records, plan }
}

const before = (change: Partial<Found> = {}): Found => ({
  id: newUlid(),
  canonicalUrl: 'https://site.example/story',
  savedAt: '2025-12-24T18:00:00.000Z',
  version: newUlid(),
  words: 500,
  verdict: 'complete',
  trashed: false,
  ...change,
})

describe('a capture', () => {
  it('goes in the order that a power cut cannot hurt', async () => {
    const { run, steps } = world()
    await run()
    expect(steps).toEqual([
      'opening',
      'render',
      'loading',
      'title of 300',
      'images',
      'blob png',
      'closed',
      'reading',
      `extract <img src="offprint-asset:${pictureName}" data-offprint-size="3,3"> https://site.example/story?utm_source=x`,
      'find https://site.example/story',
      'thumbnail image/png',
      'blob webp',
      'storing',
      `version true <img src="offprint-asset:${pictureName}" data-offprint-size="3,3">`,
      'acts',
    ])
  })

  it('is read while its pictures are on their way to the disk, and stored when they are there', async () => {
    let arrive: (result: Result<string>) => void = () => undefined
    const onTheWay = new Promise<Result<string>>((resolve) => (arrive = resolve))
    const { run, steps } = world({ stores: (name) => (name === pictureName ? onTheWay : Promise.resolve(ok(name))) })
    const running = run()
    await until(() => expect(steps.join()).toContain('find https://site.example/story'))
    expect(steps).not.toContain('thumbnail image/png')
    arrive(ok(pictureName))
    await running
    expect(steps.slice(-3)).toEqual(['storing', expect.stringMatching(/^version /), 'acts'])
  })

  it('G1: is not stored where one of its pictures could not be', async () => {
    const full: Failure = { code: 'disk-full' }
    const { run, steps } = world({ stores: async (name) => (name === pictureName ? failed(full) : ok(name)) })
    expect(await run()).toEqual(failed(full))
    expect(steps.join()).not.toContain('version ')
  })

  it('does not end before what it stores has, whatever has become of it', async () => {
    let arrive: (result: Result<string>) => void = () => undefined
    const onTheWay = new Promise<Result<string>>((resolve) => (arrive = resolve))
    const { run, steps } = world({ stores: () => onTheWay, cancelAfter: 'blob png' })
    let hasEnded = false
    const running = run().finally(() => (hasEnded = true))
    await until(() => expect(steps).toContain('closed'))
    await Promise.resolve()
    expect(hasEnded).toBe(false)
    arrive(ok(pictureName))
    expect(await running).toEqual(failed({ code: 'cancelled' }))
  })

  it('is recorded with what was found, how it came, and every file it needs', async () => {
    const { run, records, acts, plan } = world()
    const result = await run()
    expect(records).toMatchObject([
      {
        id: plan.article,
        version: plan.version,
        url: 'https://site.example/story?utm_source=x',
        canonicalUrl: 'https://site.example/story',
        title: 'The title',
        byline: 'A. Writer',
        leadImage: pictureName,
        thumbnail: smallName,
        capturedAt: '2026-02-01T10:00:00.000Z',
        how: { way: 'rendered', app: 'Offprint 1.0.0', engine: 'Chromium 150' },
        verdict: 'complete',
        words: 500,
        blobs: [
          { name: pictureName, use: 'image' },
          { name: smallName, use: 'thumbnail' },
        ],
      },
    ])
    for (const key of ['html', 'text', 'files', 'format']) expect(records[0]).not.toHaveProperty(key)
    expect(acts).toEqual([
      {
        act: 'saved',
        article: plan.article,
        version: plan.version,
        url: 'https://site.example/story?utm_source=x',
        canonicalUrl: 'https://site.example/story',
        savedAt: '2026-02-01T10:00:00.000Z',
        current: true,
        worth: { verdict: 'complete', words: 500, images: 1 },
      },
    ])
    expect(result).toEqual(
      ok({
        kind: 'saved',
        ...plan,
        verdict: 'complete',
        current: true,
        notes: ['Sign-in details were removed from the address.'],
        noted: [{ code: 'credentials-removed' }],
      }),
    )
  })

  it('D1: says that the page’s script was stopped', async () => {
    const { run } = world({ page: { notes: [{ code: 'script-stopped' }] } })
    expect(await run()).toMatchObject({
      value: { notes: ['Sign-in details were removed from the address.', "The page's script was stopped."] },
    })
  })

  it('G10: keeps nothing of the page by which a network asks for a sign-in, and waits for the network', async () => {
    const html = '<p>Accept the terms to connect to the Internet.</p><form><button>Accept</button></form>'
    const { run, records } = world({
      asked: 'http://site.example/story',
      page: { page: { ...frozenPage, html, url: 'http://hotel.example/wifi', resources: [] } },
      extraction: { words: 11 },
    })
    expect(await run()).toEqual(failed({ code: 'offline' }))
    expect(records).toEqual([])
  })

  it('D7: keeps a link without an article, and says so', async () => {
    const { run } = world({ extraction: { title: '', verdict: 'not-article', words: 0, html: '', blobs: [] } })
    expect(await run()).toMatchObject({
      value: { verdict: 'not-article', notes: [expect.anything(), 'No article text was found. The link is saved.'] },
    })
  })

  it('takes the page’s own title where extraction finds none, else the host', async () => {
    const first = world({ extraction: { title: '' } })
    await first.run()
    expect(first.records[0]?.title).toBe('Page title')
  })

  it('passes on why a page did not come', async () => {
    const { run, steps } = world({ renders: { code: 'empty-page' } })
    expect(await run()).toEqual(failed({ code: 'empty-page' }))
    expect(steps).not.toContain('acts')
  })

  it.each(['render', 'images', 'reading', 'find https://site.example/story'])(
    'stores nothing when cancelled after %s',
    async (cancelAfter) => {
      const { run, steps } = world({ cancelAfter })
      expect(await run()).toEqual(failed({ code: 'cancelled' }))
      expect(steps).not.toContain('acts')
      expect(steps).toContain('closed')
    },
  )

  it('is not cancelled any more once it is being stored', async () => {
    const { run, acts } = world({ cancelAfter: 'storing' })
    expect(await run()).toMatchObject({ ok: true })
    expect(acts.length).toBe(1)
  })

  it('is not saved when its act could not be written', async () => {
    const { run } = world({ appends: { code: 'disk-full' } })
    expect(await run()).toEqual(failed({ code: 'disk-full' }))
  })
})

describe('one of a long list', () => {
  it('is kept without a window where that brings the whole article', async () => {
    const { run, steps, records } = world({ plain: {} })
    expect(await run()).toMatchObject({ ok: true })
    expect(steps).not.toContain('render')
    expect(records).toMatchObject([{ how: { way: 'fetched' } }])
  })

  it.each<[string, Failure | Partial<Extraction>]>([
    ['brings a part', { verdict: 'partial' }],
    ['brings a wall', { verdict: 'wall' }],
    ['brings hardly any words', { words: 30 }],
    ['is refused', { code: 'http-status', status: 403, reason: 'Forbidden' }],
    ['cannot read it', { code: 'damaged-data' }],
    ['is told that it is no page', { code: 'not-a-page' }],
  ])('is rendered where the plain road %s', async (_what, plain) => {
    const { run, steps, records } = world({ plain })
    expect(await run()).toMatchObject({ ok: true })
    expect(steps).toContain('render')
    expect(records).toMatchObject([{ how: { way: 'rendered' } }])
  })

  it.each<Failure>([
    { code: 'http-status', status: 404, reason: 'Not Found' },
    { code: 'http-status', status: 429, reason: '', retryAfterSeconds: 30 },
    { code: 'private-address' },
    { code: 'too-large', limitMegabytes: 20 },
  ])('is not asked for twice where a window would meet the same: $code $status', async (plain) => {
    const { run, steps } = world({ plain })
    expect(await run()).toEqual(failed(plain))
    expect(steps).not.toContain('render')
  })

  it('is kept in part where rendering it fails', async () => {
    const { run, records } = world({ plain: { verdict: 'partial' }, renders: { code: 'page-crashed' } })
    expect(await run()).toMatchObject({ value: { verdict: 'partial' } })
    expect(records).toMatchObject([{ how: { way: 'fetched' } }])
  })
})

describe('an article without a picture', () => {
  const seen = Promise.resolve(new Uint8Array(5_000))
  const bare = { blobs: [], images: { kept: 0, found: 0 } }
  const page: FrozenPage = {
    kind: 'frozen',
    html: '<p>Text',
    title: 'Page title',
    url: 'https://site.example/story',
    resources: [],
    isReallyUtf8: false,
    isEmpty: false,
  }

  it('is known by the page as it looked', async () => {
    const { run, records, steps } = world({ page: { page, picture: seen }, extraction: bare })
    await run()
    expect(records).toMatchObject([{ thumbnail: pictureName, thumbnailOf: 'page' }])
    expect(steps).toContain('blob jpg')
  })

  it.each([
    ['a wall', { verdict: 'wall' as const }, seen],
    ['a page that was not seen', {}, Promise.resolve(undefined)],
  ])('has none of %s', async (_name, change, picture) => {
    const { run, records } = world({ page: { page, picture }, extraction: { ...bare, ...change } })
    await run()
    expect(records[0]).not.toHaveProperty('thumbnail')
  })
})

it('says what was left out for want of room', async () => {
  const font = 'https://site.example/b.woff2'
  const page: FrozenPage = {
    kind: 'frozen',
    html: '<p>Text',
    title: '',
    url: 'https://site.example/story',
    resources: [{ kind: 'style-asset', candidates: [font] }],
    isReallyUtf8: false,
    isEmpty: false,
  }
  const { run, records } = world({ page: { page, loaded: new Set([font]), loadedBytes: new Map([[font, 1]]) } })
  await run()
  expect(records[0]?.because).toEqual([{ code: 'left-out', files: 1 }])
})

describe('a PDF', () => {
  const { leadImage: _none, ...described } = extracted
  const text: PdfText = {
    extraction: { ...described, blobs: [], images: { kept: 0, found: 0 } },
    pages: 12,
    thumbnail: new Uint8Array([1]),
  }

  it('is kept as it is, with its words, its number of pages and a picture of the first', async () => {
    const { run, steps, records, acts } = world({ pdf: text })
    expect(await run()).toMatchObject({ ok: true, value: { verdict: 'complete' } })
    expect(steps).toContain('pdf https://site.example/report.pdf')
    expect(steps).toContain('version true undefined %PDF-1.4')
    expect(records).toMatchObject([
      { url: 'https://site.example/report.pdf', pages: 12, thumbnail: smallName, blobs: [{ use: 'thumbnail' }] },
    ])
    expect(acts).toMatchObject([{ act: 'saved' }])
  })

  it('that nothing can open is said to be damaged, and nothing is stored', async () => {
    const { run, records } = world({ pdf: 'damaged' })
    expect(await run()).toEqual(failed({ code: 'damaged-data' }))
    expect(records).toEqual([])
  })
})

describe('U12: a page that is kept already', () => {
  it('becomes a version of the article that is there, and says since when', async () => {
    const known = before()
    const { run, acts, records, steps, plan } = world({ found: known })
    expect(await run()).toMatchObject({
      value: {
        article: known.id,
        version: plan.version,
        knownSince: known.savedAt,
        current: true,
        notes: [expect.anything(), 'Already saved on 24 December 2025. A new version was taken.'],
      },
    })
    expect(records[0]?.id).toBe(known.id)
    expect(records[0]?.how.noted).toEqual([expect.anything(), { code: 'saved-before', on: known.savedAt }])
    expect(acts).toMatchObject([{ act: 'saved', article: known.id, current: true }])
    expect(steps.indexOf(`known ${known.id}`)).toBeLessThan(steps.findIndex((one) => one.startsWith('version')))
  })

  it('stays shown as it was when the new version is worse', async () => {
    const { run, acts } = world({ found: before({ words: 900 }) })
    expect(await run()).toMatchObject({
      value: {
        current: false,
        notes: expect.arrayContaining(['The earlier version is more complete and stays the one shown.']),
      },
    })
    expect(acts).toMatchObject([{ current: false }])
  })

  it('keeps its address where it now leads to a page to sign in on: many that do are not one article', async () => {
    const known = before()
    const { run, acts, records } = world({
      found: known,
      page: { page: { ...frozenPage, url: 'https://site.example/login' } },
      extraction: { verdict: 'wall', words: 40, canonicalUrl: 'https://site.example/login' },
    })
    expect(await run()).toMatchObject({ value: { article: known.id, current: false } })
    expect(acts).toMatchObject([{ act: 'saved', canonicalUrl: known.canonicalUrl, current: false }])
    expect(records[0]?.canonicalUrl).toBe(known.canonicalUrl)
  })

  it('stays shown as it was where it now leads to the home page, however much stands there', async () => {
    const known = before()
    const { run, acts } = world({
      found: known,
      page: { page: { ...frozenPage, url: 'https://site.example/' } },
      extraction: { words: 5_000, canonicalUrl: 'https://site.example/' },
    })
    expect(await run()).toMatchObject({ value: { article: known.id, current: false } })
    expect(acts).toMatchObject([{ canonicalUrl: known.canonicalUrl, current: false }])
  })

  it('is not what another link of its site has become that leads to the home page too', async () => {
    const { run, acts, records } = world({
      page: { page: { ...frozenPage, url: 'https://site.example/' } },
      extraction: { words: 5_000, canonicalUrl: 'https://site.example/' },
    })
    await run()
    const asked = { url: 'https://site.example/story?utm_source=x', canonicalUrl: 'https://site.example/story' }
    expect(records[0]).toMatchObject(asked)
    expect(acts).toMatchObject([{ act: 'saved', ...asked }])
  })

  it.each([
    ['a place to sign in', { verdict: 'wall', words: 7 }, 'https://accounts.example/login'],
    ['an apology', { verdict: 'error', words: 90 }, 'https://site.example/sorry'],
    ['no article of its site', { verdict: 'not-article', words: 30 }, 'https://site.example/welcome'],
  ] as const)(
    'D7: keeps its own address where it leads to %s: many links may lead there',
    async (_what, extraction, url) => {
      const { run, acts, records, steps } = world({
        page: { page: { ...frozenPage, url } },
        extraction: { ...extraction, canonicalUrl: url },
      })
      await run()
      const asked = { url: 'https://site.example/story?utm_source=x', canonicalUrl: 'https://site.example/story' }
      expect(records[0]).toMatchObject(asked)
      expect(acts).toMatchObject([{ act: 'saved', ...asked }])
      expect(steps).toContain('find https://site.example/story')
    },
  )

  it('moves with its page where that is as good as before', async () => {
    const known = before({ canonicalUrl: 'https://site.example/old' })
    const { run, acts } = world({ found: known })
    await run()
    expect(acts).toMatchObject([{ canonicalUrl: 'https://site.example/story', current: true }])
  })

  it('becomes an article of its own where that was deleted for good while the page was being saved', async () => {
    const known = before({ trashed: true })
    const { run, acts, records, plan } = world({ found: known, purged: known.id })
    const saved = await run()
    expect(saved).toMatchObject({ value: { article: plan.article, version: plan.version, current: true } })
    expect(saved).not.toMatchObject({ value: { knownSince: expect.anything() } })
    expect(acts).toMatchObject([{ act: 'saved', article: plan.article, current: true }])
    expect(records.at(-1)?.id).toBe(plan.article)
  })

  it('becomes an article of its own where that was deleted for good between two tries', async () => {
    const { run, acts, plan } = world({ planned: { known: newUlid() } })
    expect(await run()).toMatchObject({ value: { article: plan.article, current: true } })
    expect(acts).toMatchObject([{ act: 'saved', article: plan.article }])
  })

  it('comes back from the trash', async () => {
    const known = before({ trashed: true })
    const { run, acts } = world({ found: known })
    await run()
    expect(acts).toMatchObject([{ act: 'saved' }, { act: 'restored', article: known.id }])
  })
})

describe('G3: a capture that a crash cut short after its version was stored', () => {
  const stored = (plan: { article: string; version: string }): Version => ({
    format: 1,
    id: plan.article,
    version: plan.version,
    url: 'https://site.example/story',
    canonicalUrl: 'https://site.example/story',
    title: 'The title',
    capturedAt: '2026-02-01T08:00:00.000Z',
    how: { way: 'rendered', app: 'Offprint 1.0.0', notes: ['A note.'] },
    verdict: 'complete',
    reasons: [],
    words: 500,
    blobs: [],
    files: { 'html.gz': { sha256: 'c'.repeat(64), sizeBytes: 1 } },
  })

  it('gets the act it lacks, and is not fetched again', async () => {
    const versions: Version[] = []
    const { run, acts, steps, plan } = world({ versions })
    versions.push(stored(plan))
    expect(await run()).toMatchObject({ value: { ...plan, current: true, notes: ['A note.'] } })
    expect(acts).toMatchObject([{ act: 'saved', ...plan, savedAt: '2026-02-01T08:00:00.000Z' }])
    expect(steps).not.toContain('render')
  })

  it('gets no second act where the library knows it', async () => {
    const versions: Version[] = []
    const found = before()
    const listed: Record<string, string[]> = {}
    const { run, acts, plan } = world({ versions, found, listed })
    versions.push(stored(plan))
    listed[plan.article] = [plan.version]
    Object.assign(found, { id: plan.article, version: plan.version })
    expect(await run()).toMatchObject({ value: { ...plan, current: true } })
    expect(acts).toEqual([])
  })

  it('gets no second act where a newer version is shown by now: that stays the one shown', async () => {
    const versions: Version[] = []
    const found = before()
    const listed: Record<string, string[]> = {}
    const { run, acts, plan } = world({ versions, found, listed })
    versions.push(stored(plan))
    listed[plan.article] = [plan.version, found.version]
    Object.assign(found, { id: plan.article })
    expect(await run()).toMatchObject({ value: { ...plan, current: false } })
    expect(acts).toEqual([])
  })

  it('is begun anew, as an article of its own, where the one it was a version of was deleted for good', async () => {
    const versions: Version[] = []
    const known = newUlid()
    const { run, acts, steps, plan } = world({ versions, planned: { known } })
    versions.push(stored({ ...plan, article: known }))
    expect(await run()).toMatchObject({ value: { article: plan.article, version: plan.version } })
    expect(acts).toMatchObject([{ act: 'saved', article: plan.article }])
    expect(steps).toContain('render')
  })
})
