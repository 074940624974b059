// Where one is in a long text, and how one gets out of what was opened over it: panel, width, zoom, footnotes, the find bar, a passage without a place.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault } from './madeVault.ts'
import { inText, resize, roomOf, type Room } from './room.ts'

const title = 'The harbour book'
const rightToLeft = 'مكتبة القرية'
const short = 'A short one'

let app: App
let room: Room

const mark = (n: number) => `<sup><a class="offprint-noteref" href="#fn${n}" id="fnref${n}">${n}</a></sup>`
const paragraphs = [
  `The keeper wrote all of it down.${mark(1)} He had nobody to tell it to.${mark(2)}`,
  ...Array.from(
    { length: 300 },
    (_, n) =>
      `Evening ${n + 1} at the harbour was like the one before. The boats came in, one by one, and the keeper counted them from his window. ${'He wrote the number in the book. '.repeat(n % 4)}`,
  ),
  `<section class="offprint-footnotes"><ol><li id="fn1"><p>${'A long note, as notes are in such books. '.repeat(90)}<a href="#fnref1">↩</a></p></li><li id="fn2"><p>See <a href="https://made.example/notes">the notes</a>. <a href="#fnref2">↩</a></p></li></ol></section>`,
]

test.beforeAll(async () => {
  const { vault } = await madeVault([
    { title: short, paragraphs: ['Nothing much stands here.'] },
    {
      title: rightToLeft,
      lang: 'ar',
      paragraphs: ['كانت المكتبة صغيرة.', '<blockquote><p>الكتاب خير جليس.</p></blockquote>'],
    },
    {
      title,
      paragraphs,
      acts: (article) => [
        {
          act: 'highlighted',
          article,
          highlight: '01HQ00000000000000000000AA',
          quote: 'A sentence that an editor has taken out.',
          prefix: 'before it',
          suffix: 'after it',
          paragraph: 40,
          offset: 0,
          colour: 'rose',
          at: '2024-03-01T10:00:00.000Z',
        },
      ],
    },
  ])
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(3)
})
test.afterAll(() => app.close())

const panel = () => app.window.getByRole('complementary', { name: 'About this article' })
const finder = () => app.window.getByRole('search', { name: 'Find in this article' })
const note = () => inText(app.window).getByRole('dialog')
const noteMark = (n: number) => inText(app.window).locator(`#user-content-fnref${n}, #fnref${n}`).first()
const topWords = async () => (await room.shown(title)).topWords
const isTextFocused = () => app.window.evaluate(() => document.activeElement?.localName === 'iframe')
const markFocused = () =>
  app.window.evaluate(() => {
    const inside = document.querySelector<HTMLIFrameElement>('iframe[src="/reader/"]')?.contentDocument
    return document.activeElement?.localName === 'iframe' ? inside?.activeElement?.textContent : undefined
  })

test('the paragraph at the top stays there when the panel opens and closes, the window narrows, and the page is enlarged', async () => {
  await room.open(title)
  await room.press('Enter')
  await room.scrollTo(0.5)
  await expect.poll(topWords).toMatch(/^Evening 1[3-6]\d/)
  const before = await topWords()
  const holds = (what: string) => expect.poll(topWords, what).toBe(before)
  await room.press('i')
  await expect(panel()).toBeVisible()
  await holds('with the panel')
  await room.press('i')
  await expect(panel()).toHaveCount(0)
  await holds('without the panel')
  for (const [width, height] of [
    [900, 800],
    [720, 520],
    [1280, 832],
  ] as const) {
    await resize(app, width, height)
    await holds(`at ${width} by ${height}`)
  }
  await room.press('\\')
  await holds('alone in the window')
  await room.press('Escape')
  await holds('beside the list again')
  const width = await app.window.evaluate(() => innerWidth)
  await room.press('Control+=')
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBeLessThan(width)
  await holds('enlarged')
  await room.press('Control+0')
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBe(width)
  await holds('at its own size')
})

test('a footnote goes when its mark is pressed again, when it is scrolled off, and when one turns to another part of the window', async () => {
  await room.open(title)
  await room.scrollTo(0)
  await noteMark(2).click()
  await expect(note()).toHaveCount(1)
  await noteMark(2).click()
  await expect(note()).toHaveCount(0)
  await noteMark(2).click()
  await expect(note()).toHaveCount(1)
  await room.scrollTo(0.3)
  await expect(note()).toHaveCount(0)
  await room.scrollTo(0)
  await noteMark(2).click()
  await expect(note()).toHaveCount(1)
  await app.window.getByRole('button', { name: 'Appearance' }).click()
  await expect(note()).toHaveCount(0)
  await room.press('Escape')
})

