import type { ActBody } from '../../preload/act.ts'
import { unreachable } from '../../preload/failure.ts'

const placeNames = { inbox: 'den Eingang', later: 'Später', archive: 'das Archiv' } as const

/** `many`: empty for one article, else "12 Artikel: ". */
export function germanActWords(body: ActBody, many: string): string {
  switch (body.act) {
    case 'saved':
      return `${many}Gesichert`
    case 'tagged':
      return `${many}Schlagwort ${body.tag} vergeben`
    case 'untagged':
      return `${many}Schlagwort ${body.tag} entfernt`
    case 'moved':
      return `${many}In ${placeNames[body.place]} verschoben`
    case 'favourited':
      return body.favourite ? `${many}Zu den Favoriten hinzugefügt` : `${many}Aus den Favoriten entfernt`
    case 'progressed':
      return body.progress === 0
        ? `${many}Als ungelesen gekennzeichnet`
        : body.progress === 1
          ? `${many}Als gelesen gekennzeichnet`
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
      return `${many}In den Papierkorb gelegt`
    case 'restored':
      return `${many}Wiederhergestellt`
    case 'purged':
      return `${many}Endgültig gelöscht`
    case 'search-saved':
      return `Suche ${body.name} gespeichert`
    case 'search-removed':
      return 'Suche entfernt'
    case 'rule-made':
      return `Regel für ${body.site} gesichert`
    case 'set':
      return 'Einstellung gesichert'
    default:
      return unreachable(body)
  }
}
