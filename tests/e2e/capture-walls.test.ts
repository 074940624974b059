// What a page may do while it is being saved: be read, and nothing else. Pages that try more, saved through the command line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { askedEachTime, meansToRemember } from '../site/visits.ts'
import { launchApp, newPlaces, runCli, type CommandEnd, type Places } from './app.ts'
import { articlesOf, folded, shownOf } from './jsonLines.ts'
import { keptHtml, versionRecords } from './vaultFiles.ts'

let site: Site
let places: Places

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
})
test.afterAll(() => site.close())

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })
const save = (path: string, host = 'a'): Promise<CommandEnd> => run('save', site.url(host, path), '--json')

async function htmlOf(saved: CommandEnd): Promise<string> {
  expect(saved.code, saved.stderr).toBe(0)
  const [entry] = articlesOf(saved)
  return shownOf(await run('show', entry!.id, '--html', '--json')).html ?? ''
}

test('a page that asks for the machine it runs on reaches nothing there', async () => {
  const html = await htmlOf(await save('/traps/private'))
  for (const sentence of site.truth('/traps/private').sentences) expect(html).toContain(sentence)
  expect(site.canary.connections()).toBe(0)
})

test('a page that asks for permissions, windows and Node gets none of them', async () => {
  await htmlOf(await save('/traps/powers'))
  const report = site.requests.find(({ path }) => path.startsWith('/collect?powers='))
  expect(report).toBeDefined()
  const powers = JSON.parse(new URL(report!.path, 'http://x').searchParams.get('powers')!) as Record<string, string>
  const { offprint, require, process, opener, opened, ...permissions } = powers
  expect({ offprint, require, process, opener, opened }).toEqual({
    offprint: 'undefined',
    require: 'undefined',
    process: 'undefined',
    opener: 'null',
    opened: 'null',
  })
  expect(Object.values(permissions)).not.toContain('granted')
  expect(Object.values(permissions)).not.toContain('prompt')
  expect(site.requests.filter(({ path }) => path === '/popup')).toEqual([])
})

test('a page that remembers its visitors sees a new one every time, by whatever means, and nothing of it reaches the disk', async () => {
  // More than sessions are kept for: they have to be used again.
  const rounds = 3
  const timesAsked = () => askedEachTime.map((path) => site.requests.filter((one) => one.path === path).length)
  for (let round = 1; round <= rounds; round++) {
    const text = folded((await htmlOf(await save('/visits'))).replace(/<[^>]+>/g, ' '))
    for (const means of meansToRemember) expect(text).toContain(`By your ${means}, this is visit 1.`)
    expect(timesAsked()).toEqual(askedEachTime.map(() => round))
  }
  expect(site.requests.filter(({ path }) => path === '/visits/servant.js')).toEqual([])
  // What Chromium keeps of sites lies in files of these names; those of the library's own origin are the app's.
  const told = readdirSync(places.profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes('/Partitions/library-'))
    .filter((path) =>
      /Cookies|Network Persistent State|TransportSecurity|Service Worker|CacheStorage|File System|IndexedDB|Local Storage/.test(
        path,
      ),
    )
    .filter((path) => readFileSync(path).includes('a.localhost'))
  expect(told).toEqual([])
})

test('within one run of the app, captures of one site after the other know nothing of each other', async () => {
  const hosts = ['v', 'w']
  const app = await launchApp({ allowPrivate: site.hosts(...hosts) })
  try {
    // One at a time, so that each session that was emptied is taken again.
    for (let round = 0; round < 12; round++) {
      const host = hosts[round % 2]!
      const version = await app.window.evaluate(
        async (url) => {
          const saved = new Promise<string>((resolve, reject) => {
            window.offprint.on('capture.changed', ({ state }) => {
              if (state.kind === 'saved') resolve(state.version)
              if (state.kind === 'failed') reject(new Error(state.failure.code))
            })
          })
          await window.offprint.request('capture.add', [url])
          return saved
        },
        site.url(host, `/visits?round=${round}`),
      )
      const record = versionRecords(app.vault).find((one) => one.version === version)!
      const text = folded(keptHtml(app.vault, record.id).replace(/<[^>]+>/g, ' '))
      for (const means of meansToRemember)
        expect(text, `${host}, round ${round}`).toContain(`By your ${means}, this is visit 1.`)
    }
  } finally {
    await app.close()
  }
})

test('dialogs, popups, downloads and unload questions change nothing', async () => {
  test.setTimeout(180_000)
  const traps = ['print', 'alert', 'popups', 'download', 'unload', 'fullscreen', 'schemes', 'worker']
  const before = readdirSync(places.profile)
  const saved = await run('save', ...traps.map((name) => site.url('a', `/traps/${name}`)), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  const entries = articlesOf(saved)
  expect(entries.map(({ url }) => new URL(url).pathname).sort()).toEqual(traps.map((name) => `/traps/${name}`).sort())
  const { sentences, title } = site.truth('/traps/print')
  for (const entry of entries) {
    expect.soft(entry.title, entry.url).toBe(title)
    expect.soft(entry.words, entry.url).toBeGreaterThan(sentences.join(' ').split(' ').length)
  }
  expect(site.requests.filter(({ path }) => path === '/popup')).toEqual([])
  expect(readdirSync(places.profile).filter((name) => !before.includes(name) && /download|evil/i.test(name))).toEqual(
    [],
  )
})

test('a hostile page is kept as its text', async () => {
  const html = await htmlOf(await save('/hostile'))
  for (const sentence of site.truth('/hostile').sentences) expect(html).toContain(sentence)
  expect(html).not.toMatch(
    /<script|<style|<iframe|<form|<input|<object|<embed|<base|<meta|<link|<template|\son[a-z]+=|javascript:|style=|srcset=|ping=|target=/i,
  )
})

test('pixels that count readers are not part of an article', async () => {
  const html = await htmlOf(await save('/tracking'))
  expect(html.match(/<img/g)).toHaveLength(1)
})
