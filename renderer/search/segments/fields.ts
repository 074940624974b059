// The fields of an article, in the order their words are numbered, and how often a word stands in each, in one number of 31 bits.

export const textFields = ['title', 'notes', 'about', 'text'] as const
/** `about`: byline, site, description, tags, address and what was highlighted. */
export type TextField = (typeof textFields)[number]

const shifts = { text: 0, title: 15, notes: 19, about: 25 } as const
/** More are not counted, and where they stand is not noted. */
export const most = { text: 0x7fff, title: 0xf, notes: 0x3f, about: 0x3f } as const

export function countIn(counts: number, field: TextField): number {
  return (counts >>> shifts[field]) & most[field]
}

export function unitOf(field: TextField): number {
  return 1 << shifts[field]
}

/** How often in all fields together, each time worth what is given for its field. */
export function weightedIn(counts: number, { text, title, notes, about }: Readonly<Record<TextField, number>>): number {
  return (
    (counts & 0x7fff) * text +
    ((counts >>> 15) & 0xf) * title +
    ((counts >>> 19) & 0x3f) * notes +
    ((counts >>> 25) & 0x3f) * about
  )
}

/** In all fields together. */
export function placesIn(counts: number): number {
  if (counts < 0x8000) return counts
  return (counts & 0x7fff) + ((counts >>> 15) & 0xf) + ((counts >>> 19) & 0x3f) + ((counts >>> 25) & 0x3f)
}

/** Places left empty between two fields: no phrase runs from one into the next, and what stands in two is never near. */
export const fieldGap = 16
