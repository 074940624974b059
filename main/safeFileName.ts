// The name that is offered for a file: one that every file system takes, however long a title is and whatever it holds.
import { isReservedName } from './vault/reservedName.ts'

/** They take 255, all in all; the person, or a second file of that name, may add to it. */
const longestBytes = 200

/** Empty where nothing of it can be part of a name. `extension` with its dot. */
export function safeFileName(stem: string, extension: string): string {
  const plain = cut(stem.replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]/gu, ' ').replace(/^[\s.]+/, '')).replace(/[\s.]+$/, '')
  if (plain === '') return ''
  return `${isReservedName(plain) ? '_' : ''}${plain}${extension}`
}

function cut(text: string): string {
  let left = longestBytes
  let end = 0
  for (const character of text) {
    left -= Buffer.byteLength(character)
    if (left < 0) break
    end += character.length
  }
  return text.slice(0, end)
}
