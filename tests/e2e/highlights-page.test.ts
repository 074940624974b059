// The page of all highlights: searched, narrowed by colour and tag, opened from, and taken out as Markdown and as web annotations.
import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { z } from 'zod'
import type { HighlightColour } from '../../renderer/library/fold.ts'
import { launchApp, type App } from './app.ts'
import { madeVault, type MadeAct } from './madeVault.ts'
import { drawnIn, roomOf, type Room } from './room.ts'
import { chooses, savesAs } from './systemDialogs.ts'

test.describe.configure({ mode: 'serial' })

let app: App
let room: Room

const pier = [
  'The pier was built of oak & iron in 1871.',
  'It *creaked* in every wind <em>but one</em>.',
  'Nobody remembers which.',
]
const crane = ['The crane lifts ten tons.', 'On Sundays it lifts nothing at all.']

const kept =
  (text: readonly string[], quote: string, colour: HighlightColour, at: string, note?: string) =>
  (article: string): readonly MadeAct[] => {
    const paragraph = text.findIndex((one) => one.includes(quote))
    const offset = text[paragraph]!.indexOf(quote)
    const highlight = ulidOf(at, paragraph)
    return [
      { act: 'highlighted', article, highlight, quote, prefix: '', suffix: '', paragraph, offset, colour, at },
      ...(note === undefined ? [] : [{ act: 'highlight-noted' as const, article, highlight, note, at }]),
    ]
  }
const all =
  (...each: readonly ((article: string) => readonly MadeAct[])[]) =>
  (article: string) =>
    each.flatMap((one) => one(article))

test.beforeAll(async () => {
  const { vault } = await madeVault([
    {
      title: 'The long pier [1]',
      url: 'https://courier.example/pier_(old)',
      siteName: 'The Courier',
      paragraphs: pier,
      tags: ['harbours/north'],
      acts: all(
        kept(pier, 'Nobody remembers which.', 'green', '2024-03-01T10:00:00.000Z'),
        kept(pier, 'built of oak & iron', 'yellow', '2024-03-02T10:00:00.000Z', 'Compare *Bergen*.'),
        (article) => [{ act: 'noted', article, note: 'Ask the harbour master.\nOr his son.' }],
      ),
    },
    {
      title: 'The old crane',
      paragraphs: crane,
      tags: ['machines'],
      acts: kept(crane, 'it lifts nothing at all', 'rose', '2024-03-03T10:00:00.000Z'),
    },
  ])
  app = await launchApp({ vault })
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(2)
  await room.view('Highlights')
})
test.afterAll(() => app.close())

const passages = () => app.window.getByRole('listbox', { name: 'Highlights' }).getByRole('option')
const shows = (quotes: readonly string[]) => expect.poll(() => passages().locator('q').allInnerTexts()).toEqual(quotes)
const tools = () => app.window.locator('.collection-tools')
const search = () => tools().getByRole('searchbox', { name: 'Search in highlights and notes' })

const [nobody, oak, nothing] = ['Nobody remembers which.', 'built of oak & iron', 'it lifts nothing at all'] as const

async function exportAs(entry: string, name: string): Promise<string> {
  const path = await savesAs(app, name)
  await tools().getByRole('button', { name: 'Export' }).click()
  await app.window.getByRole('menuitem', { name: entry }).click()
  await expect(app.window.locator('.toaster')).toContainText(`Saved as ${name}.`)
  return readFileSync(path, 'utf8')
}

test('all highlights are listed, the newest first, with their notes and where they are from', async () => {
  await shows([nothing, oak, nobody])
  await expect(tools().getByRole('status')).toHaveText('3 highlights')
  await expect(passages().nth(1)).toContainText('Compare *Bergen*.')
  await expect(passages().nth(1)).toContainText('The long pier [1]')
})

test('words are searched for in passages, notes and titles', async () => {
  for (const [words, found] of [
    ['bergen', [oak]],
    ['CRANE', [nothing]],
    ['oak  iron', [oak]],
    ['pier', [oak, nobody]],
  ] as const) {
    await search().fill(words)
    await shows(found)
  }
  await expect(tools().getByRole('status')).toHaveText('2 of 3 highlights')
  await search().fill('albatross')
  await expect(app.window.getByText('No highlight is like that.')).toBeVisible()
  await app.window.getByRole('button', { name: 'Show all' }).click()
  await shows([nothing, oak, nobody])
})

