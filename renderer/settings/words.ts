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
  addresses: 'Your own network',
  addressesText: 'These hosts on your computer or network may be saved from.',
  noAddresses: 'None. When such an address cannot be saved, its row in the list offers to allow it.',
  sites: 'Signed-in sites',
  sitesText:
    'Pages of these sites are saved as you see them when you are signed in. Nothing of it is used for other sites.',
  noSites: 'None. An article’s menu offers to sign in to its site, in a window of its own.',
  forget: (site: string) => `Forget ${site}`,
  remove: (host: string) => `Remove ${host}`,
  about: 'About Offprint',
  version: (version: string) => `Version ${version}`,
  engine: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
  purpose: 'An offprint is a single article, printed apart from its journal and kept.',
  licences: 'What Offprint is made of',
  licencesMissing: 'The list of licences is made when Offprint is packaged.',
  own: 'Offprint is free software under the MIT licence.',
  shortcuts: 'Keyboard shortcuts',
  done: 'Done',
  cancel: 'Cancel',
  storage: 'Storage',
  trash: 'Trash',
  trashText: (count: number) =>
    count === 0 ? 'The Trash is empty.' : `${plural(count, 'article')} in the Trash. They are kept until you empty it.`,
  trashIsEmpty: 'The Trash is empty',
  emptyTrash: 'Empty the Trash',
  emptyTrashTitle: (count: number) => `Delete ${plural(count, 'article')} for good?`,
  emptyTrashText: 'Text, pictures, tags and highlights go, and nothing brings them back.',
  counting: 'Counting…',
  diskUse: 'Disk use by site',
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
