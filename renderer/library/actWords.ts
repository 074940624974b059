// What a reader is told when something was done: "Moved to Trash", "Tagged 12 articles harbours".
import type { ActBody } from '../../preload/act.ts'
import { unreachable } from '../../preload/failure.ts'
import { formatNumber, inLanguages } from '../../preload/language.ts'
import { germanActWords } from './actWords.de.ts'

/** Of several acts of different kinds the first is named. */
export function actWords(bodies: readonly ActBody[]): string {
  const [first] = bodies
  if (!first) return ''
  const alike = bodies.filter((body) => body.act === first.act)
  const articles = new Set(alike.flatMap((body) => ('article' in body ? [body.article] : []))).size
  return words(first, articles > 1 ? many(formatNumber(articles)) : '')
}

const placeNames = { inbox: 'Inbox', later: 'Later', archive: 'Archive' } as const

const many = inLanguages(
  (count: string) => ` ${count} articles`,
  (count: string) => `${count} Artikel`,
)

const words = inLanguages(englishActWords, germanActWords)

/** `many`: empty for one article, else " 12 articles". */
function englishActWords(body: ActBody, many: string): string {
  switch (body.act) {
    case 'saved':
      return `Saved${many}`
    case 'tagged':
      return `Tagged${many} ${body.tag}`
    case 'untagged':
      return many ? `Removed the tag ${body.tag} from${many}` : `Removed the tag ${body.tag}`
    case 'moved':
      return `Moved${many} to ${placeNames[body.place]}`
    case 'favourited':
      return body.favourite ? `Added${many} to Favourites` : `Removed${many} from Favourites`
    case 'progressed':
      return body.progress === 0
        ? `Marked${many} as unread`
        : body.progress === 1
          ? `Marked${many} as read`
          : 'Kept your place'
    case 'noted':
    case 'highlight-noted':
      return body.note === '' ? 'Removed the note' : 'Kept the note'
    case 'highlighted':
      return 'Highlighted'
    case 'highlight-coloured':
      return 'Changed the colour'
    case 'highlight-removed':
      return body.removed ? 'Removed the highlight' : 'Brought the highlight back'
    case 'corrected':
      return body.value === undefined ? 'Removed the correction' : 'Kept the correction'
    case 'version-pinned':
      return body.version === undefined ? 'Showing the latest version' : 'Showing the chosen version'
    case 'trashed':
      return `Moved${many} to Trash`
    case 'restored':
      return `Restored${many}`
    case 'purged':
      return `Deleted${many} for good`
    case 'search-saved':
      return `Saved the search ${body.name}`
    case 'search-removed':
      return 'Removed the search'
    case 'rule-made':
      return `Kept the rule for ${body.site}`
    case 'set':
      return 'Moved the search' // nothing else is set: the order they stand in
    default:
      return unreachable(body)
  }
}
