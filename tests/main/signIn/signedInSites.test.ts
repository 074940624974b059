import { describe, expect, it } from 'vitest'
import { createSignedInSites, siteFor } from '../../../main/signIn/signedInSites.ts'

function sites(known: string[] = []) {
  let kept: readonly string[] = known
  const emptied: string[] = []
  const made = createSignedInSites<string>({
    read: () => kept,
    write: (next) => void (kept = next),
    openSession: (name) => name,
    empty: async (session) => emptied.push(session),
  })
  return { made, emptied, kept: () => kept }
}

describe('sites signed in to', () => {
  it.each([
    ['www.paper.example', 'paper.example'],
    ['Paper.Example.', 'paper.example'],
    ['blog.paper.example', 'blog.paper.example'],
  ])('the site of %s is %s', (host, site) => expect(siteFor(host)).toBe(site))

  it.each([
    ['paper.example', 'paper.example'],
    ['www.paper.example', 'paper.example'],
    ['en.paper.example', 'paper.example'],
    ['notpaper.example', undefined],
    ['paper.example.evil.example', undefined],
    ['example', undefined],
    ['co.uk', undefined],
  ])('%s belongs to %s', (host, site) => expect(sites(['paper.example']).made.siteOf(host)).toBe(site))

  it('the closest one counts', () => {
    const { made } = sites(['paper.example', 'en.paper.example'])
    expect(made.siteOf('www.en.paper.example')).toBe('en.paper.example')
  })

  it('each has a session of its own that lasts, named so that any host can be a folder', () => {
    const { made } = sites()
    const names = ['paper.example', 'other.example', '[::1]'].map(made.session)
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^persist:site-[0-9a-f]{24}$/)
  })

  it('is listed once it was opened, and gone and emptied once it is forgotten', async () => {
    const { made, emptied, kept } = sites()
    const session = made.open('paper.example')
    made.open('paper.example')
    expect(kept()).toEqual(['paper.example'])
    await made.forget('paper.example')
    expect(kept()).toEqual([])
    expect(emptied).toEqual([session])
    expect(made.siteOf('paper.example')).toBeUndefined()
  })
})
