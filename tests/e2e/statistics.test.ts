// What was read, as pictures: the numbers are those of a history that is known.
import { expect, test } from 'playwright/test'
import { launchApp, type App } from './app.ts'
import { madeVault, type MadeAct } from './madeVault.ts'
import { roomOf } from './room.ts'

test.describe.configure({ mode: 'serial' })

let app: App

const read =
  (at: string, progress = 1) =>
  (article: string): readonly MadeAct[] => [{ act: 'progressed', article, progress, paragraph: 0, at }]

test.beforeAll(async () => {
  const courier = { siteName: 'The Courier', url: 'https://courier.example/' }
  const { vault } = await madeVault(
    [
      {
        ...courier,
        url: `${courier.url}1`,
        title: 'Last year',
        words: 300,
        // Finished, and something looked up in it in the year after.
        acts: (id) => [...read('2023-11-08T12:00:00.000Z')(id), ...read('2024-06-03T12:00:00.000Z')(id)],
      },
      {
        ...courier,
        url: `${courier.url}2`,
        title: 'Whole',
        words: 1_000,
        tags: ['sea'],
        acts: read('2024-02-07T12:00:00.000Z'),
      },
      {
        ...courier,
        url: `${courier.url}3`,
        title: 'Whole too',
        words: 500,
        tags: ['sea', 'ships'],
        acts: read('2024-02-07T15:00:00.000Z'),
      },
      { title: 'Half', url: 'https://notes.example/1', words: 800, acts: read('2024-02-09T12:00:00.000Z', 0.5) },
      { title: 'Weeks later', url: 'https://notes.example/2', words: 2_000, acts: read('2024-05-22T12:00:00.000Z') },
      { title: 'Never', url: 'https://notes.example/3', words: 9_000, tags: ['ships'] },
    ],
    '2023-10-01T12:00:00.000Z',
  )
  app = await launchApp({ vault })
  await expect(roomOf(app.window).rows).toHaveCount(6)
})
test.afterAll(() => app.close())

const dialog = () => app.window.getByRole('dialog')
const titlesOf = (picture: string, notLike: RegExp) =>
  dialog()
    .locator(`${picture} title`)
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''))
    .then((all) => all.filter((text) => !notLike.test(text)))

test('the year read last is shown: its sum, its days, its weeks', async () => {
  await app.window.keyboard.press('Control+k')
  await app.window.getByRole('combobox').fill('Reading statistics')
  await app.window.getByRole('option', { name: 'Reading statistics' }).waitFor()
  await app.window.keyboard.press('Enter')
  await expect(dialog().getByRole('heading', { name: '2024' })).toBeVisible()
  await expect(dialog().getByRole('status')).toHaveText('3 articles finished, 3,900 words read')
  await expect(dialog().getByRole('listbox', { name: 'Calendar of 2024: 3 articles finished' })).toBeVisible()
  expect(await titlesOf('.calendar', /none$/)).toEqual([
    expect.stringMatching(/7 February 2024: 2 articles$/),
    expect.stringMatching(/22 May 2024: 1 article$/),
  ])
  await expect(dialog().locator('.calendar rect')).toHaveCount(366)
  // Weeks begin on Monday: 5 February and 20 May.
  expect(await titlesOf('.week-bars', /: 0 words$/)).toEqual([
    expect.stringMatching(/5 February 2024: 1,900 words$/),
    expect.stringMatching(/20 May 2024: 2,000 words$/),
  ])
  await expect(dialog().locator('.week-bars rect')).toHaveCount(53)
  await expect(dialog().locator('figcaption', { hasText: 'Words read by week' })).toContainText('at most 2,000')
})

test('the sites and tags behind it are listed with their words, the most read first', async () => {
  const sums = (name: string) =>
    dialog()
      .locator('section', { has: app.window.getByRole('heading', { name, exact: true }) })
      .getByRole('listitem')
      .evaluateAll((all) =>
        all.map((one) => [...one.querySelectorAll('bdi, span')].map((part) => part.textContent).join(' ')),
      )
  expect(await sums('Words read by site')).toEqual(['notes.example 2,400', 'The Courier 1,500'])
  expect(await sums('Words read by tag')).toEqual(['sea 1,500', 'ships 500'])
})

