import { expect, it, vi } from 'vitest'

const opened = vi.hoisted((): { url: string; focused: number; closed: number }[] => [])
const stands = vi.hoisted((): (() => void)[] => [])
vi.mock('electron', () => ({ session: { fromPartition: () => ({}) } }))
vi.mock('../../../main/signIn/shownPage.ts', () => ({}))
vi.mock('../../../main/signIn/signInWindow.ts', () => ({
  async openSignInWindow({ url }: { url: string }) {
    const window = { url, focused: 0, closed: 0 }
    opened.push(window)
    await new Promise<void>((resolve) => stands.push(resolve))
    return { focus: () => (window.focused += 1), close: () => (window.closed += 1) }
  },
}))
const { createSignIn } = await import('../../../main/signIn/createSignIn.ts')

it('opens one window of a site for whoever presses twice before it stands', async () => {
  const nothing = {} as never // not asked for anything before a page is saved
  const signIn = createSignIn({
    proxy: nothing,
    identity: nothing,
    pageScript: '',
    readSites: () => [],
    writeSites: () => undefined,
    allowed: () => [],
    onSave: () => undefined,
    onDone: () => undefined,
  })
  const both = [signIn.open('https://a.example/one'), signIn.open('https://www.a.example/two')]
  for (const stand of stands) stand()
  for (const done of await Promise.all(both)) expect(done).toEqual({ ok: true, value: null })
  expect(opened).toMatchObject([{ url: 'https://a.example/one', focused: 1 }])
  await signIn.forget('a.example').catch(() => undefined) // the session of this test cannot be emptied
  expect(opened[0]?.closed).toBe(1)
})
