import type { ActBody } from '../../preload/act.ts'
import { unreachable } from '../../preload/failure.ts'

const places = { inbox: 'in den Eingang', later: 'nach Später', archive: 'ins Archiv' } as const

/** `many`: empty for one article, else "12 Artikel". */
export function germanActWords(body: ActBody, many: string): string {
  const done = (words: string) =>
    many === '' ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : `${many} ${words}`
  switch (body.act) {
    case 'saved':
      return done('gesichert')
    case 'tagged':
      return many === '' ? `Schlagwort ${body.tag} vergeben` : `Schlagwort ${body.tag} an ${many} vergeben`
    case 'untagged':
      return many === '' ? `Schlagwort ${body.tag} entfernt` : `Schlagwort ${body.tag} von ${many}n entfernt`
    case 'moved':
      return done(`${places[body.place]} verschoben`)
    case 'favourited':
      return body.favourite ? done('zu den Favoriten hinzugefügt') : done('aus den Favoriten entfernt')
    case 'progressed':
      return body.progress === 0
        ? done('als ungelesen gekennzeichnet')
        : body.progress === 1
          ? done('als gelesen gekennzeichnet')
          : 'Lesestelle gemerkt'
    case 'noted':
    case 'highlight-noted':
      return body.note === '' ? 'Notiz entfernt' : 'Notiz gesichert'
    case 'highlighted':
      return 'Markiert'
    case 'highlight-coloured':
      return 'Farbe geändert'
    case 'highlight-removed':
      return body.removed ? 'Markierung entfernt' : 'Markierung zurückgeholt'
    case 'corrected':
      return body.value === undefined ? 'Korrektur entfernt' : 'Korrektur gesichert'
    case 'version-pinned':
      return body.version === undefined ? 'Die neueste Fassung wird gezeigt' : 'Die gewählte Fassung wird gezeigt'
    case 'trashed':
      return done('in den Papierkorb gelegt')
    case 'restored':
      return done('wiederhergestellt')
    case 'purged':
      return done('endgültig gelöscht')
    case 'search-saved':
      return `Suche ${body.name} gespeichert`
    case 'search-removed':
      return 'Suche entfernt'
    case 'rule-made':
      return `Regel für ${body.site} gesichert`
    case 'set':
      return 'Suche verschoben'
    default:
      return unreachable(body)
  }
}