test('Tab walks the links of a footnote and leads back to its mark; Space scrolls a long one and not the page behind it', async () => {
  await room.open(title)
  await room.scrollTo(0)
  await noteMark(2).click()
  await room.press('Tab')
  expect(await markFocused()).toBe('the notes')
  await room.press('Tab')
  await expect(note()).toHaveCount(0)
  expect(await markFocused()).toBe('2')

  await noteMark(1).click()
  await expect(note()).toHaveCount(1)
  const scrolled = () => note().evaluate((box) => box.scrollTop)
  await room.press('Space')
  await expect.poll(scrolled).toBeGreaterThan(100)
  expect((await room.shown(title)).scrollTop).toBe(0)
  await room.press('Escape')
})

test('a footnote goes with its article, and the next Escape is not lost to it', async () => {
  await room.open(title)
  await room.press('Enter')
  await room.scrollTo(0)
  await noteMark(2).click()
  await expect(note()).toHaveCount(1)
  await room.press('k')
  await room.press('j')
  await expect.poll(() => app.window.title()).not.toContain(title)
  await expect(note()).toHaveCount(0)
  await room.press('Escape')
  await expect.poll(isTextFocused).toBe(false)
})

test('Escape in the text first takes the find bar away, then leads to the list', async () => {
  await room.open(title)
  await room.press('Enter')
  await room.press('Control+f')
  await app.window.getByRole('textbox', { name: 'Find in this article' }).fill('window')
  await expect(finder().getByRole('status')).toContainText('of')
  await inText(app.window).locator('.page-text p').first().click()
  await expect.poll(isTextFocused).toBe(true)
  await room.press('Escape')
  await expect(finder()).toHaveCount(0)
  expect(await isTextFocused()).toBe(true)
  await room.press('Escape')
  await expect.poll(isTextFocused).toBe(false)
})

test('one Escape closes a popover, the next leaves its button: no hint comes between', async () => {
  await room.open(short)
  const button = app.window.getByRole('button', { name: 'Appearance' })
  await button.click()
  await expect(app.window.getByRole('dialog', { name: 'Appearance' })).toBeVisible()
  await room.press('Escape')
  await expect(button).toBeFocused()
  await room.press('Escape')
  await expect(button).not.toBeFocused()
})

test('what the palette opens gives the keys back to the text when it is closed', async () => {
  await room.open(short)
  await room.press('Enter')
  await expect.poll(isTextFocused).toBe(true)
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Keyboard shortcuts')
  await app.window.getByRole('option').first().waitFor()
  await room.press('Enter')
  await expect(app.window.getByRole('dialog')).toBeVisible()
  await room.press('Escape')
  await expect(app.window.getByRole('dialog')).toHaveCount(0)
  await expect.poll(isTextFocused).toBe(true)
})

test('a passage without a place, opened from the page of all highlights, is shown beside the text, and it is said', async () => {
  await room.view('Highlights')
  await app.window.getByRole('option', { name: /an editor has taken out/ }).click()
  await room.shown(title)
  await expect(app.window.locator('.toaster')).toContainText('The text does not hold this passage any more.')
  await expect(panel().getByRole('region', { name: 'Without a place' })).toContainText('an editor has taken out')
  await room.press('i')
  await expect(panel()).toHaveCount(0)
  await room.view('Inbox')
})

test('the line beside a quotation stands where a text from right to left begins, also where the page did not say so', async () => {
  await room.open(rightToLeft)
  const quote = inText(app.window).locator('.page-text blockquote')
  const line = await quote.evaluate((element) => {
    const { left, right } = getComputedStyle(element, '::before')
    return { left: parseFloat(left), right: parseFloat(right) }
  })
  expect(line.right).toBeLessThan(0)
  expect(line.left).toBeGreaterThan(0)
})

test('where no snapshot was kept it is said in words, with the way to take one', async () => {
  await room.open(short)
  await app.window.getByRole('tab', { name: 'Snapshot' }).click()
  const shown = app.window.getByRole('tabpanel', { name: 'Snapshot' })
  await expect(shown).toContainText('No snapshot was kept of this page.')
  await expect(shown.getByRole('button', { name: 'Save again from the web' })).toBeVisible()
})

test('an article opened where one had left it says at which of its matches one is', async () => {
  await room.open(title)
  await room.scrollTo(0.5)
  await room.search('keeper')
  await room.row(title).click()
  const at = app.window.locator('.matches-count')
  await expect(at).toHaveText(/^\d+ of 301$/)
  expect(parseInt((await at.textContent()) ?? '')).toBeGreaterThan(100)
})

test('a text that is just being opened is not seen before it has the theme: it was white in a dark window', async () => {
  await room.search('')
  await resize(app, 960, 720)
  for (let n = 0; n < 3 && !(await room.row(rightToLeft).isVisible()); n++) await room.press('Escape')
  await expect(app.window.locator('iframe')).toHaveCount(0)
  await app.window.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    const look = ({ target }: Event) => {
      if (!(target instanceof HTMLIFrameElement)) return
      seen.push(target.contentDocument?.documentElement.dataset['theme'] ?? getComputedStyle(target).visibility)
    }
    document.addEventListener('load', look, true) // before the window's own
  })
  await room.open(rightToLeft)
  expect(await app.window.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(['hidden'])
  await expect(app.window.locator('.reader-frame')).toBeVisible()
})
