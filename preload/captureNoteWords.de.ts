// What a capture says in German. The English sentences, which are written into the files, stand in captureNote.ts.
import type { CaptureNote } from './captureNote.ts'
import { germanReasonWords } from './reasonWords.de.ts'

export function germanCaptureNoteWords(note: CaptureNote): string {
  switch (note.code) {
    case 'credentials-removed':
      return 'Die Anmeldedaten wurden aus der Adresse entfernt.'
    case 'script-stopped':
      return 'Das Skript der Seite wurde angehalten.'
    case 'saved-before':
      return `Bereits am ${dayOf(note.on)} gesichert. Eine neue Fassung wurde aufgenommen.`
    case 'earlier-stays':
      return 'Die frühere Fassung ist vollständiger und wird weiterhin gezeigt.'
    default:
      return germanReasonWords(note)
  }
}

/** "24. Dezember 2025" */
function dayOf(instant: string): string {
  return new Date(instant).toLocaleDateString('de-DE', { day: 'numeric', month: 'long', year: 'numeric' })
}
