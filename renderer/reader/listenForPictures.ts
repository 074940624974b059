// A press on a picture of the text, or Enter on it, shows it as large as the window allows.
import { openLayer, type Picture } from '../app/layers.ts'

/** Until the returned function is called. */
export function listenForPictures(page: Document): () => void {
  const open = (target: EventTarget | null) => {
    const pressed = imageOf(target)
    if (pressed) openPictures(page, pressed)
    return pressed !== undefined
  }
  const onClick = (event: MouseEvent) => {
    if (!event.defaultPrevented && open(event.target)) event.preventDefault()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && open(event.target)) event.preventDefault()
  }
  page.addEventListener('click', onClick)
  page.addEventListener('keydown', onKeyDown)
  return () => {
    page.removeEventListener('click', onClick)
    page.removeEventListener('keydown', onKeyDown)
  }
}

/** All that can be enlarged. */
export function picturesIn(page: Document | null | undefined): readonly HTMLImageElement[] {
  return [...(page?.querySelectorAll<HTMLImageElement>('.page-text img') ?? [])].filter((image) => imageOf(image))
}

/** From the first that is on the screen, or below it. */
export function openPicturesAt(page: Document | null | undefined) {
  const all = picturesIn(page)
  const first = all.find((image) => image.getBoundingClientRect().bottom > 0) ?? all[0]
  if (page && first) openPictures(page, first)
}

/** All that can be enlarged, and this one first. */
export function openPictures(page: Document, first: HTMLImageElement) {
  const images = [...page.querySelectorAll<HTMLImageElement>('.page-text img')].filter(
    (image) => image === first || imageOf(image),
  )
  shown = images
  const dir = page.defaultView?.getComputedStyle(first).direction === 'rtl' ? 'rtl' : 'ltr'
  openLayer({ kind: 'picture', pictures: images.map(pictureOf), at: images.indexOf(first), dir })
}

/** Those that are leafed through. */
let shown: readonly HTMLImageElement[] = []

/** Back in the text one is at the picture that was looked at last. False when there is none that can have the focus. */
export function returnToPicture(at: number): boolean {
  const image = shown[at]
  shown = []
  if (!image?.isConnected || image.tabIndex < 0) return false
  const page = image.ownerDocument
  const { top, bottom } = image.getBoundingClientRect()
  if (bottom < topPx || top > page.documentElement.clientHeight) image.scrollIntoView({ block: 'center' })
  page.defaultView?.focus()
  image.focus({ preventScroll: true })
  return true
}

/** The toolbar lies over this much of the text. */
const topPx = 56

/** Signs that stand in a line have nothing more to show, and a picture in a link is the link's. */
function imageOf(target: EventTarget | null): HTMLImageElement | undefined {
  if (!target || !('closest' in target)) return undefined
  const element = target as Element // of the frame, whose Element is not our window's
  if (element.localName !== 'img' || element.closest('a') || (element as HTMLElement).dataset['small'] !== undefined)
    return undefined
  return element as HTMLImageElement
}

function pictureOf(image: HTMLImageElement): Picture {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent?.trim()
  return { address: image.currentSrc || image.src, alt: image.alt, ...(caption ? { caption } : {}) }
}
