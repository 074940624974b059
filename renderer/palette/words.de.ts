export const german = {
  title: 'Befehle und Orte',
  field: 'Befehl, Schlagwort oder Titel eingeben',
  nothing: 'Nichts heißt so.',
  tag: 'Schlagwort',
  article: 'Artikel',
  savedSearch: 'Gespeicherte Suche',
}
