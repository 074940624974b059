import { formatNumber } from '../../preload/language.ts'

const sites = (count: number) => `${formatNumber(count)} ${count === 1 ? 'Website' : 'Websites'}`

export const german = {
  settings: 'Einstellungen',
  library: 'Bibliothek',
  libraryText: 'Alles, was Sie sichern, liegt in diesem Ordner, als einfache Dateien.',
  openFolder: 'Ordner öffnen',
  looks: 'Aussehen',
  theme: 'Thema',
  themes: { system: 'System', paper: 'Papier', sepia: 'Sepia', dusk: 'Dämmerung', ink: 'Tinte' },
  density: 'Liste',
  densities: { comfortable: 'Luftig', compact: 'Dicht' },
  language: 'Sprache',
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  keys: 'Tastatur',
  singleKeys: 'Kürzel aus einer einzelnen Taste',
  singleKeysText: 'j, k, e, l und ähnliche. Aus: Nur die Pfeile und Kürzel mit Strg bleiben.',
  showKeys: 'Alle Kürzel',
  addresses: 'Ihr eigenes Netz',
  addressesText: 'Von diesen Rechnern bei Ihnen oder in Ihrem Netz darf gesichert werden.',
  noAddresses:
    'Keine. Wenn eine solche Adresse nicht gesichert werden kann, bietet ihre Zeile in der Liste an, sie zu erlauben.',
  sites: 'Angemeldete Websites',
  sitesText:
    'Seiten dieser Websites werden so gesichert, wie Sie sie angemeldet sehen. Für andere Websites wird nichts davon verwendet.',
  noSites: 'Keine. Das Menü eines Artikels bietet an, sich bei seiner Website anzumelden, in einem eigenen Fenster.',
  forget: (site: string) => `${site} vergessen`,
  remove: (host: string) => `${host} entfernen`,
  about: 'Über Offprint',
  version: (version: string) => `Version ${version}`,
  engine: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
  purpose: 'Ein „offprint“ ist ein Sonderdruck: ein einzelner Artikel, aus seiner Zeitschrift gelöst und aufgehoben.',
  licences: 'Woraus Offprint gemacht ist',
  licencesMissing: 'Die Liste der Lizenzen entsteht, wenn Offprint verpackt wird.',
  own: 'Offprint ist freie Software unter der MIT-Lizenz.',
  shortcuts: 'Tastenkürzel',
  done: 'Fertig',
  cancel: 'Abbrechen',
  storage: 'Speicher',
  trash: 'Papierkorb',
  trashText: (count: number) =>
    count === 0
      ? 'Der Papierkorb ist leer.'
      : `${formatNumber(count)} Artikel im Papierkorb. Sie bleiben, bis Sie ihn leeren.`,
  trashIsEmpty: 'Der Papierkorb ist leer',
  emptyTrash: 'Papierkorb leeren',
  emptyTrashTitle: (count: number) => `${formatNumber(count)} Artikel endgültig löschen?`,
  emptyTrashText: 'Text, Bilder, Schlagwörter und Markierungen gehen, und nichts bringt sie zurück.',
  counting: 'Wird gezählt…',
  diskUse: 'Speicher je Website',
  diskTotal: (size: string, count: number) => `${size} von ${sites(count)}, ältere Fassungen nicht gezählt.`,
  articles: (count: number) => `${formatNumber(count)} Artikel`,
  allSites: (count: number) => `Alle ${sites(count)}`,
  fewerSites: 'Nur die größten',
  index: 'Verzeichnis',
  indexText:
    'Liste und Suche entstehen aus Ihren Dateien und lassen sich jederzeit neu aufbauen. Dabei geht nichts verloren.',
  rebuild: 'Neu aufbauen',
}
