// The small picture by which an article is known in the list: its lead image, else another of its pictures, else the page as it looked.
import type { Version } from '../../preload/article.ts'
import type { Extraction } from '../../preload/extraction.ts'
import { ok, type Result } from '../../preload/failure.ts'
import type { Extractor } from './extraction.ts'
import type { KeptResources } from './resources.ts'
import type { Storing } from './storing.ts'

export type ThumbnailSources = {
  readonly extraction: Pick<Extraction, 'leadImage' | 'blobs'>
  readonly resources: Pick<KeptResources, 'blobs'>
  /** Of a PDF's first page; WebP. */
  readonly ofPdf: Uint8Array | undefined
  /** The top of the page as it looked, some hundred pixels wide; JPEG. */
  readonly picture: Promise<Uint8Array | undefined> | undefined
}

const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
}

/** How many pictures are tried: the page may name one that cannot be decoded. */
const thumbnailTries = 3

type Thumbnail = {
  readonly blob: Version['blobs'][number]
  /** Of the page as it looked, for want of a picture in it. */
  readonly isOfPage: boolean
}

/** Fails only where storing fails: an article without a small picture is an article. */
export async function keepThumbnail(
  { extraction, resources, ofPdf, picture }: ThumbnailSources,
  storing: Storing,
  extractor: Pick<Extractor, 'thumbnail'>,
): Promise<Result<Thumbnail | undefined>> {
  const store = (bytes: Uint8Array, ext: string, isOfPage: boolean): Result<Thumbnail> => {
    const stored = storing.put(bytes, ext)
    if (!stored.ok) return stored
    return ok({ blob: { name: stored.value, sizeBytes: bytes.length, use: 'thumbnail' }, isOfPage })
  }
  if (ofPdf) return store(ofPdf, 'webp', false)
  const { leadImage, blobs } = extraction
  const kept = new Set(resources.blobs.filter(({ use }) => use === 'image').map(({ name }) => name))
  const candidates = [...new Set([...(leadImage === undefined ? [] : [leadImage]), ...blobs])].filter((name) =>
    kept.has(name),
  )
  for (const name of candidates.slice(0, thumbnailTries)) {
    const mime = mimeTypes[name.split('.')[1] ?? '']
    const bytes = mime === undefined ? undefined : await storing.read(name)
    if (mime === undefined || !bytes?.ok) continue
    const made = await extractor.thumbnail(bytes.value, mime)
    if (!made.ok) continue
    return store(made.value, 'webp', false)
  }
  const seen = await picture
  return seen ? store(seen, 'jpg', true) : ok(undefined)
}
