// Highlights taken out: as a file where the person says, or to the clipboard.
import { askOrSay } from '../../app/bridge.ts'
import { say } from '../../app/toasts.ts'
import type { HighlightWithArticle } from '../../library/highlights.ts'
import { highlightsToAnnotations } from './highlightsToAnnotations.ts'
import { highlightsToMarkdown } from './highlightsToMarkdown.ts'
import { words } from './words.ts'

export async function saveHighlights(highlights: readonly HighlightWithArticle[], as: 'markdown' | 'annotations') {
  const saved = await (as === 'markdown'
    ? askOrSay('file.save', `${words.fileName}.md`, highlightsToMarkdown(highlights))
    : askOrSay('file.save', `${words.fileName}.json`, highlightsToAnnotations(highlights)))
  if (saved !== undefined && saved !== null) say(words.saved(saved))
}

export async function copyHighlights(highlights: readonly HighlightWithArticle[]) {
  if ((await askOrSay('clipboard.write', highlightsToMarkdown(highlights))) !== undefined) say(words.copied)
}
