// Walls that ask for consent, in the markup of the managers that most sites use: refused, gone from what is kept, the page as it was below them.
import { expect, test } from 'playwright/test'
import { consentSentence, consentTitle, consentWords, managers } from '../site/consents.ts'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli } from './app.ts'
import { articlesOf, type Line } from './jsonLines.ts'
import { keptHtml, keptPage } from './vaultFiles.ts'

let site: Site

test.beforeAll(async () => {
  site = await startSite({ routes: { '/wall-that-stays': () => html(wallThatStays) } })
})
test.afterAll(() => site.close())

const hosts = ['a', 'b', 'd', 'e', 'f', 'g']

test('the walls of ten and more consent managers are dismissed the refusing way, and nothing of them is kept', async () => {
  test.setTimeout(300_000)
  expect(managers.length).toBeGreaterThanOrEqual(10)
  const places = { ...(await newPlaces()), allowPrivate: site.hosts(...hosts) }
  const urls = managers.map(({ name }, n) => site.url(hosts[n % hosts.length]!, `/consent/${name}`))
  const entries: Line[] = []
  // A few at a time: many at once are first looked at without their scripts.
  for (let at = 0; at < urls.length; at += 4) {
    const saved = await runCli(['save', ...urls.slice(at, at + 4), '--json'], places)
    expect(saved.code, saved.stderr).toBe(0)
    entries.push(...articlesOf(saved))
  }
  const choices = site.requests
    .filter(({ path }) => path.startsWith('/chosen?'))
    .map(({ path }) => new URL(path, 'http://x').searchParams)
  expect(choices.filter((choice) => choice.get('choice') !== 'refuse')).toEqual([])
  const refused = choices.map((choice) => choice.get('manager'))
  expect([...new Set(refused)].sort()).toEqual(managers.map(({ name }) => name).sort())
  for (const { name } of managers) {
    const entry = entries.find(({ title }) => title === consentTitle(name))
    expect(entry, name).toBeDefined()
    expect.soft(keptHtml(places.vault, entry!.id), name).toContain(consentSentence(name))
    const page = keptPage(places.vault, entry!.id)
    expect.soft(page.includes(consentWords), name).toBe(false)
    expect.soft(/<html[^>]*overflow: hidden/.test(page), name).toBe(false)
  }
})

test('a page whose wall nothing can refuse is shown to its end once, not again because of the wall', async () => {
  const places = { ...(await newPlaces()), allowPrivate: site.hosts() }
  const saved = await runCli(['save', site.url('a', '/wall-that-stays'), '--json'], places)
  expect(saved.code, saved.stderr).toBe(0)
  const page = keptPage(places.vault, articlesOf(saved)[0]!.id)
  expect(page.match(/The wheel was turned/g)).toHaveLength(1)
})

const wallThatStays = `<!doctype html><html lang="en"><title>The wall that stays</title><body><article><h1>The wall that stays</h1>
${'<p style="margin: 4em 0">Behind every wall of this town there is a garden, and in every garden somebody who has forgotten the gate.</p>'.repeat(12)}</article>
<div style="position: fixed; inset: auto 0 0 0; height: 9em; z-index: 9">Whoever reads on has spoken of cookies and partners.</div>
<script>addEventListener('wheel', () => document.querySelector('article').insertAdjacentHTML('beforeend', '<p>The wheel was turned.</p>'))</script></body></html>`
