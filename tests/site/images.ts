// Where the pages' pictures come from: `/images/<name>-<width>.png` is a picture of its own for every name.
import type { Answer, Routes, Visit } from './answer.ts'
import { gif, hostileSvg, svg, webp } from './pictures.ts'
import { png } from './png.ts'

export const imageWidths = [480, 960, 1440] as const

export const images: Routes = {
  '/images/*': (visit) => {
    const [, name, width] = /^\/images\/([a-z0-9-]+)-(\d{1,4})\.png$/.exec(visit.path) ?? []
    if (name === undefined) return { status: 404, body: 'no such picture' }
    return picture(visit, 'image/png', made(name, Number(width)))
  },
  '/images/chart.svg': (visit) => picture(visit, 'image/svg+xml', svg(560, 360)),
  '/images/hostile.svg': (visit) => picture(visit, 'image/svg+xml', hostileSvg()),
  '/images/turning.gif': (visit) => picture(visit, 'image/gif', gif(240, 150)),
  '/images/checks.webp': (visit) => picture(visit, 'image/webp', webp(480, 300)),
  /** The right beginning, then nothing more. */
  '/images/cut.png': (visit) => picture(visit, 'image/png', png('cut', 480, 300).subarray(0, 900)),
  '/images/text.png': (visit) => picture(visit, 'image/png', 'This is not a picture.'),
  '/images/page.jpg': (visit) => picture(visit, 'text/html', '<p>This is not a picture either.</p>'),
  '/images/empty.png': (visit) => picture(visit, 'image/png', ''),
  /** A real picture under a wrong type. */
  '/images/mislabelled.jpg': (visit) => picture(visit, 'image/jpeg', png('mislabelled', 480, 300)),
  '/images/gone.png': () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'gone' }),
  '/favicon.ico': (visit) => picture(visit, 'image/png', png('icon', 32, 32)),
}

// A megapixel takes a tenth of a second to make, and many tests ask for the same ones.
const known = new Map<string, Uint8Array>()

function made(name: string, widthPx: number): Uint8Array {
  const key = `${name}-${widthPx}`
  const bytes = known.get(key) ?? png(name, widthPx, Math.ceil((widthPx * 5) / 8))
  known.set(key, bytes)
  return bytes
}

function picture(visit: Visit, type: string, body: string | Uint8Array): Answer {
  const etag = `"${visit.path}"`
  if (visit.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
  return { headers: { 'content-type': type, etag, 'cache-control': 'max-age=600' }, body }
}
