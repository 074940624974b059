export const german = {
  views: {
    inbox: 'Eingang',
    later: 'Später',
    favourites: 'Favoriten',
    archive: 'Archiv',
    all: 'Alle',
    highlights: 'Markierungen',
    trash: 'Papierkorb',
  },
  library: 'Bibliothek',
  tags: 'Schlagwörter',
  savedSearches: 'Gespeicherte Suchen',
  add: 'Link sichern',
  fold: (tag: string) => `Schlagwörter unter ${tag} verbergen`,
  unfold: (tag: string) => `Schlagwörter unter ${tag} zeigen`,
}