test('one colour alone, or one tag with what lies below it', async () => {
  const green = tools().getByRole('button', { name: 'Only green' })
  await green.click()
  await expect(green).toHaveAttribute('aria-pressed', 'true')
  await shows([nobody])
  await green.click()
  const tag = tools().getByRole('combobox', { name: 'Tag' })
  await tag.selectOption('harbours/north')
  await shows([oak, nobody])
  await tools().getByRole('button', { name: 'Only yellow' }).click()
  await shows([oak])
  await tools().getByRole('button', { name: 'Only yellow' }).click()
  await tag.selectOption('')
  await shows([nothing, oak, nobody])
})

test('by keyboard: the arrows move, Enter opens the article at its passage', async () => {
  const list = app.window.getByRole('listbox', { name: 'Highlights' })
  await list.focus()
  await room.press('j')
  await expect(passages().nth(1)).toHaveAttribute('aria-selected', 'true')
  await room.press('Enter')
  await room.shown('The long pier [1]')
  await expect.poll(async () => (await drawnIn(app.window)).yellow).toBe(oak)
  await expect.poll(async () => (await drawnIn(app.window)).green).toBe(nobody)
})

test('with single keys turned off, j and k do not move in it', async () => {
  const letters = (singleKeyShortcuts: boolean) =>
    app.window.evaluate(
      (on) => window.offprint.request('settings.write', { singleKeyShortcuts: on }),
      singleKeyShortcuts,
    )
  await room.view('Highlights')
  await app.window.getByRole('listbox', { name: 'Highlights' }).focus()
  await letters(false)
  await room.press('Home')
  await room.press('j')
  await expect(passages().first()).toHaveAttribute('aria-selected', 'true')
  await letters(true)
  await room.press('j')
  await expect(passages().nth(1)).toHaveAttribute('aria-selected', 'true')
})

test('g and then h gives it the keys; what is done to an article is done to the one the highlight is of, and to no other', async () => {
  await room.view('Inbox')
  await app.window.getByRole('grid').focus()
  await room.press('g')
  await room.press('h')
  await expect(app.window.getByRole('listbox', { name: 'Highlights' })).toBeFocused()
  await room.press('ArrowDown')
  await expect(passages().nth(1)).toHaveAttribute('aria-selected', 'true')
  await room.press('Control+a') // there is nothing to be chosen here, least of all out of sight
  await room.press('s')
  await room.view('Favourites')
  await expect(room.rows).toHaveCount(1)
  await expect(room.row('The long pier [1]')).toBeVisible()
  await room.press('z')
  await expect(room.rows).toHaveCount(0)
})

test('Delete removes the highlight under the cursor, and z brings it back', async () => {
  await room.press('g')
  await room.press('h')
  await shows([nothing, oak, nobody])
  await expect(app.window.getByRole('listbox', { name: 'Highlights' })).toBeFocused()
  await room.press('End')
  await room.press('Delete')
  await shows([nothing, oak])
  await expect(app.window.locator('.toaster')).toContainText('Removed the highlight')
  await room.press('z')
  await shows([nothing, oak, nobody])
})

test('the cursor stays on its highlight while the list is narrowed down and Escape widens it again', async () => {
  await tools().getByRole('button', { name: 'Only green' }).click()
  await shows([nobody])
  await app.window.getByRole('listbox', { name: 'Highlights' }).focus()
  await room.press('Escape')
  await shows([nothing, oak, nobody])
  await expect(passages().nth(2)).toHaveAttribute('aria-selected', 'true')
  await search().fill('bergen')
  await shows([oak])
  await room.press('Escape')
  await shows([nothing, oak, nobody])
  await expect(search()).toBeFocused()
  await room.press('Escape')
  await expect(app.window.getByRole('listbox', { name: 'Highlights' })).toBeFocused()
})

test('m writes the note of the highlight under the cursor, at its passage, whatever article is open', async () => {
  for (const note of ['Who, then?', '']) {
    await room.press('g')
    await room.press('h')
    await app.window.getByRole('listbox', { name: 'Highlights' }).focus()
    await room.press('End')
    await room.press('m')
    const field = app.window.getByRole('textbox', { name: 'Note on this passage' })
    await expect(field).toBeFocused()
    await field.fill(note)
    await room.press('Escape')
    await expect(passages().nth(2).locator('.collected-note')).toHaveText(note === '' ? [] : [note])
  }
})

