import { afterEach, expect, it } from 'vitest'
import { version } from '../../preload/article.ts'
import { captureJob, captureState } from '../../preload/capture.ts'
import { captureNoteWords, englishCaptureNoteWords, tell, type CaptureNote } from '../../preload/captureNote.ts'
import { speak } from '../../preload/language.ts'

afterEach(() => speak('en'))

const codes: CaptureNote[] = [
  { code: 'credentials-removed' },
  { code: 'script-stopped' },
  { code: 'saved-before', on: '2025-12-24T12:00:00.000Z' },
  { code: 'earlier-stays' },
  { code: 'images-missing', images: 3 },
]

it('tells what a capture notes in the language of the reader, its dates too', () => {
  const told = tell({ notes: [] }, codes)
  speak('de')
  expect(captureNoteWords(told)).toEqual([
    'Die Anmeldedaten wurden aus der Adresse entfernt.',
    'Das Skript der Seite wurde angehalten.',
    'Bereits am 24. Dezember 2025 gesichert. Eine neue Fassung wurde aufgenommen.',
    'Die frühere Fassung ist vollständiger und wird weiterhin gezeigt.',
    '3 Bilder konnten nicht gesichert werden.',
  ])
})

it('writes down in English what a capture notes, whatever language is spoken', () => {
  speak('de')
  const { notes } = tell({ notes: [] }, codes)
  expect(notes).toEqual(codes.map(englishCaptureNoteWords))
  expect(notes[2]).toBe('Already saved on 24 December 2025. A new version was taken.')
})

it('tells as it was written what was noted before there were codes', () => {
  speak('de')
  const { how } = version.pick({ how: true }).parse({ how: { way: 'rendered', app: 'Offprint', notes: ['A note.'] } })
  expect(captureNoteWords(how)).toEqual(['A note.'])
  expect(captureNoteWords({})).toEqual([])
})

it('tells all of it as it was written where a job that an earlier release left has no codes', () => {
  speak('de')
  const told = tell({ notes: ['An older note.'] }, [{ code: 'script-stopped' }])
  expect(captureNoteWords(told)).toEqual(['An older note.', "The page's script was stopped."])
})

it('reads a record and a job whose notes a newer release knows by their sentences', () => {
  const noted = [{ code: 'something-new' }]
  const how = { way: 'rendered', app: 'Offprint 9', notes: ['Something new.'], noted }
  expect(captureNoteWords(version.shape.how.parse(how))).toEqual(['Something new.'])
  expect(captureJob.shape.noted.parse(noted)).toBeUndefined()
  const id = '01KA0000000000000000000001'
  const state = { kind: 'saved', article: id, version: id, verdict: 'complete', current: true, notes: ['New.'], noted }
  expect(captureState.parse(state)).toMatchObject({ notes: ['New.'] })
})
