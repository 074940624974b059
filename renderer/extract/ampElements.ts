// AMP's own elements, on a page whose scripts did not run: pictures become pictures, players what the step for embeds knows, and what stands there
// for while it loads, or where it fails, goes.
import type { Draft } from './draft.ts'
import { named } from './named.ts'

export function ampElements({ document }: Draft) {
  if (named(document, names).length === 0) return
  for (const one of document.querySelectorAll(machinery)) one.remove()
  for (const image of document.querySelectorAll('amp-img, amp-anim')) intoImage(image)
  for (const one of document.querySelectorAll('[fallback]')) if (isOfAmp(one.parentElement)) one.remove()
  for (const player of document.querySelectorAll(Object.keys(addresses).join(', '))) intoPlayer(player)
  for (const name of ['video', 'audio'] as const)
    for (const player of document.querySelectorAll(`amp-${name}`)) player.replaceWith(copyOf(player, name))
}

const machinery =
  'amp-ad, amp-embed, amp-sticky-ad, amp-auto-ads, amp-analytics, amp-pixel, amp-consent, amp-user-notification, amp-social-share, amp-addthis, ' +
  'amp-list, amp-state, amp-next-page, amp-install-serviceworker, amp-app-banner, amp-web-push, amp-recaptcha-input'

/** Where what a player's number stands for is looked at. */
const addresses: Readonly<Record<string, readonly [attribute: string, address: string]>> = {
  'amp-youtube': ['data-videoid', 'https://www.youtube.com/embed/'],
  'amp-vimeo': ['data-videoid', 'https://player.vimeo.com/video/'],
  'amp-dailymotion': ['data-videoid', 'https://www.dailymotion.com/embed/video/'],
  'amp-twitter': ['data-tweetid', 'https://twitter.com/i/status/'],
  'amp-instagram': ['data-shortcode', 'https://www.instagram.com/p/'],
  'amp-soundcloud': ['data-trackid', 'https://w.soundcloud.com/player/?url=https://api.soundcloud.com/tracks/'],
  'amp-facebook': ['data-href', ''],
  'amp-tiktok': ['data-src', ''],
  'amp-video-iframe': ['src', ''],
  'amp-iframe': ['src', ''],
}

const names = ['amp-img', 'amp-anim', 'amp-video', 'amp-audio', 'amp-ad', ...Object.keys(addresses)]

function isOfAmp(element: Element | null): boolean {
  return element?.localName.startsWith('amp-') === true
}

/** For browsers without scripts the same picture stands in it once more. One that the capture has noted is shown by the step for pictures. */
function intoImage(image: Element) {
  const twin = image.querySelector('noscript img')
  const isPlaceholder = image.hasAttribute('placeholder') && isOfAmp(image.parentElement)
  if (isPlaceholder) image.remove()
  else if (twin) image.replaceWith(twin)
  else if (!image.hasAttribute('data-offprint-image')) image.replaceWith(copyOf(image, 'img'))
}

/** A post may be there in words until it comes. */
function intoPlayer(player: Element) {
  const [attribute, address] = addresses[player.localName] ?? ['src', '']
  const words = player.querySelector('blockquote')
  const stated = player.getAttribute(attribute) ?? player.getAttribute('src')
  if (words) player.replaceWith(words)
  else if (!stated) player.remove()
  else {
    const frame = copyOf(player, 'iframe')
    frame.setAttribute('src', /^https?:/.test(stated) ? stated : address + stated)
    frame.setAttribute('allowfullscreen', '')
    player.replaceWith(frame)
  }
}

function copyOf(element: Element, name: string): Element {
  const copy = element.ownerDocument.createElement(name)
  for (const { name: own, value } of element.attributes)
    if (!own.startsWith('data-') || own.startsWith('data-offprint-')) copy.setAttribute(own, value)
  if (name === 'audio' || name === 'video') copy.append(...element.querySelectorAll('source'))
  return copy
}
