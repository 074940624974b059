// Where the keys are when the thing they were on goes: never nowhere.
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { appSettings } from '../../../renderer/app/appSettings.ts'
import { closeLayer, openLayer } from '../../../renderer/app/layers.ts'
import { openArticle, selection, showView } from '../../../renderer/app/selection.ts'
import { hush } from '../../../renderer/app/toasts.ts'
import { aloud } from '../../../renderer/reader/aloud/aloud.ts'
import { openPanel } from '../../../renderer/reader/panel/sidePanel.ts'
import { defaultSettings } from '../../../preload/contract.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import type { FakeVault } from '../../fakes.ts'
import { mountWindow, press } from '../app/mountWindow.ts'
import { until } from '../../until.ts'

let vault: FakeVault
let ids: readonly string[]

beforeAll(async () => {
  const mounted = await mountWindow()
  vault = mounted.vault
  ids = mounted.ids
  const quote = 'The ferry left at noon'
  const around = { prefix: 'Article 0. ', suffix: ', as it always had.' }
  vault.write(
    [0, 1].map((paragraph) => ({
      act: 'highlighted',
      article: ids[0]!,
      highlight: `01KA00000000000000000000H${paragraph}`,
      ...{ quote, ...around, paragraph, offset: 11, colour: 'yellow' },
    })),
  )
  await catchUp()
})
beforeEach(async () => {
  appSettings.set(defaultSettings)
  showView({ kind: 'inbox' })
  selection.change({ open: undefined, cursor: undefined, query: '', marks: [] })
  openArticle(ids[0]!)
  await until(() => expect(document.activeElement?.id).toBe('article-list'))
  await until(() => expect(text()?.contentDocument?.body.textContent).toContain('Article 0.'))
})
afterEach(() => {
  closeLayer()
  hush()
})

const text = () => document.querySelector<HTMLIFrameElement>('.reader-frame')
const pressed = (button: Element | null | undefined) => {
  const found = button as HTMLElement
  found.focus()
  expect(document.activeElement).toBe(found)
  found.click()
}

test('the bar of reading aloud leaves them in the text', async () => {
  aloud.set({ state: 'no-voice' })
  await until(() => expect(document.querySelector('.aloud button')).not.toBeNull())
  pressed(document.querySelector('.aloud button'))
  await until(() => expect(document.querySelector('.aloud')).toBeNull())
  await until(() => expect(document.activeElement).toBe(text()))
})

test('the marks of a search leave them in the text', async () => {
  selection.change({ marks: ['ferry'] })
  await until(() => expect(document.querySelector('.matches')).not.toBeNull())
  pressed([...document.querySelectorAll('.matches button')].at(-1))
  await until(() => expect(document.querySelector('.matches')).toBeNull())
  await until(() => expect(document.activeElement).toBe(text()))
})

test('a tag that is taken away leaves them in the field, and a key held down takes none away', async () => {
  openLayer({ kind: 'tags', ids: [ids[0]!] })
  await until(() => expect(document.querySelector('.tag-set')).not.toBeNull())
  const field = document.querySelector<HTMLInputElement>('.tag-field input')!
  await until(() => expect(document.activeElement).toBe(field))
  press('Backspace', { repeat: true })
  pressed(document.querySelector('.tag-set'))
  await until(() => expect(document.querySelector('.tag-set')).toBeNull())
  expect(document.activeElement).toBe(field)
  expect(vault.acts.filter(({ act }) => act === 'untagged')).toHaveLength(1)
})

test('a highlight removed in the panel leaves them at the next one, the last one in the panel', async () => {
  openPanel('highlights')
  const removes = () => document.querySelectorAll<HTMLElement>('.panel-highlight-acts button:last-child')
  await until(() => expect(removes()).toHaveLength(2))
  pressed(removes()[0])
  await until(() => expect(removes()).toHaveLength(1))
  expect(document.activeElement).toBe(removes()[0])
  pressed(removes()[0])
  await until(() => expect(removes()).toHaveLength(0))
  expect(document.activeElement?.closest('.panel')).not.toBeNull()
})

test('the last picture of an article leaves them at its button, and the arrows lead back', async () => {
  const address = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  openLayer({ kind: 'picture', pictures: ['One', 'Two'].map((alt) => ({ address, alt })), at: 0, dir: 'ltr' })
  const next = page.getByRole('button', { name: 'Next picture' })
  await expect.element(next).toBeInTheDocument()
  pressed(next.element())
  await expect.element(page.getByText('2 of 2')).toBeInTheDocument()
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  press('ArrowLeft')
  await expect.element(page.getByText('1 of 2')).toBeInTheDocument()
})
