import { formatNumber } from '../../preload/language.ts'
import type { OutcomeCounts } from '../app/listSummary.ts'
import { plural } from '../ui/plural.ts'

export const german = {
  title: 'Link sichern',
  listTitle: 'Liste von Links sichern',
  field: 'Webadresse, oder mehrere, jede auf einer eigenen Zeile',
  placeholder: 'https://',
  listPlaceholder: 'https://\nhttps://\nhttps://',
  save: 'Sichern',
  saveMany: (count: number) => `${plural(count, 'Link')} sichern`,
  cancel: 'Abbrechen',
  hint: 'Eingabe sichert, Umschalt-Eingabe beginnt eine neue Zeile.',
  refused: (count: number) =>
    count === 1 ? 'Diese wurde nicht gesichert:' : `${plural(count, 'Zeile', 'Zeilen')} wurden nicht gesichert:`,
  manyTitle: (count: number) => `${plural(count, 'Link')} sichern?`,
  manyText: 'Sie werden nacheinander geholt, während Sie weiterlesen. Sie können jederzeit anhalten.',
  summary: ({ saved, here, failed, cancelled, offline }: OutcomeCounts) =>
    [
      saved > 0 && `${formatNumber(saved)} gesichert`,
      here > 0 && `${formatNumber(here)} schon da`,
      failed > 0 && `${formatNumber(failed)} misslungen`,
      cancelled > 0 && `${formatNumber(cancelled)} abgebrochen`,
      offline > 0 && `${formatNumber(offline)} ${offline === 1 ? 'wartet' : 'warten'} auf das Netz`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  showSummary: 'Zeigen',
  endSummary: 'Weglegen',
  summaryTitle: (kept: number, total: number) =>
    kept === total
      ? `Alle ${plural(total, 'Link')} sind gesichert`
      : `${formatNumber(kept)} von ${plural(total, 'Link')} sind gesichert`,
  summarySaved: 'gesichert',
  summaryHere: 'schon da: von jedem wurde eine neue Fassung aufgenommen',
  summaryFailed: 'misslungen: Sie bleiben oben im Eingang, bis sie gesichert oder entfernt sind',
  summaryCancelled: 'abgebrochen: Sie lassen sich noch einmal versuchen, bis Offprint geschlossen wird',
  summaryOffline: 'warten auf das Netz: Sie werden von selbst noch einmal versucht',
  summaryLeft: 'Nicht gesichert',
  summaryUnderWay: 'im neuen Versuch',
  summaryMore: (count: number) => `und ${formatNumber(count)} weitere`,
  showInList: 'In der Liste zeigen',
  removeAll: (count: number) => (count === 1 ? 'Entfernen' : `Alle ${formatNumber(count)} entfernen`),
  retryOne: 'Noch einmal',
  retryAll: (count: number) => (count === 1 ? 'Noch einmal' : `Alle ${formatNumber(count)} noch einmal`),
  close: 'Schließen',
  drop: 'Zum Sichern ablegen',
  dropHint: 'Links, Text mit Links oder eine Datei voller Links',
  noLinks: 'Darin steht keine Webadresse.',
  noList: 'Eine Datei dieser Art enthält keine Liste von Links.',
  tooLarge: 'Diese Datei ist zu groß für eine Liste von Links.',
  empty: 'Geben Sie eine Webadresse ein.',
}
