// A page with pictures of every kind, with fields that were filled in and a canvas that was drawn on: what the article and the snapshot have of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type FrameLocator } from 'playwright/test'
import { html, type Answer } from '../site/answer.ts'
import { webp } from '../site/pictures.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type App, type Places } from './app.ts'
import { articlesOf } from './jsonLines.ts'
import { roomOf } from './room.ts'
import { blobFile, keptHtml, vaultFiles, versionRecords } from './vaultFiles.ts'

test.describe.configure({ mode: 'serial' })

/** 640 by 400, of one colour; made with libavif. */
const avif = Buffer.from(
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxv' +
    'YwAAAABEAAABAAEAAAABAAABGgAAACkAAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAoAAAAGQAAAAEHBp' +
    'eGkAAAAAAwgICAAAAAxhdjFDgSEAAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAADFtZGF0EgAKCjhmJ/x/KAhoNIAyGRNwAAAQEACpVVIDTI3rtOI1' +
    'yx9JkonzLGg=',
  'base64',
)
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" onload="alert(1)"><script>alert(2)</script><rect width="640" height="400" fill="teal"/></svg>`

const said = (n: number) =>
  `<p>In year ${n} the ferry carried coal, salt and letters across the sound, and whoever had neither paid for the crossing with news of the other shore, which was written down.</p>`
const page = (
  title: string,
) => `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
${[1, 2, 3].map(said).join('\n')}
<figure><img src="/kinds/a.avif" alt="The sound in spring"></figure>${said(4)}
<figure><img src="/kinds/a.webp" alt="The sound in summer"></figure>${said(5)}
<figure><img src="/kinds/a.svg" alt="The sound, drawn"></figure>${said(6)}
<img src="/kinds/spacer.gif" alt="" width="600" height="3"><img src="/kinds/seen.gif" alt="" width="1" height="1">
<figure><img src="/kinds/gone.webp" alt="The sound in winter"></figure>${[7, 8, 9].map(said).join('\n')}
</article><form><input id="who" placeholder="Name"><input id="news" type="checkbox"><textarea id="words"></textarea>
<select id="shore"><option>East</option><option>West</option></select></form><canvas id="drawn" width="300" height="200"></canvas>
<script>
  document.getElementById('who').value = 'Kongsvik'
  document.getElementById('news').checked = true
  document.getElementById('words').value = 'The lamp was out.'
  document.getElementById('shore').value = 'West'
  const pen = document.getElementById('drawn').getContext('2d')
  pen.fillStyle = 'rgb(200, 100, 50)'
  pen.fillRect(0, 0, 300, 200)
</script></body></html>`

const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const bytes = (type: string, body: Uint8Array): Answer => ({ headers: { 'content-type': type }, body })

let site: Site
let places: Places
let app: App
let ids: readonly string[]

test.beforeAll(async () => {
  site = await startSite({
    routes: {
      '/kinds/one': () => html(page('Every kind of picture')),
      '/kinds/two': () => html(page('The same pictures again')),
      '/kinds/a.avif': () => bytes('image/avif', avif),
      '/kinds/a.webp': () => bytes('image/webp', webp(640, 400)),
      '/kinds/a.svg': () => bytes('image/svg+xml', Buffer.from(drawing)),
      '/kinds/spacer.gif': () => bytes('image/gif', dot),
      '/kinds/seen.gif': () => bytes('image/gif', dot),
    },
  })
  places = await newPlaces()
  const urls = [site.url('a', '/kinds/one'), site.url('b', '/kinds/two')]
  const saved = await runCli(['save', ...urls, '--json'], { ...places, allowPrivate: site.hosts('a', 'b') })
  expect(saved.code, saved.stderr).toBe(0)
  ids = urls.map((url) => articlesOf(saved).find((line) => line.url === url)!.id)
  await site.stop()
  app = await launchApp(places)
})
test.afterAll(async () => {
  await app.close()
  await site.start()
  await site.close()
})

const images = (id: string) => keptHtml(places.vault, id).match(/<img[^>]*>/g) ?? []

test('AVIF, WebP and SVG are kept, each with its size; spacers and pixels that count are not; what is gone has its words', () => {
  const record = versionRecords(places.vault).find(({ id }) => id === ids[0])!
  expect(record.images).toEqual({ kept: 3, found: 4 })
  const [first, second, third, gone, ...more] = images(ids[0]!)
  expect(more).toEqual([])
  for (const [image, end] of [
    [first, 'avif'],
    [second, 'webp'],
    [third, 'svg'],
  ] as const) {
    expect(image).toMatch(new RegExp(`src="offprint-asset:[0-9a-f]{64}\\.${end}"`))
    expect(image).toMatch(/ width="640" height="400"/)
  }
  expect(gone).toContain('alt="The sound in winter"')
  expect(gone).not.toContain('offprint-asset:')
})

test('a picture that two articles have is kept once', () => {
  const names = ids.map((id) => images(id).flatMap((image) => /offprint-asset:([^"]+)/.exec(image)?.[1] ?? []))
  expect(names[1]).toEqual(names[0])
  for (const name of names[0]!) expect(vaultFiles(places.vault).map(({ path }) => path)).toContain(blobFile(name))
  const drawn = names[0]!.find((name) => name.endsWith('.svg'))!
  expect(readFileSync(join(places.vault, blobFile(drawn)), 'utf8')).not.toMatch(/script|onload/)
})

test('in the reader all of them show, in room that was held for them, and the words of the one that is gone are read', async () => {
  await roomOf(app.window).row('Every kind of picture').click()
  const reader = app.window.frameLocator('iframe[src$="/reader/"]')
  await expect
    .poll(() =>
      reader.locator('img[src]').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
    )
    .toEqual([640, 640, 640])
  expect(await heldRoom(reader)).toEqual(Array(3).fill('auto 640 / 400, true'))
  await expect(reader.getByText('The sound in winter')).toBeVisible()
})

test('the snapshot has the fields as they were filled in, and what was drawn', async () => {
  await app.window.getByRole('tab', { name: 'Snapshot' }).click()
  const snapshot = app.window.frameLocator('iframe[src^="/snapshot/"]')
  await expect(snapshot.getByPlaceholder('Name')).toHaveValue('Kongsvik')
  await expect(snapshot.locator('#news')).toBeChecked()
  await expect(snapshot.locator('#words')).toHaveValue('The lamp was out.')
  await expect(snapshot.locator('#shore')).toHaveValue('West')
  await expect.poll(() => colourOf(snapshot)).toEqual([200, 100, 50, 255])
})

/** The room that is held for each picture before it comes. */
function heldRoom(frame: FrameLocator): Promise<string[]> {
  return frame
    .locator('img[src]')
    .evaluateAll((all) =>
      all.map((image) => `${getComputedStyle(image).aspectRatio}, ${(image as HTMLElement).clientHeight > 100}`),
    )
}

/** Of the picture in the place of the canvas. */
function colourOf(frame: FrameLocator): Promise<number[]> {
  return frame.locator('#drawn').evaluate((drawn) => {
    const copy = document.createElement('canvas')
    const pen = copy.getContext('2d')!
    pen.drawImage(drawn as HTMLImageElement, 0, 0)
    return [...pen.getImageData(5, 5, 1, 1).data]
  })
}
