import { inLanguages } from '../../preload/language.ts'
import { plural } from '../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  settings: 'Settings',
  library: 'Library',
  libraryText: 'Everything you save is kept in this folder, as plain files.',
  openFolder: 'Open the folder',
  looks: 'Looks',
  theme: 'Theme',
  themes: { system: 'System', paper: 'Paper', sepia: 'Sepia', dusk: 'Dusk', ink: 'Ink' },
  density: 'List',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  language: 'Language',
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  keys: 'Keyboard',
  singleKeys: 'Shortcuts of a single key',
  singleKeysText: 'j, k, e, l and the like. Off: only the arrows and shortcuts with Ctrl remain.',
  showKeys: 'All shortcuts',
  tray: 'Tray',
  trayIcon: 'Icon in the tray',
  trayText: 'Saves the link you have copied, brings this window to the front, quits.',
  noTray: 'This system has no tray.',
  browser: 'Your browser',
  browserText:
    'A bookmark that hands the page you are on to Offprint. Drag it to your browser’s bookmarks, or press to copy it.',
  search: 'Search',
  keepSearches: 'Remember what you searched for',
  keepSearchesText: 'On this device only, under the empty search field. Off: what was remembered is forgotten.',
  forgetSearches: 'Forget all searches',
  addresses: 'Your own network',
  addressesText: 'These hosts on your computer or network may be saved from.',
  noAddresses: 'None. When such an address cannot be saved, its row in the list offers to allow it.',
  sites: 'Signed-in sites',
  sitesText:
    'Pages of these sites are saved as you see them when you are signed in. Nothing of it is used for other sites.',
  noSites: 'None. An article’s menu offers to sign in to its site, in a window of its own.',
  forget: (site: string) => `Forget ${site}`,
  remove: (host: string) => `Remove ${host}`,
  removed: (host: string) => `Pages of ${host} are no longer saved`,
  signedOut: (site: string) => `Signed out of ${site}.`,
  rules: 'Rules of sites',
  rulesText: (count: number) =>
    count === 0
      ? 'None. “Something missing or too much?” in an article’s menu makes one.'
      : `You have said of ${plural(count, 'site')} what belongs to ${count === 1 ? 'its' : 'their'} articles.`,
  openRules: 'Show the rules',
  rulesIntro: 'What belongs to the articles of a site and what does not, a line each. New articles follow it.',
  noRules: 'No rule yet. Open “Something missing or too much?” on an article and point at it, or import a rule file.',
  importRule: 'Import…',
  exportRule: 'Export…',
  deleteRule: 'Delete',
  applyRule: 'Apply to what is kept…',
  keepRule: 'Keep',
  lines: (count: number) => plural(count, 'line'),
  ruleText: (site: string) => `Rule of ${site}`,
  wrongLines: (lines: readonly number[]) =>
    lines.length === 1
      ? `Line ${lines[0]} says nothing Offprint understands; it is passed over.`
      : `Lines ${lines.join(', ')} say nothing Offprint understands; they are passed over.`,
  ruleExported: (name: string) => `Saved as ${name}.`,
  ruleImported: (site: string) => `Imported the rule for ${site}`,
  ruleDeleted: (site: string) => `Deleted the rule for ${site}`,
  ruleWithoutSite: (file: string) =>
    `${file} does not say which site it is for. Name it after the site: example.org.txt.`,
  ruleEmpty: (file: string) => `${file} holds no line that Offprint understands. Nothing has changed.`,
  about: 'About Offprint',
  version: (version: string) => `Version ${version}`,
  engine: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
  purpose: 'An offprint is a single article, printed apart from its journal and kept.',
  licences: 'What Offprint is made of',
  licencesMissing: 'The list of licences is made when Offprint is packaged.',
  own: 'Offprint is free software under the MIT licence.',
  shortcuts: 'Keyboard shortcuts',
  whileChosen: 'While a passage is chosen',
  done: 'Done',
  cancel: 'Cancel',
  storage: 'Storage',
  trash: 'Trash',
  trashText: (count: number) =>
    count === 0
      ? 'The Trash is empty.'
      : `${plural(count, 'article')} in the Trash. ${count === 1 ? 'It is' : 'They are'} kept until you empty it.`,
  trashIsEmpty: 'The Trash is empty',
  emptyTrash: 'Empty the Trash',
  emptyTrashTitle: (count: number) => `Delete ${plural(count, 'article')} for good?`,
  emptyTrashText: 'Text, pictures, tags and highlights go, and nothing brings them back.',
  counting: 'Counting…',
  diskUse: 'Disk use by site',
  showSite: (site: string) => `Show what is kept of ${site}`,
  diskTotal: (size: string, sites: number) => `${size} from ${plural(sites, 'site')}, older versions not counted.`,
  articles: (count: number) => plural(count, 'article'),
  allSites: (count: number) => `All ${plural(count, 'site')}`,
  fewerSites: 'Only the largest',
  index: 'Index',
  indexText:
    'The list and the search are made from your files, and can be made anew at any time. Nothing is lost by it.',
  rebuild: 'Make them anew',
} as const

export const words = inLanguages(english, german)

export const chosenKeyWords = inLanguages(
  {
    more: 'Take in the next sentence',
    less: 'Leave the last sentence out',
    yellow: 'Yellow',
    green: 'Green',
    blue: 'Blue',
    rose: 'Rose',
    remove: 'Remove the highlight',
  },
  {
    more: 'Den nächsten Satz dazunehmen',
    less: 'Den letzten Satz weglassen',
    yellow: 'Gelb',
    green: 'Grün',
    blue: 'Blau',
    rose: 'Rosa',
    remove: 'Markierung entfernen',
  },
)

export const groupWords = inLanguages(
  {
    'Saving and finding': 'Saving and finding',
    Moving: 'Moving',
    'The article': 'The article',
    Reading: 'Reading',
    'The window': 'The window',
  },
  {
    'Saving and finding': 'Sichern und Finden',
    Moving: 'Bewegen',
    'The article': 'Der Artikel',
    Reading: 'Lesen',
    'The window': 'Das Fenster',
  },
)
