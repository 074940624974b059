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
  drop: 'Zum Sichern ablegen',
  dropHint: 'Links, Text mit Links oder eine Datei voller Links',
  noLinks: 'Darin steht keine Webadresse.',
  tooLarge: 'Diese Datei ist zu groß für eine Liste von Links.',
  empty: 'Geben Sie eine Webadresse ein.',
}
