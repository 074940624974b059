import { plural } from '../ui/plural.ts'
import { formatNumber, localeTag } from '../../preload/language.ts'
import type { View } from '../library/lists.ts'

const germanFields: Readonly<Record<string, string>> = {
  title: 'im Titel',
  text: 'im Text',
  notes: 'in den Notizen',
  about: 'in den Angaben',
}

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
  chosenActs: 'Für die gewählten Artikel',
  seconds: (ms: number) => `${(Math.max(ms, 1) / 1000).toLocaleString(localeTag(), { minimumFractionDigits: 3 })} s`,
  open: 'Öffnen',
  saveSearch: 'Diese Suche behalten',
  emptyTrash: 'Papierkorb leeren',
  finished: 'Gelesen',
  favourite: 'Favorit',
  highlights: 'Hat Markierungen',
  pdf: 'PDF',
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
  waitingUntil: (time: string) => `Wartet bis ${time}, wie die Website es verlangt`,
  stages: {
    opening: 'Öffnet die Seite',
    loading: 'Lädt die Seite',
    images: 'Sammelt die Bilder',
    reading: 'Liest den Text',
    storing: 'Schreibt alles auf',
  },
  notSaved: 'Nicht gesichert',
  linksNotSaved: (count: number) => `${plural(count, 'Link')} ${count === 1 ? 'ließ' : 'ließen'} sich nicht sichern`,
  linksCancelled: (count: number) => `${plural(count, 'Link')} abgebrochen`,
  showFailed: 'Zeigen',
  retry: 'Noch einmal',
  openInBrowser: 'Im Browser öffnen',
  remove: 'Entfernen',
  signIn: 'Anmelden',
  allowHost: 'Rechner erlauben',
  retryAt: (time: string) => `Neuer Versuch um ${time}.`,
  cancel: 'Abbrechen',
  back: 'Zurück',
  narrowed: 'Kein Artikel enthält all das.',
  without: (term: string) => `Ohne ${term} suchen`,
  clear: 'Suche leeren',
  searchFailed: 'Diese Suche ist nicht lesbar.',
  searchStopped: 'Gerade keine Suche',
  completes: (query: string) => `Tab ergänzt zu ${query}`,
  alsoFor: 'Auch für',
  noneAsTyped: 'So geschrieben nichts',
  articlesFor: (count: number) => `${plural(count, 'Artikel', 'Artikel')} für`,
  didYouMean: 'War gemeint:',
  instead: (operator: string) => `Mit ${operator} suchen`,
  earlierSearches: 'Frühere Suchen',
  hasEarlier: 'Pfeil nach unten: frühere Suchen',
  forgetSearch: (query: string) => `${query} vergessen`,
  forgetSearches: 'Alle Suchen vergessen',
  narrow: 'Ergebnisse eingrenzen',
  narrowTo: (kind: 'tag' | 'site', name: string, count: number) =>
    `${kind === 'tag' ? 'Schlagwort' : 'Website'} ${name}: ${formatNumber(count)} Artikel`,
  searchHelp: 'Was die Suche versteht',
  why: 'Warum dieser?',
  whyIn: (count: number, field: string) => `${formatNumber(count)} ${germanFields[field] ?? field}`,
  whyRarity: (articles: number) => `in ${plural(articles, 'Artikel', 'Artikeln')}: je seltener, desto mehr zählt es`,
  whyNear: 'Nah beieinander',
  whyNearText: 'die Wörter stehen nebeneinander oder beinahe',
  whyLift: 'Neu oder Favorit',
  whyLiftText: 'ein wenig mehr, nie genug gegen einen klaren Treffer',
  whyScore: 'Wertung',
  whyNot: 'So geschrieben finden diese Wörter ihn nicht.',
  whyNoWords: 'Er passt zu allem, was gefragt war. Nach Wörtern war nicht gefragt, also stehen die neuesten vorn.',
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

export const germanSearchHelp: readonly { readonly write: string; readonly finds: string }[] = [
  {
    write: 'alter hafen',
    finds: 'Artikel mit all diesen Wörtern, in jeder Form. Was Sie gerade schreiben, darf weitergehen.',
  },
  { write: '"alter hafen"', finds: 'Die Wörter nebeneinander, genau so geschrieben.' },
  { write: 'lampe OR laterne', finds: 'Eines von beiden. Klammern fassen zusammen: (lampe OR laterne) hafen.' },
  {
    write: 'hafen -fähre',
    finds: 'Ohne ein Wort, eine Wortfolge in Anführungszeichen, eine Klammer oder eine Angabe.',
  },
  { write: 'haf*', finds: 'Wörter, die so beginnen.' },
  { write: '*afe*', finds: 'Wörter, in denen diese Buchstaben stehen.' },
  {
    write: 'tag:häfen',
    finds:
      'Mit diesem Schlagwort oder einem darunter. Mit Leerzeichen in Anführungszeichen: tag:"alte städte". Ein Anführungszeichen darin schreibt man \\".',
  },
  { write: 'site:example.org', finds: 'Von dieser Website, nach Adresse oder Namen.' },
  { write: 'author:moor', finds: 'Von diesem Autor.' },
  { write: 'in:title hafen', finds: 'Nur im Titel. Auch in:text und in:notes.' },
  { write: 'is:unread', finds: 'Ungelesen. Auch inbox, later, archived, favourite, highlighted und trashed.' },
  { write: 'has:note', finds: 'Mit einer Notiz von Ihnen; has:image mit einem Bild, has:pdf als PDF.' },
  { write: 'lang:de', finds: 'In dieser Sprache.' },
  {
    write: 'saved:2w',
    finds: 'In den letzten zwei Wochen gesichert. Auch today, yesterday, 3d, 6m, 1y, 2024, 2024-03, 2023..2024.',
  },
  {
    write: 'after:2024-03',
    finds: 'Danach erschienen, oder davor: before:2020. Ohne eigenes Datum gilt das der Sicherung.',
  },
  { write: 'words:>2000', finds: 'Lange; words:<500 kurze, words:500..2000 die dazwischen.' },
  {
    write: 'sort:newest',
    finds: 'In dieser Reihenfolge: relevance, newest, oldest, title, published, longest oder shortest.',
  },
]
