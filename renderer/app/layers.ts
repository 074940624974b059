// What lies over the panes: one dialog or popover at a time.
import type { SavedSearch } from '../library/savedSearches.ts'
import { createStore } from '../ui/createStore.ts'
import { rememberFocus } from '../ui/returnFocus.ts'

export type Layer =
  | { readonly kind: 'add'; readonly text: string; readonly isList?: true; readonly refused?: readonly Refused[] }
  | { readonly kind: 'addMany'; readonly links: readonly string[] }
  | { readonly kind: 'purge'; readonly ids: readonly string[] }
  /** `isFromAll`: asked for among all tags, and back to them. */
  | { readonly kind: 'tagName'; readonly tags: readonly string[]; readonly isFromAll?: true }
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
  | { readonly kind: 'picture'; readonly pictures: readonly Picture[]; readonly at: number }

export type Picture = { readonly address: string; readonly alt: string; readonly caption?: string }

export type Refused = { readonly url: string; readonly words: string }

export const layers = createStore<{ readonly top?: Layer }>({})

export function openLayer(top: Layer) {
  if (layers.get().top === undefined) rememberFocus()
  layers.set({ top })
}

export function toggleLayer(top: Layer) {
  if (layers.get().top?.kind === top.kind) closeLayer()
  else openLayer(top)
}

export function closeLayer(kind?: Layer['kind']) {
  if (kind === undefined || layers.get().top?.kind === kind) layers.set({})
}