test('by keys each day and each week says what it stands for, to those who see and to those who hear', async () => {
  const said = (picture: string) =>
    dialog()
      .locator('figure', { has: app.window.locator(picture) })
      .locator('figcaption')
  const calendar = dialog().locator('.calendar')
  await calendar.focus()
  const here = (of: string) =>
    dialog()
      .locator(of)
      .evaluate((one) => document.getElementById(one.getAttribute('aria-activedescendant')!)?.textContent)
  await expect(said('.calendar')).toContainText('22 May 2024: 1 article')
  expect(await here('.calendar')).toContain('22 May 2024: 1 article')
  for (const [key, day] of [
    ['ArrowLeft', '15 May 2024: none'],
    ['ArrowUp', '14 May 2024: none'],
    ['Home', '1 January 2024: none'],
    ['ArrowUp', '1 January 2024: none'],
    ['ArrowRight', '8 January 2024: none'],
    ['End', '31 December 2024: none'],
  ] as const) {
    await app.window.keyboard.press(key)
    await expect(said('.calendar')).toContainText(day)
  }
  await expect(dialog().getByRole('option', { name: /31 December 2024: none$/, selected: true })).toBeVisible()
  await app.window.keyboard.press('Tab')
  await expect(dialog().locator('.week-bars')).toBeFocused()
  await expect(said('.calendar').locator('span')).toBeHidden()
  await expect(said('.week-bars')).toContainText('20 May 2024: 2,000 words')
  await app.window.keyboard.press('ArrowLeft')
  await expect(said('.week-bars')).toContainText('13 May 2024: 0 words')
})

test('where the last year is reached by key, the keys are on the way back', async () => {
  const [before, after] = ['before', 'after'].map((way) => dialog().getByRole('button', { name: `The year ${way}` }))
  await before!.press('Enter')
  await expect(after!).toBeFocused()
  await after!.press('Enter')
  await expect(before!).toBeFocused()
  await dialog().locator('.calendar').focus()
})

test('the year before is a press away and has its own numbers; no year lies before it', async () => {
  await dialog().getByRole('button', { name: 'The year before' }).click()
  await expect(dialog().getByRole('heading', { name: '2023' })).toBeVisible()
  await expect(dialog().getByRole('status')).toHaveText('1 article finished, 300 words read')
  await expect(dialog().getByRole('button', { name: 'The year before' })).toBeDisabled()
  await dialog().getByRole('button', { name: 'The year after' }).click()
  await expect(dialog().getByRole('heading', { name: '2024' })).toBeVisible()
  await app.window.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
})

test('what is finished now counts at once when one looks again', async () => {
  const room = roomOf(app.window)
  await room.open('Never')
  await expect(room.row('Never')).toContainText('Finished')
  await app.window.keyboard.press('Control+k')
  await app.window.getByRole('combobox').fill('Reading statistics')
  await app.window.getByRole('option', { name: 'Reading statistics' }).waitFor()
  await app.window.keyboard.press('Enter')
  await expect(dialog().getByRole('heading', { name: String(new Date().getFullYear()) })).toBeVisible()
  await expect(dialog().getByRole('status')).toHaveText('1 article finished, 9,000 words read')
})

test('Escape closes the statistics at once, also while the name of a button is shown', async () => {
  await dialog().locator('.calendar').focus()
  await app.window.keyboard.press('Shift+Tab')
  await expect(app.window.getByRole('tooltip')).toBeAttached()
  await app.window.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
})

test('whoever finishes many articles a day sees by their shade which days were the best', async () => {
  const day = (date: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      title: `Article ${n} of the ${date}.`,
      url: `https://many.example/${date}/${n}`,
      acts: read(`2024-03-${String(date).padStart(2, '0')}T12:00:00.000Z`),
    }))
  const { vault } = await madeVault([...Array.from({ length: 10 }, (_, n) => day(n + 1, 7)).flat(), ...day(20, 12)])
  const many = await launchApp({ vault })
  try {
    await expect(many.window.getByRole('grid')).toHaveAttribute('aria-rowcount', '82')
    await expect(many.window.locator('.notices').getByRole('progressbar')).toHaveCount(0)
    await many.window.keyboard.press('Control+k')
    await many.window.getByRole('combobox').fill('Reading statistics')
    await many.window.getByRole('option', { name: 'Reading statistics' }).waitFor()
    await many.window.keyboard.press('Enter')
    const square = (named: RegExp) => many.window.locator('.calendar rect', { hasText: named })
    await expect(square(/20 March 2024: 12/)).toHaveAttribute('data-shade', '4')
    await expect(square(/(^|\D)3 March 2024: 7/)).toHaveAttribute('data-shade', '3')
    await expect(square(/25 March 2024: none/)).toHaveAttribute('data-shade', '0')
  } finally {
    await many.close()
  }
})
