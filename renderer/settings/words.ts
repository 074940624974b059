import { inLanguages } from '../../preload/language.ts'
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
} as const

export const words = inLanguages(english, german)
