import { beforeEach, expect, test, vi } from 'vitest'
import { speak } from '../../preload/language.ts'
import { createTray, type TrayActs } from '../../main/tray.ts'

type Entry = { readonly label?: string; readonly click?: () => void }
type Icon = { menu: readonly Entry[]; isThere: boolean; press?: () => void }

const icons = vi.hoisted((): Icon[] => [])
vi.mock('electron', () => ({
  Menu: { buildFromTemplate: (entries: readonly Entry[]) => entries },
  nativeImage: { createFromPath: (path: string) => path },
  Tray: class {
    readonly own: Icon = { menu: [], isThere: true }
    constructor() {
      icons.push(this.own)
    }
    setToolTip() {
      return undefined
    }
    setContextMenu(menu: readonly Entry[]) {
      this.own.menu = menu
    }
    on(_event: string, press: () => void) {
      this.own.press = press
    }
    destroy() {
      this.own.isThere = false
    }
  },
}))

const done: string[] = []
const acts: TrayActs = {
  saveCopied: () => Promise.resolve(void done.push('save')),
  open: () => void done.push('open'),
  quit: () => void done.push('quit'),
}

beforeEach(() => {
  icons.length = 0
  done.length = 0
  speak('en')
})

test('the icon offers to save the copied link, to open the window and to quit, and does it', () => {
  createTray('tray.png', acts).show(true)
  const menu = icons[0]!.menu.filter(({ label }) => label !== undefined)
  expect(menu.map(({ label }) => label)).toEqual(['Save Copied Link', 'Open Offprint', 'Quit'])
  for (const { click } of menu) click?.()
  expect(done).toEqual(['save', 'open', 'quit'])
})

test('it is put up once, goes when it is not wanted, and comes back', () => {
  const tray = createTray('tray.png', acts)
  tray.show(false)
  expect(icons).toHaveLength(0)
  tray.show(true)
  tray.show(true)
  expect(icons).toHaveLength(1)
  tray.show(false)
  expect(icons[0]!.isThere).toBe(false)
  tray.show(true)
  expect(icons.map(({ isThere }) => isThere)).toEqual([false, true])
})

test('it speaks the language that was chosen meanwhile', () => {
  const tray = createTray('tray.png', acts)
  tray.show(true)
  speak('de')
  tray.show(true)
  expect(icons[0]!.menu.map(({ label }) => label)).toContain('Kopierten Link sichern')
})
