// Searching the room: every operator, what is said when nothing is found, earlier searches, facets, why, the passage; and the command line beside it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from 'playwright/test'
import { pdf } from '../site/pdf.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type App, type Places } from './app.ts'
import { articlesOf, jsonLines } from './jsonLines.ts'
import { roomOf, type Room } from './room.ts'
import { searchPages, searchPaths } from './searchPages.ts'
import { vaultFiles } from './vaultFiles.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let places: Places
let app: App
let room: Room
let window: Page
const idOf = new Map<string, string>()
const savedAt = new Map<string, string>()

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })

async function start() {
  app = await launchApp({ ...places, allowPrivate: site.hosts() })
  window = app.window
  room = roomOf(window)
  await expect(room.rows.first()).toBeVisible()
}

test.beforeAll(async () => {
  test.setTimeout(300_000)
  site = await startSite({
    routes: {
      ...searchPages,
      '/s/tables.pdf': () => ({
        headers: { 'content-type': 'application/pdf' },
        body: pdf('Tide tables', ['The harbour master wrote a depth of nine feet.']),
      }),
    },
  })
  places = await newPlaces()
  const paths = [...searchPaths, '/s/tables.pdf']
  const saved = await run('save', ...paths.map((path, at) => site.url(at % 2 === 0 ? 'a' : 'b', path)), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  for (const article of articlesOf(saved)) {
    idOf.set(article.title, article.id)
    savedAt.set(article.title, article.savedAt)
  }
  for (const [title, tag] of [
    ['A wall of stone', 'ports/north'],
    ['A house of slate', 'ports'],
    ['All the lanterns', 'old towns'],
  ] as const)
    expect((await run('tag', idOf.get(title)!, `+${tag}`)).code).toBe(0)
  await start()
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const field = () => window.getByRole('textbox', { name: 'Search' })
const found = () => room.rows.getByRole('heading').allInnerTexts()
/** In the order of the list. */
const finds = (titles: readonly string[]) => expect.poll(found).toEqual(titles)
const findsSorted = (titles: readonly string[]) =>
  expect.poll(async () => (await found()).sort()).toEqual([...titles].sort())
const ask = (query: string) => room.search(query)

const stone = 'A wall of stone'
const slate = 'A house of slate'
const lanterns = 'All the lanterns'
const morning = 'Le chemin du matin'
const lights = '港の灯り'
const tables = 'Tide tables'
const odd = 'Strings that are up to no good'

test('each operator finds what it says', async () => {
  test.setTimeout(240_000)
  await room.view('All')
  await room.row(slate).click()
  await room.shown(slate)
  await room.press('s')
  await room.press('l')
  for (const [query, titles] of [
    ['tag:ports', [stone, slate]],
    ['tag:ports/north', [stone]],
    ['tag:"old towns"', [lanterns]],
    ['author:moor', [stone, lanterns]],
    ['author:"tom reed"', [slate]],
    ['lang:fr', [morning]],
    ['lang:ja', [lights]],
    ['has:pdf', [tables]],
    ['is:later', [slate]],
    ['is:favourite', [slate]],
    ['before:2020', [stone]],
    ['after:2023 before:2025', [lanterns]],
    ['after:2022-08 before:2023-02', [morning]],
    ['words:>2000', [lanterns]],
    ['words:<100 lang:fr', [morning]],
    ['in:title lantern', [lanterns]],
    ['in:title harbour', []],
    ['saved:1d tag:ports', [stone, slate]],
    ['saved:2w -harbour tag:ports', []],
    ['before:1d tag:ports', [stone, slate]],
    ['"old harbour"', [stone]],
    ['(lantern OR "old harbour") -brass', [stone]],
    ['*lanter*', [lanterns]],
    ["l'école", [morning]],
    ['ランプ', [lights]],
    ['図書館の光', [lights]],
  ] as const) {
    await ask(`${query} `)
    await expect
      .poll(async () => [query, ...(await found()).sort()], { message: query })
      .toEqual([query, ...[...titles].sort()])
  }
  await ask('harbour sort:longest ')
  await expect.poll(async () => (await found())[0]).toBe(lanterns)
  await ask('tag:ports sort:title ')
  await finds([slate, stone])
  // Pages that are saved side by side may be saved in the same millisecond.
  const bySaving = (one: string, other: string) => savedAt.get(one)!.localeCompare(savedAt.get(other)!)
  const byId = (one: string, other: string) => idOf.get(other)!.localeCompare(idOf.get(one)!)
  await ask('tag:ports sort:oldest ')
  await finds([slate, stone].sort((one, other) => bySaving(one, other) || byId(one, other)))
  await ask('tag:ports sort:newest ')
  await finds([slate, stone].sort((one, other) => bySaving(other, one) || byId(one, other)))
  await ask('is:unread tag:ports ')
  await expect.poll(found).toContain(stone)
  await ask('has:note ')
  await expect.poll(found).toEqual([])
})

test('words side by side come before the same words far apart, and it says why', async () => {
  await ask('old harbour ')
  await expect.poll(async () => (await found()).slice(0, 2)).toEqual([stone, slate])
  await room.open(stone)
  await room.press('w')
  const dialog = window.getByRole('dialog', { name: 'Why this?' })
  const row = (name: string) =>
    dialog.getByRole('row').filter({ has: window.getByRole('rowheader', { name, exact: true }) })
  await expect(row('harbour')).toContainText('1 in the text')
  await expect(row('old')).toContainText('1 in the text')
  await expect(row('Close together')).toContainText('× 1.25')
  await expect(row('New or favourite')).toContainText('× 1.0')
  await expect(row('Score')).toContainText(/\d\.\d\d/)
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('an article opens at the passage, all matches marked and counted, and n and N walk them', async () => {
  await ask('harbour ')
  // A row that is pressed while the list changes is another one by then.
  await findsSorted([stone, slate, lanterns, tables, odd, 'How to use Offprint'])
  await room.open(lanterns)
  const status = window.locator('.matches-count')
  await expect(status).toHaveText('1 of 2')
  expect((await room.shown(lanterns)).marks).toBe(2)
  await room.press('n')
  await expect(status).toHaveText('2 of 2')
  await expect.poll(async () => (await room.shown(lanterns)).scrollTop).toBeGreaterThan(1_000)
  await room.press('Shift+N')
  await expect(status).toHaveText('1 of 2')
  await ask('"harbour gate" ')
  await room.row(lanterns).click()
  await expect(status).toHaveText('1 of 1')
  await expect.poll(async () => (await room.shown(lanterns)).scrollTop).toBeGreaterThan(1_000)
})

test('a row marks what was asked for in its title, its byline and its tags too, and no more once the search has ended', async () => {
  await ask('lantern moor town ')
  await finds([lanterns])
  const marked = (part: string) => room.row(lanterns).locator(`${part} mark`).allInnerTexts()
  await expect.poll(() => marked('.row-title')).toEqual(['lanterns'])
  expect([await marked('.row-names'), await marked('.row-tag')]).toEqual([['Moor'], ['towns']])
  await ask('')
  await expect(room.row(lanterns).locator('mark')).toHaveCount(0)
})

test('what is still being typed never empties the list', async () => {
  await ask('harbour ')
  await expect.poll(() => room.rows.count()).toBeGreaterThan(0)
  await window.evaluate(noteEmptyLists)
  const typed = new Set<string>()
  for (const query of [
    '"old harbour',
    'harbour tag:ports',
    'harbour is:unread',
    'harbour words:>20',
    '(harbour OR lamp',
    'harbour lang:en',
    'harbour after:2022-08',
    'harbour sort:newest',
    'harbour -*nothing*',
    'author:"ada moor',
  ])
    for (let end = 1; end <= query.length; end++) {
      const begun = query.slice(0, end)
      if (typed.has(begun)) continue
      typed.add(begun)
      await ask(begun)
      await window.evaluate(someFramesPainted)
    }
  await findsSorted([stone, lanterns])
  expect(await window.evaluate(() => document.body.dataset['emptyFor'])).toBeUndefined()
})

/** Runs in the window: notes each query for which no row is shown, at whatever moment. */
function noteEmptyLists() {
  new MutationObserver(() => {
    if (document.querySelector('.list [role="row"]')) return
    const { dataset } = document.body
    const field = document.getElementById('search-field')
    dataset['emptyFor'] = `${dataset['emptyFor'] ?? ''}\n${field instanceof HTMLInputElement ? field.value : ''}`
  }).observe(document.querySelector('.list') ?? document.body, { childList: true, subtree: true })
}

/** Runs in the window. A quick typist takes longer from one key to the next. */
async function someFramesPainted() {
  for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame)
}

test('an operator completes with its values, and Tab takes them', async () => {
  await ask('')
  await field().pressSequentially('ta')
  await field().press('Tab')
  await expect(field()).toHaveValue('tag:')
  await field().pressSequentially('"ol')
  await field().press('Tab')
  await expect(field()).toHaveValue('tag:"old towns"')
  await finds([lanterns])
  await ask('')
  await field().pressSequentially('author:')
  await field().press('Tab')
  await expect(field()).toHaveValue('author:"ada moor"')
  await ask('')
  await field().pressSequentially('lang:f')
  await field().press('Tab')
  await expect(field()).toHaveValue('lang:fr')
})

test('an impossible operator is pointed at and said, and what was meant is a press away', async () => {
  await ask('harbour is:arhived lantern')
  await expect(field()).toHaveAttribute('aria-invalid', 'true')
  await expect(window.locator('.search-bad')).toHaveText('is:arhived')
  const said = window.locator('.list-empty')
  await expect(said).toContainText('Did you mean archived?')
  await said.getByRole('button', { name: 'Search with is:archived' }).click()
  await expect(field()).toHaveValue('harbour is:archived lantern')
})

test('where nothing is found, the nearest spelling and the query without its narrowest term are offered', async () => {
  await ask('harbour pilots tag:nowhere ')
  const said = window.locator('.list-empty')
  await expect(said.getByRole('heading')).toHaveText('No article has all of this.')
  const without = said.getByRole('button', { name: /^Search without tag:nowhere/ })
  await expect(without).toContainText('1 article')
  await without.click()
  await expect(field()).toHaveValue('harbour pilots')
  await finds([stone])
  await ask('pilts tag:nowhere ')
  await expect(said).toContainText('Did you mean')
  await said.getByRole('button', { name: 'pilots', exact: true }).click()
  await expect(field()).toHaveValue('pilots tag:nowhere ')
})

test('a mistyped word has its own group of results, with the word that was meant', async () => {
  await ask('recieve ')
  const label = window.getByRole('row', { name: '1 article for receive', exact: true })
  const count = window.locator('.list-meta [aria-live]')
  await expect(label).toBeVisible()
  // Not that there were none, over one that stands there.
  await expect(count).toHaveText('None as typed: 1 article for receive')
  await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', '1')
  await finds([stone])
  await label.getByRole('button', { name: 'receive' }).press('Enter')
  await expect(field()).toHaveValue('receive ')
  await expect(label).toHaveCount(0)
  await expect(count).toHaveText('1 article')
  await expect(window.getByRole('grid')).toBeFocused()
  await finds([stone])
})

test('results are counted by tag and site, and a press narrows them', async () => {
  await ask('harbour')
  const bar = window.getByRole('toolbar', { name: 'Narrow the results' })
  const ports = bar.getByRole('button', { name: 'Tag ports: 1 article' })
  await expect(ports).toBeVisible()
  const sites = bar.getByRole('button', { name: /^Site [ab]\.localhost: \d articles?$/ })
  await expect(sites).toHaveCount(2)
  const counts = await sites.locator('.facet-count').allInnerTexts()
  await bar.getByRole('button').first().focus()
  await room.press('End')
  await room.press('Enter')
  await expect(field()).toHaveValue(/^site:[ab]\.localhost harbour$/)
  await expect(field()).toBeFocused()
  await expect.poll(() => room.rows.count()).toBe(Number(counts.at(-1)))
})

test('earlier searches are offered in the empty field, kept over a restart, forgotten singly, all, and for good, each with Undo', async () => {
  test.setTimeout(240_000)
  await ask('pilots ')
  await room.open(stone)
  await ask('brass lantern')
  await room.open(lanterns)
  await ask('')
  await field().press('ArrowDown')
  /** Of the window there is now. */
  const list = () => window.getByRole('listbox', { name: 'Earlier searches' })
  await expect(list().getByRole('option').first()).toHaveText('brass lantern')
  await expect(field()).toHaveAttribute('aria-activedescendant', 'search-before-0')
  await room.press('ArrowDown')
  await room.press('Enter')
  await expect(field()).toHaveValue('pilots')
  await finds([stone])
  const kept = vaultFiles(places.vault).filter(({ path }) => /\.(json|jsonl)$/.test(path))
  for (const { path } of kept) expect(readFileSync(join(places.vault, path), 'utf8')).not.toContain('brass lantern')
  await ask('')
  await app.close()
  await start()
  await field().click()
  await field().press('ArrowDown')
  await expect(list().getByRole('option', { name: /brass lantern/ })).toBeVisible()
  await list().getByTitle('Forget brass lantern').click()
  await expect(list().getByRole('option', { name: /brass lantern/ })).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(window.locator('.toaster')).toContainText('Taken back: Forgot brass lantern.')
  await expect(list().getByRole('option', { name: /brass lantern/ })).toBeVisible()
  await list().getByTitle('Forget brass lantern').click()
  await expect(list().getByRole('option', { name: /brass lantern/ })).toHaveCount(0)
  await room.press('Escape')
  await expect(list()).toHaveCount(0)
  await room.press('Control+,')
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Forget all searches' }).click()
  await expect(settings.getByRole('button', { name: 'Forget all searches' })).toBeDisabled()
  await window.locator('.toaster').getByText('Undo').click()
  await expect(settings.getByRole('button', { name: 'Forget all searches' })).toBeEnabled()
  await settings.getByRole('button', { name: 'Forget all searches' }).click()
  await settings.getByRole('switch', { name: /Remember what you searched for/ }).click()
  await room.press('Escape')
  await ask('pilots ')
  await room.open(stone)
  await ask('')
  await field().press('ArrowDown')
  await expect(list()).toHaveCount(0)
})

test('a kept search counts what it finds, and counts again when the library changes', async () => {
  await ask('tag:ports')
  await findsSorted([stone, slate])
  await room.press('Control+s')
  await window.getByRole('textbox', { name: 'Name' }).fill('Of ports')
  await room.press('Enter')
  const kept = window.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: /Of ports/ })
  await expect(kept).toContainText('2')
  expect((await run('tag', idOf.get(morning)!, '+ports')).code).toBe(0)
  await expect(kept).toContainText('3')
  await ask('')
  await kept.click()
  await findsSorted([stone, slate, morning])
})

test('similar articles share rare words, and lead to each other', async () => {
  await ask('')
  await room.view('All')
  await room.open(stone)
  await room.press('i')
  const panel = window.getByRole('complementary', { name: 'About this article' })
  await panel.getByRole('tab', { name: 'Similar' }).click()
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  const title = await panel.getByRole('listitem').first().locator('b').innerText()
  await panel.getByRole('listitem').first().getByRole('button').click()
  await room.shown(title)
  await room.press('i')
})

test('similar articles that could not be looked for are said to be so, never that there are none, and asked for again', async () => {
  await room.view('All')
  await room.open(stone)
  const worker = window.workers().find((one) => one.url().includes('worker'))!
  await worker.evaluate(() => {
    const own = { tell: self.postMessage.bind(self) }
    const broken = { ok: false, failure: { code: 'bug', message: 'a page of the index has come loose' } }
    const asked = new Set<number>()
    let refusals = 0
    self.addEventListener('message', ({ data }) => {
      if (data.question?.kind === 'similar') asked.add(data.n)
    })
    self.postMessage = (message: { readonly kind: string; readonly n: number }) => {
      own.tell(message.kind === 'answer' ? { ...message, result: broken } : message)
      if (asked.has(message.n)) refusals += 1
    }
    Object.assign(self, { mend: () => (self.postMessage = own.tell), refusals: () => refusals })
  })
  const refusals = () => worker.evaluate(() => (self as unknown as { refusals(): number }).refusals())
  await room.press('i')
  const panel = window.getByRole('complementary', { name: 'About this article' })
  await panel.getByRole('tab', { name: 'Similar' }).click()
  await expect(panel.getByRole('status')).toContainText('a page of the index has come loose')
  await expect(panel).not.toContainText('Nothing in the library is much like this yet.')
  const again = panel.getByRole('button', { name: 'Try again' })
  await again.press('Enter')
  await expect(again).toBeFocused()
  await expect.poll(refusals).toBe(2)
  await worker.evaluate(() => (self as unknown as { mend(): void }).mend())
  await again.press('Enter')
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await expect(panel.getByRole('tabpanel')).toBeFocused()
  await room.press('Escape')
  await room.press('i')
})

test('a search that stops by a mistake goes on by itself: what is asked next is answered', async () => {
  const worker = window.workers().find((one) => one.url().includes('worker'))!
  const gone = worker.waitForEvent('close')
  await worker.evaluate(() => void setTimeout(() => (undefined as unknown as { missing(): void }).missing()))
  await gone
  await ask('lantern')
  await expect(room.rows.first()).toBeVisible()
  await expect(window.getByText('The search stopped working')).toHaveCount(0)
})

test('the grammar is listed in the app, and an example pressed is tried', async () => {
  await room.press('Control+k')
  await window.getByRole('combobox').fill('What search understands')
  await window.getByRole('option', { name: 'What search understands' }).first().waitFor()
  await room.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'What search understands' })
  for (const operator of [
    'tag:',
    'site:',
    'author:',
    'in:',
    'is:',
    'has:',
    'lang:',
    'saved:',
    'after:',
    'words:',
    'sort:',
  ])
    await expect.soft(dialog.getByRole('button', { name: operator }).first()).toBeVisible()
  for (const said of ['before:2020', 'has:pdf', 'OR', 'Without a word']) await expect.soft(dialog).toContainText(said)
  await dialog.getByRole('button', { name: '"old harbour"' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(field()).toHaveValue('"old harbour"')
  await finds([stone])
})

test('the command line finds the same in the same order, page by page, and says why', async () => {
  test.setTimeout(300_000)
  const idsOf = (end: Awaited<ReturnType<typeof run>>) => jsonLines(end).map((hit) => (hit as { id: string }).id)
  for (const query of [
    'harbour ',
    'old harbour ',
    '"old harbour" OR lantern ',
    'tag:ports sort:title ',
    'has:pdf ',
    'the harb* -brass ',
  ]) {
    await ask(query)
    const told = await run('search', query, '--json')
    expect(told.code, told.stderr).toBe(0)
    const ids = idsOf(told)
    const inWindow = () => room.rows.evaluateAll((rows) => rows.map(({ id }) => id.replace('row-', '')))
    await expect.poll(inWindow, { message: query }).toEqual(ids)
    if (query !== 'harbour ') continue
    expect(ids.length).toBeGreaterThan(3)
    expect(idsOf(await run('search', query, '--json', '--limit', '2', '--offset', '1'))).toEqual(ids.slice(1, 3))
  }
  const [why] = jsonLines(await run('search', 'old harbour', '--json', '--explain')) as {
    why: Record<string, unknown>
  }[]
  expect(why?.why).toMatchObject({ nearness: 1.25, parts: [{ asked: 'old' }, { asked: 'harbour' }] })
  const bad = await run('search', 'harbour is:arhived', '--json')
  expect(bad.code).not.toBe(0)
  expect(bad.stderr).toContain('Did you mean archived?')
})

test('strings that are up to no good are kept, found, and asked for without an error', async () => {
  test.setTimeout(300_000)
  const { text } = jsonLines(await run('show', idOf.get(odd)!, '--text', '--json'))[0] as { text: string }
  expect(text).toContain('__proto__ constructor hasOwnProperty')
  for (const [query, isFound] of [
    ['__proto__ constructor', true],
    ["' OR 1=1; DROP TABLE articles; --", true],
    ['田中さんにあげて下さい', true],
    ['Ω≈ç√∫', true],
    ['👩‍👩‍👧‍👦 🏳️‍🌈 ½ ﬁ', false],
    ['\u202eolleh\u202c', true],
    ['((((((((((((((((((((((((((((', false],
    ['"""" -- -( *** ) OR OR', false],
    [`${'x'.repeat(100_000)}`, false],
    ['tag:"', false],
    ['\ufffe\uffff\u0001\u0007', false],
  ] as const) {
    const told = await run('search', query, '--json', '--limit', '50')
    expect(told.stderr, query.slice(0, 60)).not.toMatch(/bug|went wrong|TypeError|stack/i)
    if (isFound)
      expect(
        jsonLines(told).map((hit) => (hit as { id: string }).id),
        query,
      ).toContain(idOf.get(odd))
    await ask(query)
    await expect(window.locator('.list-meta, .list-empty').first()).toBeVisible()
  }
  await ask('archivist ')
  await finds([odd])
})
