import { expect, it, vi } from 'vitest'

const opened: string[] = []
vi.mock('electron', () => ({ shell: { openExternal: (url: string) => void opened.push(url) } }))
const { openExternal } = await import('../../main/openExternal.ts')

it('opens web pages in the default browser', () => {
  expect(openExternal('https://a.example/x?y#z')).toBe(true)
  expect(opened).toEqual(['https://a.example/x?y#z'])
})

it.each([
  ['file:///etc/passwd'],
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  ['ms-msdt:/id'],
  ['smb://host/share'],
  ['mailto:a@b.example'],
  ['offprint://save?url=https://a.example'],
  ['app://offprint/index.html'],
  ['https://user:secret@a.example/'],
  [`https://a.example/${'x'.repeat(2_048)}`],
  ['not an address'],
  [''],
])('refuses to open %.60s', (address) => {
  opened.length = 0
  expect(openExternal(address)).toBe(false)
  expect(opened).toEqual([])
})
