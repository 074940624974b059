// No axe violation in any theme, on any screen that the window has.
import axe from 'axe-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { appSettings, themes } from '../../../renderer/app/appSettings.ts'
import { notices, showNotice } from '../../../renderer/app/notices.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { captures } from '../../../renderer/app/captures.ts'
import { closeLayer, layers, openLayer, type Layer } from '../../../renderer/app/layers.ts'
import { listSummary } from '../../../renderer/app/listSummary.ts'
import { panes } from '../../../renderer/app/panes.ts'
import { openArticle, selection, showView, typeQuery } from '../../../renderer/app/selection.ts'
import { hush, say } from '../../../renderer/app/toasts.ts'
import { defaultSettings } from '../../../preload/contract.ts'
import type { CaptureJob } from '../../../preload/capture.ts'
import type { Highlight } from '../../../renderer/library/highlights.ts'
import { readerHandle } from '../../../renderer/app/readerHandle.ts'
import { aloud } from '../../../renderer/reader/aloud/aloud.ts'
import { marking } from '../../../renderer/reader/highlights/marking.ts'
import type { FakeVault } from '../../fakes.ts'
import { mountWindow } from './mountWindow.ts'
import { until } from '../../until.ts'

let ids: readonly string[]
let vault: FakeVault
beforeAll(async () => {
  const mounted = await mountWindow()
  ids = mounted.ids
  vault = mounted.vault
  mounted.vault.write([{ act: 'rule-made', site: 'a.example', rule: 'remove p.plug\nwhatever this is\n' }])
  await catchUp()
})
afterEach(() => {
  closeLayer()
  hush()
  aloud.change({ state: 'off' })
  appSettings.change({ ruler: 'none' })
  marking.change({ article: undefined, placed: [], unplaced: [], chosen: undefined })
  captures.set({ jobs: [], done: 0, total: 0 })
  listSummary.set({})
  notices.set({ list: [] })
  panes.change({ width: 'wide' })
})

const job = (n: number, state: CaptureJob['state']): CaptureJob => ({
  id: `01KA00000000000000000000C${n}`,
  url: `https://b.example/${n}`,
  host: 'b.example',
  addedAt: '2026-11-22T10:00:00.000Z',
  tries: 0,
  notes: [],
  state,
})

const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

const overlays: readonly Layer[] = [
  { kind: 'add', text: 'file:///x', refused: [{ url: 'file:///x', words: 'Only http and https pages can be saved.' }] },
  { kind: 'addMany', links: ['https://a.example', 'https://b.example'] },
  { kind: 'settings' },
  { kind: 'about' },
  { kind: 'shortcuts' },
  { kind: 'palette' },
  { kind: 'appearance' },
  { kind: 'tagName', tags: ['cities/harbours'] },
  { kind: 'tagList' },
  { kind: 'searchName', search: { name: 'tide', query: 'tide tag:cities' } },
  { kind: 'emptyTrash' },
  { kind: 'statistics' },
  { kind: 'siteRules' },
  {
    kind: 'picture',
    dir: 'ltr',
    pictures: [
      { address: picture, alt: 'A dot', caption: 'The dot.' },
      { address: picture, alt: 'The same' },
    ],
    at: 0,
  },
  { kind: 'searchHelp' },
]

/** Of some articles. */
const overlaysOf: readonly ((all: readonly string[]) => Layer)[] = [
  ([id = '']) => ({ kind: 'fix', id }),
  ([id = '']) => ({ kind: 'versions', id }),
  ([id = '']) => ({ kind: 'tags', ids: [id] }),
  (all) => ({ kind: 'tags', ids: all.slice(0, 2) }),
  (all) => ({ kind: 'purge', ids: all.slice(0, 2) }),
]

