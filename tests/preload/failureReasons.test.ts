import { afterEach, expect, it } from 'vitest'
import { loadFailure } from '../../main/capture/loadFailure.ts'
import { diskFailure } from '../../main/vault/diskFailure.ts'
import { failureWords } from '../../preload/failure.ts'
import { speak } from '../../preload/language.ts'

afterEach(() => speak('en'))

const page = { host: 'site.example', url: 'https://site.example/a', assumedHttps: false, isOnline: true }
const certificate = (code: number) => loadFailure(code, page)
const disk = (code: string) => diskFailure(Object.assign(new Error(code), { code }))

it('says in German why a certificate does not hold', () => {
  speak('de')
  expect(failureWords(certificate(-201))).toBe(
    'Das Sicherheitszertifikat der Website ist nicht gültig (es ist abgelaufen oder noch nicht gültig).',
  )
})

it('says in German why a disk does not write', () => {
  speak('de')
  expect(failureWords(disk('EROFS'))).toBe(
    'In den Ordner der Bibliothek kann nicht geschrieben werden: der Datenträger ist schreibgeschützt.',
  )
  expect(failureWords(disk('EXDEV'))).toMatch(/: das System sagt EXDEV\.$/)
  expect(failureWords({ code: 'file-not-written', file: 'a.md', reason: 'the disk is full' })).toBe(
    'a.md konnte nicht geschrieben werden: der Datenträger ist voll.',
  )
})

it('says a reason of an earlier or later release as it came', () => {
  speak('de')
  expect(failureWords({ code: 'certificate', reason: 'it smells' })).toMatch(/\(it smells\)\.$/)
})
