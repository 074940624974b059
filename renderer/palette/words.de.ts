export const german = {
  title: 'Befehle und Orte',
  field: 'Befehl, Schlagwort oder Titel eingeben',
  nothing: 'Nichts heißt so.',
  tag: 'Schlagwort',
  article: 'Artikel',
  savedSearch: 'Gespeicherte Suche',
  renameTag: (tag: string) => `Schlagwort ${tag} umbenennen`,
  deleteTag: (tag: string) => `Schlagwort ${tag} löschen`,
  renameSearch: (name: string) => `Suche ${name} umbenennen`,
  removeSearch: (name: string) => `Suche ${name} entfernen`,
  moveSearchUp: (name: string) => `Suche ${name} nach oben`,
  moveSearchDown: (name: string) => `Suche ${name} nach unten`,
}
