import { plural } from '../ui/plural.ts'
import { formatNumber, localeTag } from '../../preload/language.ts'
import type { View } from '../library/lists.ts'

export const german = {
  searchPlaceholder: 'Suchen',
  clearSearch: 'Suche leeren',
  results: 'Treffer',
  articles: (count: number) => plural(count, 'Artikel', 'Artikel'),
  sort: 'Reihenfolge',
  relevance: 'Beste zuerst',
  sorts: {
    newest: 'Neueste',
    oldest: 'Älteste',
    title: 'Titel',
    published: 'Datum des Artikels',
    longest: 'Längste',
    shortest: 'Kürzeste',
  },
  chosen: (count: number) => `${formatNumber(count)} gewählt`,
  seconds: (ms: number) => `${(Math.max(ms, 1) / 1000).toLocaleString(localeTag(), { minimumFractionDigits: 3 })} s`,
  open: 'Öffnen',
  saveSearch: 'Diese Suche behalten',
  emptyTrash: 'Papierkorb leeren',
  finished: 'Gelesen',
  favourite: 'Favorit',
  highlights: 'Hat Markierungen',
  verdicts: {
    partial: 'Teilweise gesichert',
    wall: 'Hinter einer Anmeldung',
    error: 'Braucht Aufmerksamkeit',
    'not-article': 'Nur der Link',
  },
  paused: 'Angehalten',
  pause: 'Anhalten',
  goOn: 'Fortsetzen',
  waiting: 'Wartet',
  stages: {
    opening: 'Öffnet die Seite',
    loading: 'Lädt die Seite',
    images: 'Sammelt die Bilder',
    reading: 'Liest den Text',
    storing: 'Schreibt alles auf',
  },
  notSaved: 'Nicht gesichert',
  retry: 'Noch einmal',
  openInBrowser: 'Im Browser öffnen',
  remove: 'Entfernen',
  signIn: 'Anmelden',
  allowHost: 'Diesen Rechner erlauben',
  retryAt: (time: string) => `Neuer Versuch um ${time}.`,
  cancel: 'Abbrechen',
  back: 'Zurück',
  narrowed: 'Kein Artikel enthält all das.',
  without: (term: string) => `Ohne ${term} suchen`,
  clear: 'Suche leeren',
  searchFailed: 'Diese Suche ist nicht lesbar.',
}

export function germanEmptyWords(view: View): { readonly title: string; readonly text: string } {
  switch (view.kind) {
    case 'inbox':
      return {
        title: 'Der Eingang ist leer',
        text: 'Was Sie sichern, kommt hier an und bleibt, bis Sie es beiseitelegen oder fertig gelesen haben.',
      }
    case 'later':
      return { title: 'Nichts beiseitegelegt', text: 'Drücken Sie l bei einem Artikel, um ihn für später aufzuheben.' }
    case 'favourites':
      return {
        title: 'Noch keine Favoriten',
        text: 'Drücken Sie s bei einem Artikel, zu dem Sie zurückkommen möchten.',
      }
    case 'archive':
      return {
        title: 'Das Archiv ist leer',
        text: 'Drücken Sie e, wenn Sie einen Artikel fertig gelesen haben. Er bleibt hier, und die Suche findet ihn.',
      }
    case 'all':
      return {
        title: 'Noch nichts gesichert',
        text: 'Sichern Sie einen Link: Sein Text und seine Bilder werden hier aufgehoben.',
      }
    case 'highlights':
      return {
        title: 'Noch keine Markierungen',
        text: 'Artikel, in denen Sie eine Stelle markiert haben, stehen hier.',
      }
    case 'trash':
      return {
        title: 'Der Papierkorb ist leer',
        text: 'Was Sie wegwerfen, wartet hier, bis Sie es endgültig löschen.',
      }
    case 'tag':
      return {
        title: `Kein Artikel trägt das Schlagwort ${view.tag}`,
        text: 'Drücken Sie t bei einem Artikel, oder ziehen Sie ihn auf das Schlagwort.',
      }
  }
}
