import { formatNumber } from '../../../preload/language.ts'

export const german = {
  pdfOf: (title: string) => `PDF: ${title}`,
  page: (page: number) => `Seite ${formatNumber(page)}`,
  pageOf: (page: number, count: number) => `${formatNumber(page)} von ${formatNumber(count)}`,
  pages: 'Seiten',
  larger: 'Größer',
  smaller: 'Kleiner',
  usual: 'So breit wie die Spalte',
  percent: (part: number) => `${Math.round(part * 100)} %`,
  opening: 'Das PDF wird geöffnet…',
  locked: 'Dieses PDF ist mit einem Passwort gesperrt. Die Datei ist unverändert aufbewahrt.',
  damaged: 'Dieses PDF lässt sich nicht anzeigen. Die Datei ist unverändert aufbewahrt.',
}
