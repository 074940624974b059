// Why a capture is worth no more than it is: as codes with numbers, so that the window says them in the reader's language. A record also holds
// the English sentences, for those who read the files, and for what was kept before there were codes.
import { z } from 'zod'
import { unreachable } from './failure.ts'
import { inLanguages } from './language.ts'
import { germanReasonWords } from './reasonWords.de.ts'

const count = z.number().int().nonnegative()
/** `of`: about so many there are in all, where the page says so. */
const visible = { words: count, of: count.optional() }

export const reason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('robot-check') }),
  z.object({ code: z.literal('error-page'), title: z.string() }),
  z.object({ code: z.literal('sign-in-wall'), ...visible }),
  z.object({ code: z.literal('pay-wall'), ...visible }),
  z.object({ code: z.literal('consent-wall'), ...visible }),
  z.object({ code: z.literal('no-article') }),
  z.object({ code: z.literal('little-kept'), words: count, visible: count }),
  z.object({ code: z.literal('list-of-links') }),
  z.object({ code: z.literal('part-kept'), words: count, of: count }),
  z.object({ code: z.literal('breaks-off'), ...visible, offersMore: z.boolean() }),
  z.object({ code: z.literal('still-changing') }),
  z.object({ code: z.literal('more-pages'), kept: count }),
  z.object({ code: z.literal('page-missing'), page: count }),
  z.object({ code: z.literal('images-missing'), images: count }),
  z.object({ code: z.literal('images-too-large'), images: count }),
  z.object({ code: z.literal('left-out'), files: count }),
  z.object({ code: z.literal('pdf-pictures') }),
  z.object({ code: z.literal('pdf-partly-read'), read: count, pages: count }),
  z.object({ code: z.literal('pdf-locked') }),
  /** Of what was kept, whatever it was worth. */
  z.object({ code: z.literal('files-unreadable') }),
])
export type Reason = z.infer<typeof reason>

/** As it is written into the files, whatever language is spoken. */
export function englishReasonWords(why: Reason): string {
  switch (why.code) {
    case 'robot-check':
      return 'The site asked for proof that no robot is reading; its page was not shown.'
    case 'error-page':
      return `The page says: "${why.title}".`
    case 'sign-in-wall':
      return `This looks like a sign-in wall; ${visibleWords(why)}`
    case 'pay-wall':
      return `This looks like a wall for subscribers; ${visibleWords(why)}`
    case 'consent-wall':
      return `This looks like a consent wall; ${visibleWords(why)}`
    case 'no-article':
      return 'No article text was found. The link is saved.'
    case 'little-kept':
      return `${plural(why.words, 'word', 'words')} of ${number(why.visible)} visible ones were kept.`
    case 'list-of-links':
      return 'The page is a list of links.'
    case 'part-kept':
      return `Only ${plural(why.words, 'word', 'words')} of about ${number(why.of)} that read like text were kept.`
    case 'breaks-off':
      return `The text breaks off${why.offersMore ? ', and the page offers to read on' : ''}. ${visibleWords(why)}`
    case 'still-changing':
      return 'The page was still changing when its time was up.'
    case 'more-pages':
      return `The article has more pages than the ${number(why.kept)} that were kept.`
    case 'page-missing':
      return `Page ${number(why.page)} of the article could not be had.`
    case 'images-missing':
      return `${plural(why.images, 'image', 'images')} could not be saved.`
    case 'images-too-large':
      return `${plural(why.images, 'image is', 'images are')} too large to keep.`
    case 'left-out':
      return `${plural(why.files, 'font or larger picture was', 'fonts or larger pictures were')} left out: the copy would take more than three times what the page itself has loaded.`
    case 'pdf-pictures':
      return 'The pages are pictures: there is no text to search.'
    case 'pdf-partly-read':
      return `Only the text of the first ${number(why.read)} of ${number(why.pages)} pages is searched.`
    case 'pdf-locked':
      return 'The PDF is locked with a password; its text cannot be read.'
    case 'files-unreadable':
      return 'The saved files could not be read.'
    default:
      return unreachable(why)
  }
}

const words = inLanguages(englishReasonWords, germanReasonWords)

/** For the person: in their language where the codes are known, else as it was written. */
export function reasonWords(kept: {
  readonly because?: readonly Reason[] | undefined
  readonly reasons: readonly string[]
}): readonly string[] {
  return kept.because?.map((one) => words(one)) ?? kept.reasons
}

function visibleWords({ words, of }: { readonly words: number; readonly of?: number | undefined }): string {
  if (of !== undefined) return `${number(words)} of about ${number(of)} words are visible.`
  return words === 0 ? 'no words are visible.' : `${plural(words, 'word is', 'words are')} visible.`
}

function plural(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`
}

/** Whatever language is spoken. */
function number(count: number): string {
  return count.toLocaleString('en-GB')
}
