import { keyWords } from './keyWords.ts'

/** A shortcut as keys: `Mod+n` reads Ctrl N, or ⌘ N on a Mac. */
export function Keys({ shortcut }: { shortcut: string }) {
  return <kbd dir="ltr">{keyWords(shortcut)}</kbd>
}
