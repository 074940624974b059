import { formatNumber } from '../../../preload/language.ts'

const highlights = (count: number) => `${formatNumber(count)} ${count === 1 ? 'Markierung' : 'Markierungen'}`

export const german = {
  list: 'Markierungen',
  search: 'In Markierungen und Notizen suchen',
  anyColour: 'Jede Farbe',
  only: (colour: string) => `Nur ${colour}`,
  anyTag: 'Jedes Schlagwort',
  tag: 'Schlagwort',
  count: (shown: number, all: number) =>
    shown === all ? highlights(all) : `${formatNumber(shown)} von ${highlights(all)}`,
  open: 'An der Stelle öffnen',
  noteDots: 'Notiz…',
  export: 'Ausgeben',
  exportAll: 'Alle Markierungen ausgeben',
  asMarkdown: 'Als Markdown…',
  asAnnotations: 'Als Web-Anmerkungen (JSON)…',
  copyMarkdown: 'Als Markdown kopieren',
  copied: 'Als Markdown kopiert.',
  saved: (name: string) => `Gesichert als ${name}.`,
  none: 'Noch keine Markierungen',
  noneText: 'Wählen Sie eine Stelle in einem Artikel, oder drücken Sie v und dann h.',
  fileName: 'Markierungen',
  nothingFound: 'Keine Markierung ist so.',
  clear: 'Alle zeigen',
}
