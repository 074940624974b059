// What lies over the panes: one dialog or popover is in sight at a time.
import type { SavedSearch } from '../library/savedSearches.ts'
import { createStore } from '../ui/createStore.ts'
import { rememberFocus } from '../ui/returnFocus.ts'

export type Layer =
  | { readonly kind: 'add'; readonly text: string; readonly isList?: true; readonly refused?: readonly Refused[] }
  | { readonly kind: 'addMany'; readonly links: readonly string[] }
  | { readonly kind: 'purge'; readonly ids: readonly string[] }
  | { readonly kind: 'tagName'; readonly tags: readonly string[] }
  | { readonly kind: 'searchName'; readonly search: Partial<SavedSearch> & Omit<SavedSearch, 'id'> }
  | { readonly kind: 'emptyTrash' }
  | { readonly kind: 'tagList' | 'statistics' | 'siteRules' | 'listSummary' }
  /** What is kept of a site, to be read again by its rule. */
  | { readonly kind: 'ruleApply'; readonly site: string; readonly rule: string }
  | { readonly kind: 'settings' | 'about' | 'shortcuts' | 'palette' | 'appearance' | 'more' | 'searchHelp' }
  /** Why an article was found. */
  | { readonly kind: 'why'; readonly id: string; readonly query: string }
  /** `compare`: a version to be compared with the one shown. */
  | { readonly kind: 'versions'; readonly id: string; readonly compare?: string }
  /** What belongs to the articles of its site. */
  | { readonly kind: 'fix'; readonly id: string }
  | { readonly kind: 'tags'; readonly ids: readonly string[] }
  /** `dir`: in which the article is read that they are of. */
  | {
      readonly kind: 'picture'
      readonly pictures: readonly Picture[]
      readonly at: number
      readonly dir: 'ltr' | 'rtl'
    }

export type Picture = { readonly address: string; readonly alt: string; readonly caption?: string }

export type Refused = { readonly url: string; readonly words: string }

/** `below`: dialogs that the one on top was opened from. They wait as they were. */
export const layers = createStore<{ readonly top?: Layer; readonly below?: readonly Layer[] }>({})

/** What a dialog opens with a button of its own leads back to it; anything else takes its place. */
const leadsBack: Readonly<Partial<Record<Layer['kind'], readonly Layer['kind'][]>>> = {
  settings: ['shortcuts', 'emptyTrash', 'siteRules', 'about'],
  siteRules: ['ruleApply'],
  tagList: ['tagName'],
}

export function openLayer(top: Layer) {
  const { top: before, below = [] } = layers.get()
  if (before === undefined) rememberFocus()
  layers.set(before && leadsBack[before.kind]?.includes(top.kind) ? { top, below: [...below, before] } : { top })
}

export function toggleLayer(top: Layer) {
  if (layers.get().top?.kind === top.kind) closeLayer()
  else openLayer(top)
}

export function closeLayer(kind?: Layer['kind']) {
  const { top, below = [] } = layers.get()
  if (kind !== undefined && top?.kind !== kind) return
  const next = below.at(-1)
  layers.set(next ? { top: next, below: below.slice(0, -1) } : {})
}
