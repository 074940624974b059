import { beforeEach, expect, it, vi } from 'vitest'

const opened: string[] = []
const asked: string[] = []
let answer = 0
let hasBrowser = true
vi.mock('electron', () => ({
  shell: {
    async openExternal(url: string) {
      if (!hasBrowser) throw new Error('Failed to open')
      opened.push(url)
    },
  },
  dialog: {
    showMessageBox: (_parent: unknown, { message }: { message: string }) => {
      asked.push(message)
      return Promise.resolve({ response: answer })
    },
  },
}))
const { openExternal } = await import('../../main/openExternal.ts')
const window = () => ({}) as never // only handed on

beforeEach(() => {
  opened.length = asked.length = 0
})

it('opens what the article leads to in the default browser, without a question', async () => {
  expect(await openExternal('https://a.example/x?y#z', { isExpected: true, window })).toBe(true)
  expect([opened, asked]).toEqual([['https://a.example/x?y#z'], []])
})

it('says so where the system has no browser to open it in', async () => {
  hasBrowser = false
  expect(await openExternal('https://a.example/', { isExpected: true, window })).toBe(false)
  hasBrowser = true
})

it.each([
  ['opens', 0, ['https://xn--pple-43d.example/']],
  ['leaves', 1, []],
])(
  'asks about any other address by the true name of its host, and %s it as the person says',
  async (_what, says, end) => {
    answer = says
    expect(await openExternal('https://xn--pple-43d.example/', { isExpected: false, window })).toBe(true)
    expect(asked).toEqual(['Open xn--pple-43d.example in the browser?'])
    expect(opened).toEqual(end)
  },
)

it('opens nothing unasked where there is no window to ask in', async () => {
  await openExternal('https://a.example/', { isExpected: false, window: () => undefined })
  expect(opened).toEqual([])
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
])('refuses to open %.60s', async (address) => {
  expect(await openExternal(address, { isExpected: true, window })).toBe(false)
  expect([...opened, ...asked]).toEqual([])
})
