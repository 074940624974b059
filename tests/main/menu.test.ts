import { afterEach, expect, test, vi } from 'vitest'
import { setMenu } from '../../main/menu.ts'
import { speak } from '../../preload/language.ts'

type Entry = { readonly label?: string; readonly type?: string; readonly submenu?: readonly Entry[] }

const shown = vi.hoisted((): { menu: readonly Entry[] } => ({ menu: [] }))
vi.mock('electron', () => ({
  app: { name: 'Offprint' },
  Menu: {
    buildFromTemplate: (entries: readonly Entry[]) => entries,
    setApplicationMenu: (menu: readonly Entry[]) => (shown.menu = menu),
    getApplicationMenu: () => ({ getMenuItemById: () => null }),
  },
}))

const system = process.platform
const onSystem = (platform: string) => Object.defineProperty(process, 'platform', { value: platform })
afterEach(() => {
  onSystem(system)
  speak('en')
})

/** Each entry's words; undefined where the system would bring its own. */
const labels = (entries: readonly Entry[]): (string | undefined)[] =>
  entries.flatMap((entry) => (entry.type === 'separator' ? [] : [entry.label, ...labels(entry.submenu ?? [])]))

test.each(['linux', 'win32', 'darwin'])(
  'every entry of the menu is in the language that is spoken, on %s',
  (platform) => {
    onSystem(platform)
    speak('pseudo')
    setMenu(() => undefined)
    const listed = labels(shown.menu)
    expect(listed.length).toBeGreaterThan(80)
    expect(listed.filter((label) => !label?.startsWith('⟦') && label !== 'Offprint')).toEqual([])
  },
)
