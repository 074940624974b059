// What programs for threads call a post, whoever wrote it, and what is said about those.
import { likelySelector, type Called } from './called.ts'

/** Of the line above a post that says who wrote it, and when. */
export const posterClass = 'offprint-poster'

/** Tells whether a block says what the one who wrote a post is, has, or always says: ranks, figures, a motto; or counts a thread's posts. */
export function aboutPostersIn(body: Element, called: Called): (block: Element) => boolean {
  const likely = likelySelector(aboutPosters, called)
  if (likely === undefined || body.querySelector(likely) === null) return () => false // as on most pages
  return (block) => {
    const about = block.closest(likely)
    return about !== null && (about.matches('[class*=TopicOverview]') || about.parentElement?.closest(post) != null)
  }
}

const aboutPosters = [
  '[class*=signature i]',
  '[component*=signature]',
  '[data-role=memberSignature]',
  '[class*=user-extras i]',
  '[class*=userExtras]',
  '[class*=user-title i]',
  '[class*=userTitle]',
  '[class*=user-stats i]',
  '[class*=reputation-score]',
  '[class~="-flair"]',
  '[class*=TopicOverview]',
]

/** What each of the posts of a thread stands in, as far as it is known by that. */
export const posts = [
  '[itemprop~=suggestedAnswer]',
  '[itemprop~=acceptedAnswer]',
  '[itemprop~=comment]',
  '[itemtype$="/Comment"]',
  '[itemtype$="/Answer"]',
  'article',
  '[class~=post]',
  '[class~=message]',
  'div[class~=email]',
  '[class~=comment]',
  '[class~=reply]',
  '[class~=answer]',
  '[class~=question]',
  '[class*=post_]',
  '[id^=post]',
]
export const post = posts.join(', ')
/** By whom it is, in it. */
export const posters = [
  '[itemprop~=author]',
  '[rel~=author]',
  '[class~=username]',
  '[class~=user]',
  '[class*=user-name]',
  '[class~=author]',
  '[class*=post-author] a',
  '[class*=poster]',
  '[class*=comment-user]',
  '[class*=email-author]',
]
export const poster = posters.join(', ')

/** Those with more than white space. */
export function textsIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') texts.push(walker.currentNode as Text) // the walker shows nothing else
  return texts
}
