import { plural } from '../ui/plural.ts'

export const german = {
  label: (count: number) =>
    count === 1 ? 'Schlagwörter dieses Artikels' : `Schlagwörter von ${plural(count, 'Artikel', 'Artikeln')}`,
  placeholder: 'Schlagwort hinzufügen',
  offers: 'Schlagwörter',
  remove: (tag: string) => `Schlagwort ${tag} entfernen`,
  make: (tag: string) => `Neues Schlagwort: ${tag}`,
  hint: 'Ein Schrägstrich ordnet unter: städte/häfen liegt unter städte.',
}
