// What a capture tells the person who saved the page: as codes with what belongs to them, so that the window says it in the reader's language.
// Beside the codes stand the English sentences, for the command line, for those who read the files, and for what was kept before there were codes.
import { z } from 'zod'
import { germanCaptureNoteWords } from './captureNoteWords.de.ts'
import { inLanguages } from './language.ts'
import { englishReasonWords, reason } from './reason.ts'

export const captureNote = z.discriminatedUnion('code', [
  z.object({ code: z.literal('credentials-removed') }),
  z.object({ code: z.literal('script-stopped') }),
  /** `on`: when, in UTC. */
  z.object({ code: z.literal('saved-before'), on: z.iso.datetime({ precision: 3 }) }),
  z.object({ code: z.literal('earlier-stays') }),
  ...reason.options,
])
export type CaptureNote = z.infer<typeof captureNote>

/** Beside the sentences, in their order; a code from a newer release is nothing to stumble over. */
export const captureNotes = z.array(captureNote).optional().catch(undefined)

/** As it is written into the files and said on the command line, whatever language is spoken. */
export function englishCaptureNoteWords(note: CaptureNote): string {
  switch (note.code) {
    case 'credentials-removed':
      return 'Sign-in details were removed from the address.'
    case 'script-stopped':
      return "The page's script was stopped."
    case 'saved-before':
      return `Already saved on ${dayOf(note.on)}. A new version was taken.`
    case 'earlier-stays':
      return 'The earlier version is more complete and stays the one shown.'
    default:
      return englishReasonWords(note)
  }
}

const words = inLanguages(englishCaptureNoteWords, germanCaptureNoteWords)

/** Sentences, and their codes as far as all of them have one. */
export type Told = { readonly notes: string[]; readonly noted?: CaptureNote[] | undefined }

/** With these told too. */
export function tell(before: Told, codes: readonly CaptureNote[]): Told {
  const notes = [...before.notes, ...codes.map(englishCaptureNoteWords)]
  const noted = [...(before.noted ?? []), ...codes]
  return noted.length > 0 && noted.length === notes.length ? { notes, noted } : { notes }
}

/** For the person: in their language where the codes are known, else as it was written. */
export function captureNoteWords({ notes = [], noted }: Kept): readonly string[] {
  return noted?.map((one) => words(one)) ?? notes
}

type Kept = { readonly notes?: readonly string[] | undefined; readonly noted?: readonly CaptureNote[] | undefined }

/** "24 December 2025" */
function dayOf(instant: string): string {
  return new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}
