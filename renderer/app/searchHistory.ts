// What was searched for, the latest first: a setting of this device, kept beside the looks and never in the vault.
import { sayDone } from './acts.ts'
import { appSettings, changeSettings } from './appSettings.ts'
import { words } from './words.ts'

const most = 30

/** Said when a search has been of use: something was opened from it, or it was left standing. */
export function rememberSearch(query: string) {
  const { keepSearches, searches } = appSettings.get()
  const own = query.trim().replace(/\s+/g, ' ')
  if (!keepSearches || own === '' || own.length > longest || searches[0] === own) return
  const [last = '', ...others] = searches
  // What was typed on from the last one stands for both.
  const before = own.startsWith(last) ? others : searches
  changeSettings({ searches: [own, ...before.filter((other) => other !== own)].slice(0, most) })
}

export function forgetSearch(query: string) {
  forget([query], words.searchForgotten(query))
}

export function forgetSearches() {
  forget(appSettings.get().searches, words.searchesForgotten)
}

/** Turned off, what was kept goes too. */
export function keepSearches(isOn: boolean) {
  changeSettings({ keepSearches: isOn })
  if (!isOn && appSettings.get().searches.length > 0) forgetSearches()
}

function forget(some: readonly string[], said: string) {
  const { searches: before, keepSearches: areKept } = appSettings.get()
  changeSettings({ searches: before.filter((other) => !some.includes(other)) })
  sayDone(said, () => {
    const later = appSettings.get().searches.filter((other) => !before.includes(other))
    changeSettings({ keepSearches: areKept, searches: [...later, ...before].slice(0, most) })
  })
}

const longest = 300
