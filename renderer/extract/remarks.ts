// What readers have written under an article. In a thread it is the text, and a thread may call itself an article in a meta element.
import { findCalled } from './called.ts'
import type { Draft } from './draft.ts'
import { takeOut } from './followRule.ts'
import { isBefore } from './isBefore.ts'
import { linkShare, names, textLength } from './measureText.ts'

export function removeRemarks({ document, url, facts, called }: Draft, whole: number) {
  const { body } = document
  const { isArticle } = facts
  if (isArticle !== undefined) {
    const isSure = isArticle === 'in-linked-data'
    for (const element of findCalled(body, isSure ? comments : belowText, called)) {
      const isShort = isSure && textLength(element) < 0.6 * whole
      if (!isSure && element.closest(reviews)) continue
      if (!element.matches('body, main, article') && (isShort || isBesideText(body, element))) takeOut(element)
    }
  }
  if (isForum.test(url) || document.querySelector(threads) !== null) return
  const remarks = [...findCalled(body, partlyCalled, called)].filter(isRemarks)
  if (remarks.length === 0) return
  const texts = paragraphsOutside(body, remarks)
  const least = isArticle === undefined ? manyParagraphs : fewParagraphs
  for (const element of remarks) {
    if (!element.isConnected || element.querySelector(ofText) || element.closest(reviews)) continue
    if (texts.filter((one) => isBefore(one, element)).length >= least) takeOut(element)
  }
}

/** The article stands outside: readers may have written more about it than it says. */
function isBesideText(body: Element, element: Element): boolean {
  if (element.querySelector(ofText)) return false
  return paragraphsOutside(body, [element]).length >= fewParagraphs
}

/** What reads like text and stands in none of the elements. */
function paragraphsOutside(body: Element, elements: readonly Element[]): Element[] {
  return [...body.querySelectorAll('p')].filter(
    (one) =>
      textLength(one) >= aParagraph && !elements.some((element) => element.contains(one)) && linkShare(one) < 0.35,
  )
}

function isRemarks(element: Element): boolean {
  if (element.matches('body, main, article, p, a, span, h1, h2, h3')) return false
  return names(element)
    .split(/\s+/)
    .some((word) => remarksName.test(word) && !aboutRemarks.test(word))
}

const aParagraph = 80
const fewParagraphs = 3
const manyParagraphs = 5

const ofText = 'h1, [itemprop~=articleBody]'
/** What programs for blogs call the one place for all that readers write; the posts of a thread stand in none. */
const belowText = ['#comments', '#disqus_thread', '#respond', '.comments-area', '.comment-respond']
/** Of a product: they are part of what its page is about. */
const reviews = '[id*=review], [class*=review]'
const comments = (
  '#comments #comment-list #disqus_thread #respond .comments .comments-area .comment-list .comments-section .comment-section ' +
  '.commentlist .comment-respond [itemtype$="schema.org/Comment"]'
).split(' ')

const partlyCalled = ['[class*=comment i]', '[id*=comment i]', '[class*=talkback i]', '#in_article_forums', '.livefyre']
const remarksName = /[cC]omments?(?![a-z])|COMMENTS?|[tT]alkback|^in_article_forums$|^livefyre$/
/** It says how many there are, or that one may write some. */
const aboutRemarks = /commentar|commentat|count|open|closed|enabled|status|allow|(?:has|no|with)-?comment/i
/** By the address, what is written there is what people write to each other. */
const isForum =
  /^https?:\/\/[^/]*\b(?:forums?|community|communities|discuss|discussions?|boards?|answers|talk|groups)\b|\/(?:forums?|threads?|topics?|discussions?|questions?|comments|viewtopic|showthread|groups?|issues?|pull|item|t|r)(?:[/.?]|$)/i
const threads = '[itemtype$="/DiscussionForumPosting"], [itemtype$="/QAPage"]'
