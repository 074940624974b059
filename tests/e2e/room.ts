// The window in a reader's words: rows, the open article, the search field. The only file of the stories that knows roles and names.
import { expect, type FrameLocator, type Locator, type Page } from 'playwright/test'
import type { App } from './app.ts'

export type OpenArticle = {
  readonly title: string
  /** Everything in the frame, white space folded. */
  readonly text: string
  readonly images: readonly { readonly naturalWidth: number; readonly src: string }[]
  /** How many places are marked as found. */
  readonly marks: number
  readonly scrollTop: number
  /** The first words of the block at the top of what is seen. */
  readonly topWords: string
}

export type Room = {
  readonly page: Page
  /** Rows of kept articles. */
  readonly rows: Locator
  row(title: string): Locator
  /** Rows of captures under way or failed. */
  readonly captures: Locator
  /** Opens the article of that title and waits until it stands there, its images included. */
  open(title: string): Promise<OpenArticle>
  /** Waits until an article of that title is the one shown. */
  shown(title: string): Promise<OpenArticle>
  search(query: string): Promise<void>
  view(name: string): Promise<void>
  /** Types a tag into the tag field of the open or chosen article. */
  tag(name: string): Promise<void>
  scrollTo(part: number): Promise<void>
  press(keys: string): Promise<void>
}

export function roomOf(page: Page): Room {
  const rows = page.locator('[role="row"][id^="row-"]')
  const row = (title: string) => rows.filter({ has: page.getByRole('heading', { name: title, exact: true }) })

  const shown = async (title: string): Promise<OpenArticle> => {
    await expect.poll(async () => (await look(page))?.title).toBe(title)
    await expect.poll(async () => (await look(page))?.images.every(({ naturalWidth }) => naturalWidth > 0)).toBe(true)
    return (await look(page))!
  }
  return {
    page,
    rows,
    row,
    captures: page.locator('[role="row"][id^="capture-"]'),
    async open(title) {
      await row(title).click()
      return shown(title)
    },
    shown,
    async search(query) {
      await page.getByRole('textbox', { name: 'Search' }).fill(query)
    },
    async view(name) {
      await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name }).first().click()
    },
    async tag(name) {
      await page.keyboard.press('t')
      const field = page.getByRole('dialog').getByRole('textbox')
      await field.fill(name)
      await field.press('Enter')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
    scrollTo: (part) =>
      page.evaluate((share) => {
        const inside = document.querySelector<HTMLIFrameElement>(
          'iframe[src="app://offprint/reader/"], iframe[src="/reader/"]',
        )?.contentDocument
        const scroller = inside?.scrollingElement
        scroller?.scrollTo({ top: (scroller.scrollHeight - scroller.clientHeight) * share, behavior: 'instant' })
      }, part),
    press: (keys) => page.keyboard.press(keys),
  }
}

/** The frame of the text. */
export const inText = (page: Page): FrameLocator =>
  page.frameLocator('iframe[src="app://offprint/reader/"], iframe[src="/reader/"]')

/** The passages drawn in the text, by colour. */
export const drawnIn = (page: Page): Promise<Readonly<Record<'yellow' | 'green' | 'blue' | 'rose', string>>> =>
  page.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )
    const { highlights } = (frame?.contentWindow as Window & typeof globalThis).CSS
    const textOf = (name: string) => [...(highlights.get(`offprint-${name}`) ?? [])].map(String).join(' ')
    return { yellow: textOf('yellow'), green: textOf('green'), blue: textOf('blue'), rose: textOf('rose') }
  })

/** What lines of the sidebar say, each with its count; also beside an open dialog, where they have no roles. */
export const linesOf = (lines: Locator): Promise<string[]> =>
  lines.evaluateAll((all) =>
    all.map((one) =>
      [...one.children]
        .slice(-2)
        .map((part) => part.textContent)
        .join(' ')
        .trim(),
    ),
  )

/** Until the window has that size. */
export async function resize(app: App, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => {
      const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible())
      shown?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBe(width)
}

/** What the reader's frame shows. Asked of the window, which may look into the frame: no script runs in there. */
function look(page: Page): Promise<OpenArticle | undefined> {
  return page.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )
    const inside = frame?.contentDocument
    const heading = inside?.querySelector('h1')
    if (!frame || !inside || !heading) return undefined
    const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
    const { highlights } = (frame.contentWindow as Window & typeof globalThis).CSS
    // The toolbar lies over the first 56 pixels.
    const blocks = [...inside.querySelectorAll('main :is(p, h2, h3, li, pre)')]
    const top = blocks.find((block) => block.getBoundingClientRect().bottom > 57)
    return {
      title: fold(heading.textContent ?? ''),
      text: fold(inside.body.textContent ?? ''),
      images: [...inside.images].map(({ naturalWidth, src }) => ({ naturalWidth, src })),
      marks: highlights.get('offprint-mark')?.size ?? 0,
      scrollTop: inside.scrollingElement?.scrollTop ?? 0,
      topWords: fold(top?.textContent ?? '').slice(0, 60),
    }
  })
}