const screens: Readonly<Record<string, () => Promise<unknown>>> = {
  'the list with captures under way and failed': async () => {
    captures.set({
      jobs: [
        job(1, { kind: 'running', stage: 'images' }),
        job(2, { kind: 'failed', failure: { code: 'private-address', allowable: '10.0.0.1:80' } }),
      ],
      done: 0,
      total: 1,
    })
    await expect.element(page.getByRole('button', { name: 'Allow this host' })).toBeInTheDocument()
  },
  'what became of a long list': async () => {
    const failed = job(3, { kind: 'failed', failure: { code: 'http-status', status: 404, reason: 'Not Found' } })
    captures.set({ jobs: [failed], done: 0, total: 0 })
    listSummary.set({ list: new Map([[failed.id, 'failed'], ...['a', 'b'].map((id) => [id, 'saved'] as const)]) })
    await expect.element(page.getByRole('button', { name: 'Put away' })).toBeInTheDocument()
    openLayer({ kind: 'listSummary' })
    await expect.element(page.getByRole('dialog')).toBeInTheDocument()
  },
  'a year of reading, with the keys on one of its days': async () => {
    openLayer({ kind: 'statistics' })
    const calendar = page.getByRole('listbox', { name: /^Calendar/ })
    await expect.element(calendar).toBeInTheDocument()
    calendar.element().focus()
    await expect.element(page.getByRole('option', { selected: true })).toBeInTheDocument()
  },
  'an article that lies in the Trash': async () => {
    vault.write([{ act: 'trashed', article: ids[29]! }])
    await catchUp()
    openArticle(ids[29]!)
    await expect.element(page.getByText('This article is in the Trash.')).toBeInTheDocument()
  },
  'an article open': async () => {
    openArticle(ids[0]!)
    await expect.element(page.getByRole('toolbar')).toBeInTheDocument()
  },
  ...Object.fromEntries(
    (['contents', 'highlights', 'details', 'similar'] as const).map((tab) => [
      `the panel beside an article: ${tab}`,
      async () => {
        appSettings.change({ panel: tab })
        openArticle(ids[0]!)
        await expect.element(page.getByRole('complementary', { name: 'About this article' })).toBeInTheDocument()
        mark()
      },
    ]),
  ),
  'finding in an article, while it is read aloud, with a ruler': async () => {
    openArticle(ids[0]!)
    await expect.element(page.getByRole('toolbar', { name: 'Article' })).toBeInTheDocument()
    readerHandle.get()?.find()
    aloud.change({ state: 'speaking' })
    appSettings.change({ ruler: 'lines' })
    await expect.element(page.getByRole('toolbar', { name: 'Reading aloud' })).toBeInTheDocument()
    await expect.element(page.getByRole('textbox', { name: 'Find in this article' })).toBeInTheDocument()
  },
  'a system without a voice': async () => {
    openArticle(ids[0]!)
    await expect.element(page.getByRole('toolbar', { name: 'Article' })).toBeInTheDocument()
    aloud.change({ state: 'no-voice' })
    await expect.element(page.getByRole('alert')).toBeInTheDocument()
  },
  'corrections of an article': async () => {
    appSettings.change({ panel: 'details' })
    openArticle(ids[0]!)
    await page.getByRole('button', { name: 'Correct these' }).click()
    await expect.element(page.getByRole('textbox', { name: 'Title' })).toBeInTheDocument()
  },
  'a passage chosen, its note being written': async () => {
    openArticle(ids[0]!)
    await expect.element(page.getByRole('toolbar', { name: 'Article' })).toBeInTheDocument()
    mark()
    await expect.element(page.getByRole('textbox', { name: 'Note on this passage' })).toBeInTheDocument()
  },
  'an empty view': async () => {
    showView({ kind: 'highlights' })
    await expect.element(page.getByRole('heading', { name: 'No highlights yet' })).toBeInTheDocument()
  },
  'the rules of sites, one of them open, with a line that says nothing': async () => {
    openLayer({ kind: 'siteRules' })
    await page.getByRole('dialog').getByText('a.example', { exact: true }).click()
    await expect.element(page.getByText('Line 2 says nothing')).toBeInTheDocument()
  },
  'a rule, about to be applied to what is kept of its site': async () => {
    openLayer({ kind: 'ruleApply', site: 'a.example', rule: 'remove p.plug\n' })
    await expect.element(page.getByRole('button', { name: /^Apply to/ })).toBeEnabled()
  },
  'lines above the panes: offline, a disk nearly full, the list being made anew': async () => {
    showNotice({ kind: 'offline', words: 'You are offline.' })
    showNotice({ kind: 'storage', words: 'Nearly full.', action: { words: 'Empty', run: () => undefined } })
    showNotice({ kind: 'rebuilding', words: 'Reading your articles.', progress: 0.4 })
    await expect.element(page.getByText('You are offline.')).toBeInTheDocument()
  },
  'a narrow window, where the sidebar with its name lies aside': async () => {
    panes.change({ width: 'narrow' })
    await expect.element(page.getByRole('navigation', { name: 'Library' })).not.toBeInTheDocument()
  },
  'something said, with its undo': async () => {
    say('Moved to Trash.', { undo: () => Promise.resolve() })
    await expect.element(page.getByText('Moved to Trash.')).toBeInTheDocument()
  },
}

for (const theme of themes) {
  test.each(Object.entries(screens))(`${theme}: %s`, async (_name, show) => {
    await start(theme)
    await show()
    expect(await violations()).toEqual([])
  })

  test.each(overlays.map((layer) => [layer.kind, layer] as const))(`${theme}: %s`, async (_name, layer) => {
    await start(theme)
    openArticle(ids[0]!)
    await expect.element(page.getByRole('toolbar')).toBeInTheDocument()
    openLayer(layer)
    await expect.element(page.getByRole('dialog')).toBeInTheDocument()
    expect(layers.get().top?.kind).toBe(layer.kind)
    expect(await violations()).toEqual([])
  })
}

for (const theme of themes) {
  test.each(overlaysOf)(`${theme}: what lies over an article, %#`, async (layerOf) => {
    await start(theme)
    openArticle(ids[0]!)
    await expect.element(page.getByRole('toolbar')).toBeInTheDocument()
    openLayer(layerOf(ids))
    await until(() => expect(document.querySelectorAll('[role="dialog"], [role="alertdialog"]').length).toBe(1))
    expect(await violations()).toEqual([])
  })
}

/** As the page in the frame would, which is not there in this test. */
function mark() {
  const highlight: Highlight = {
    id: '01KA00000000000000000000H1',
    article: ids[0]!,
    quote: 'The ferry left at noon, as it always had.',
    prefix: '',
    suffix: '',
    paragraph: 0,
    offset: 0,
    colour: 'green',
    note: 'Every day?',
  }
  marking.change({
    article: ids[0]!,
    placed: [highlight],
    unplaced: [{ ...highlight, id: '01KA00000000000000000000H2', colour: 'rose' }],
    chosen: {
      spot: { left: 100, right: 300, top: 200, bottom: 220 },
      text: 'x',
      highlight: highlight.id,
      isNoting: true,
    },
  })
}

async function start(theme: (typeof themes)[number]) {
  appSettings.set({ ...defaultSettings, theme })
  document.documentElement.dataset['theme'] = theme
  typeQuery('')
  showView({ kind: 'inbox' })
  selection.change({ open: undefined, cursor: undefined })
  await expect.element(page.getByRole('heading', { name: 'Article 0', exact: true })).toBeInTheDocument()
}

/** Of this document, its frames as elements; what stands in the reader's is another test's affair. All of axe's default rules. */
async function violations(): Promise<readonly string[]> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
  await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)))
  const found = await axe.run(document, { resultTypes: ['violations'], iframes: false })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
