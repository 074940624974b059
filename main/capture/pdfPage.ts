// An address that is a PDF: known by what the server calls it, and believed only when its bytes begin as one.

export type PdfPage = {
  readonly kind: 'pdf'
  readonly url: string
  readonly bytes: Uint8Array
  /** `fetched`: without a window; absent: in one. */
  readonly way?: 'fetched'
}

type Described = {
  readonly url: string
  readonly contentType: string | undefined
  readonly disposition?: string | undefined
}

/** Some servers say no more than that it is a file. */
const anyFile = /^(?:application|binary)\/(?:octet-stream|force-download|x-download|download)$/

/** A server may send a quarter of a megabyte where a line was expected. */
const longestHeader = 1_000

export function saysPdf({ url, contentType = '', disposition = '' }: Described): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/pdf' || type === 'application/x-pdf') return true
  if (!anyFile.test(type)) return false
  return (
    /\.pdf$/i.test(new URL(url).pathname) ||
    /filename[^;]*\.pdf["']?\s*(?:;|$)/i.test(disposition.slice(0, longestHeader))
  )
}

/** Programs look for the mark in the first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).includes('%PDF-')
}