test('the menu of a highlight recolours, copies and removes it, also by the menu key', async () => {
  const list = app.window.getByRole('listbox', { name: 'Highlights' })
  await list.focus()
  await room.press('Home')
  await chooses(app, 'Change to blue')
  await passages().first().click({ button: 'right' })
  await expect(passages().first()).toHaveAttribute('data-colour', 'blue')
  await chooses(app, 'Change to rose')
  await list.focus()
  await room.press('ContextMenu')
  await expect(passages().first()).toHaveAttribute('data-colour', 'rose')
  await chooses(app, 'Copy')
  await room.press('ContextMenu')
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(nothing)
  await chooses(app, 'Remove the highlight')
  await room.press('ContextMenu')
  await shows([oak, nobody])
  await room.press('z')
  await shows([nothing, oak, nobody])
})

test('exported as Markdown: an article a section, with the note on it, in the order of the text, and nothing in it is markup that was none', async () => {
  expect(await exportAs('As Markdown…', 'Highlights.md')).toBe(`# Highlights

## [The old crane](https://made.example/1)

> it lifts nothing at all

## [The long pier \\[1\\]](https://courier.example/pier_%28old%29)

The Courier

Ask the harbour master.${'  '}
Or his son.

> built of oak \\& iron

Compare \\*Bergen\\*.

> Nobody remembers which.
`)
})

test('what is narrowed down is what is exported', async () => {
  await tools().getByRole('button', { name: 'Only rose' }).click()
  await shows([nothing])
  const written = await exportAs('As Markdown…', 'Rose.md')
  expect(written).toContain(nothing)
  expect(written).not.toContain(oak)
  await tools().getByRole('button', { name: 'Only rose' }).click()
})

// The Web Annotation Data Model of the W3C, as far as it says MUST of what is used here; terms that its context does not know are refused.
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
const textualBody = z.strictObject({
  type: z.literal('TextualBody'),
  purpose: z.enum(['commenting', 'describing', 'tagging']),
  format: z.literal('text/plain'),
  value: z.string(),
})
const source = z.strictObject({ id: iri, type: z.literal('Text'), 'dc:title': z.string() })
const passage = z.strictObject({
  type: z.literal('SpecificResource'),
  source,
  styleClass: z.string(),
  selector: z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
})
const annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.enum(['highlighting', 'commenting']),
  created: z.iso.datetime().optional(),
  body: z.array(textualBody).optional(),
  target: z.union([passage, source]),
})
const collection = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  generator: z.strictObject({ type: z.literal('Software'), name: z.string() }),
  total: z.number().int().nonnegative(),
  first: z.strictObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    partOf: iri,
    startIndex: z.literal(0),
    items: z.array(annotation),
  }),
  last: iri,
})

test('exported as web annotations: the file is a collection as the W3C’s model has it, with every passage and note, those on articles too', async () => {
  const written = collection.parse(JSON.parse(await exportAs('As web annotations (JSON)…', 'Highlights.json')))
  expect(written.total).toBe(4)
  expect(written.first.partOf).toBe(written.id)
  expect(written.last).toBe(written.first.id)
  const { items } = written.first
  expect(items.flatMap(({ target }) => ('selector' in target ? [target.selector.exact] : []))).toEqual([
    nothing,
    oak,
    nobody,
  ])
  expect(new Set(items.map(({ id }) => id)).size).toBe(4)
  expect(items[1]).toMatchObject({
    motivation: 'commenting',
    created: '2024-03-02T10:00:00.000Z',
    body: [{ value: 'Compare *Bergen*.' }],
    target: {
      source: { id: 'https://courier.example/pier_(old)', 'dc:title': 'The long pier [1]' },
      styleClass: 'yellow',
    },
  })
  expect(items[2]).not.toHaveProperty('body')
  expect(items[3]).toMatchObject({
    motivation: 'commenting',
    body: [{ value: 'Ask the harbour master.\nOr his son.' }],
    target: { id: 'https://courier.example/pier_(old)' },
  })
})

/** Made at that time: its first ten digits are the milliseconds. */
function ulidOf(at: string, n: number): string {
  let time = ''
  for (let rest = Date.parse(at); time.length < 10; rest = Math.floor(rest / 32))
    time = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(rest % 32) + time
  return time + String(n).padStart(16, '0')
}
