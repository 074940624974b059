// Names are compared by their words, folded as those of the text are.
import { foldWord } from './tokenise.ts'

export function foldPhrase(text: string): string {
  return text
    .trim()
    .replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu, foldWord)
    .replace(/\s+/g, ' ')
}
