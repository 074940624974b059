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
  tray: 'Infobereich',
  trayIcon: 'Symbol im Infobereich',
  trayText: 'Sichert den Link, den Sie kopiert haben, holt dieses Fenster nach vorn, beendet Offprint.',
  noTray: 'Dieses System hat keinen Infobereich.',
  browser: 'Ihr Browser',
  browserText:
    'Ein Lesezeichen, das die offene Seite an Offprint gibt. Ziehen Sie es in die Lesezeichen Ihres Browsers, oder kopieren Sie es mit einem Druck.',
  search: 'Suche',
  keepSearches: 'Gesuchtes merken',
  keepSearchesText: 'Nur auf diesem Gerät, unter dem leeren Suchfeld. Aus: Das Gemerkte wird vergessen.',
  forgetSearches: 'Alle Suchen vergessen',
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
  removed: (host: string) => `Von ${host} wird nichts mehr gesichert`,
  signedOut: (site: string) => `Bei ${site} abgemeldet.`,
  rules: 'Regeln der Websites',
  rulesText: (count: number) =>
    count === 0
      ? 'Keine. „Fehlt etwas, oder ist etwas zu viel?“ im Menü eines Artikels legt eine an.'
      : `Sie haben für ${sites(count)} gesagt, was zu den Artikeln gehört.`,
  openRules: 'Regeln zeigen',
  rulesIntro: 'Was zu den Artikeln einer Website gehört und was nicht, je eine Zeile. Neue Artikel folgen ihr.',
  noRules:
    'Noch keine Regel. Öffnen Sie bei einem Artikel „Fehlt etwas, oder ist etwas zu viel?“ und zeigen Sie darauf, oder importieren Sie eine Regeldatei.',
  importRule: 'Importieren…',
  exportRule: 'Exportieren…',
  deleteRule: 'Löschen',
  applyRule: 'Auf Gesichertes anwenden…',
  keepRule: 'Behalten',
  lines: (count: number) => `${formatNumber(count)} ${count === 1 ? 'Zeile' : 'Zeilen'}`,
  ruleText: (site: string) => `Regel für ${site}`,
  wrongLines: (lines: readonly number[]) =>
    lines.length === 1
      ? `Zeile ${lines[0]} sagt nichts, was Offprint versteht; sie wird übergangen.`
      : `Die Zeilen ${lines.join(', ')} sagen nichts, was Offprint versteht; sie werden übergangen.`,
  ruleExported: (name: string) => `Als ${name} gesichert.`,
  ruleImported: (site: string) => `Regel für ${site} importiert`,
  ruleDeleted: (site: string) => `Regel für ${site} gelöscht`,
  ruleWithoutSite: (file: string) =>
    `${file} sagt nicht, für welche Website sie gilt. Nennen Sie die Datei nach der Website: example.org.txt.`,
  ruleEmpty: (file: string) => `${file} enthält keine Zeile, die Offprint versteht. Nichts hat sich geändert.`,
  about: 'Über Offprint',
  version: (version: string) => `Version ${version}`,
  engine: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
  purpose: 'Ein „offprint“ ist ein Sonderdruck: ein einzelner Artikel, aus seiner Zeitschrift gelöst und aufgehoben.',
  licences: 'Woraus Offprint gemacht ist',
  licencesMissing: 'Die Liste der Lizenzen entsteht, wenn Offprint verpackt wird.',
  own: 'Offprint ist freie Software unter der MIT-Lizenz.',
  shortcuts: 'Tastenkürzel',
  whileChosen: 'Während etwas gewählt ist',
  done: 'Fertig',
  cancel: 'Abbrechen',
  storage: 'Speicherplatz',
  trash: 'Papierkorb',
  trashText: (count: number) =>
    count === 0
      ? 'Der Papierkorb ist leer.'
      : `${formatNumber(count)} Artikel im Papierkorb. ${count === 1 ? 'Er bleibt' : 'Sie bleiben'}, bis Sie ihn leeren.`,
  trashIsEmpty: 'Der Papierkorb ist leer',
  emptyTrash: 'Papierkorb leeren',
  emptyTrashTitle: (count: number) => `${formatNumber(count)} Artikel endgültig löschen?`,
  emptyTrashText: 'Text, Bilder, Schlagwörter und Markierungen gehen, und nichts bringt sie zurück.',
  counting: 'Wird gezählt…',
  diskUse: 'Speicherplatz je Website',
  showSite: (site: string) => `Zeigen, was von ${site} aufbewahrt ist`,
  diskTotal: (size: string, count: number) => `${size} von ${sites(count)}, ältere Fassungen nicht gezählt.`,
  articles: (count: number) => `${formatNumber(count)} Artikel`,
  allSites: (count: number) => `Alle ${sites(count)}`,
  fewerSites: 'Nur die größten',
  index: 'Index',
  indexText:
    'Liste und Suche entstehen aus Ihren Dateien und lassen sich jederzeit neu aufbauen. Dabei geht nichts verloren.',
  rebuild: 'Neu aufbauen',
}
