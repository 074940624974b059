// The whole story through the command line, with no app running and then with one: save, unplug the site, list, search, show, tag, trash, verify, rebuild.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type App, type CommandEnd, type Places } from './app.ts'
import { articlesOf, folded, hitsOf, jsonLines, shownOf, type Line } from './jsonLines.ts'
import { blobFile } from './vaultFiles.ts'

const paths = ['/news/tide-mill', '/magazine/silence', '/app/night-train'] as const
const welcomeAndThree = 4

let site: Site
let places: Places
let app: App | undefined
let saved: Line[]
let first: CommandEnd

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })
const byPath = (path: string) => saved.find((entry) => entry.url.endsWith(path))!

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  first = await run('save', ...paths.map((path) => site.url('a', path)), '--json')
  saved = articlesOf(first)
})
test.afterAll(async () => {
  await app?.close()
  await site.close()
})

test('save prints one JSON object a line for each article and tells its progress on stderr', () => {
  expect(first.code, first.stderr).toBe(0)
  expect(saved.map(({ url }) => url).sort()).toEqual(paths.map((path) => site.url('a', path)).sort())
  for (const stage of ['opening', 'loading', 'images', 'reading', 'storing'])
    expect(first.stderr).toContain(`a.localhost: ${stage}`)
})

test('a saved article carries what the page says of itself', () => {
  for (const path of paths) {
    const { title, byline, publishedAt, siteName, lang } = site.truth(path)
    expect(byPath(path)).toMatchObject({
      title,
      verdict: 'complete',
      place: 'inbox',
      favourite: false,
      progress: 0,
      tags: [],
    })
    expect(byPath(path).byline).toBe(byline)
    if (path === '/app/night-train') continue // its script writes the text and no metadata
    expect(byPath(path)).toMatchObject({ siteName, lang, publishedAt })
  }
})

test('list shows what was saved, newest first, when the site is gone and in a new process', async () => {
  await site.stop()
  const listed = articlesOf(await run('list', '--json'))
  expect(listed).toHaveLength(welcomeAndThree)
  expect(
    listed
      .slice(0, 3)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(saved.map(({ id }) => id).sort())
  const times = listed.map(({ savedAt }) => savedAt)
  expect(times).toEqual([...times].sort().reverse())
  expect((await run('list')).stdout).toContain(site.truth('/news/tide-mill').title)
})

test('show --text gives every sentence of the article and nothing of what stood around it', async () => {
  for (const path of paths) {
    const { text } = shownOf(await run('show', byPath(path).id, '--text', '--json'))
    const { sentences, notSentences } = site.truth(path)
    for (const sentence of sentences) expect.soft(folded(text ?? ''), path).toContain(folded(sentence))
    for (const sentence of notSentences) expect.soft(folded(text ?? ''), path).not.toContain(folded(sentence))
  }
})

test('show --html names images that lie in the vault, whole', async () => {
  for (const path of paths) {
    const { html } = shownOf(await run('show', byPath(path).id, '--html', '--json'))
    const names = [...(html ?? '').matchAll(/src="offprint-asset:([0-9a-f]{64}\.[a-z0-9]+)"/g)].map(([, name]) => name!)
    expect(names, path).toHaveLength(site.truth(path).images)
    for (const name of names) {
      const bytes = readFileSync(join(places.vault, blobFile(name)))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name.slice(0, 64))
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    }
  }
})

test('show without an option prints the record for people', async () => {
  const { code, stdout } = await run('show', byPath('/news/tide-mill').id)
  expect(code).toBe(0)
  expect(stdout).toContain('Marta Ellingsen')
  expect(stdout).toContain('The Skerrow Courier')
})

test('search finds articles by words, a phrase, OR, a prefix and without a word', async () => {
  const found = async (query: string) =>
    hitsOf(await run('search', query, '--json'))
      .map(({ url }) => new URL(url).pathname)
      .sort()
  expect(await found('sluice councillors')).toEqual(['/news/tide-mill'])
  expect(await found('"lined with felt"')).toEqual(['/magazine/silence'])
  expect(await found('"felt with lined"')).toEqual([])
  expect(await found('chandlery OR electrified')).toEqual(['/app/night-train', '/news/tide-mill'])
  expect(await found('electrif*')).toEqual(['/app/night-train'])
  expect(await found('microphones -chandlery')).toEqual(['/magazine/silence'])
})

test('a snippet shows the words that were looked for, without marks', async () => {
  const [hit] = hitsOf(await run('search', 'wallpaper', '--json'))
  expect(hit?.snippet).toContain('wallpaper')
  expect(hit?.snippet).not.toMatch(/[\uE000\uE001]/)
})

test('a search without hits prints nothing on stdout and ends with 0', async () => {
  const { code, stdout, stderr } = await run('search', 'xylophonists')
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toContain('No articles found.')
})

test('tag adds and removes tags, and tag: finds them', async () => {
  const { id } = byPath('/news/tide-mill')
  expect(articlesOf(await run('tag', id, '+harbours', '+crafts/mills', '--json'))[0]?.tags.sort()).toEqual([
    'crafts/mills',
    'harbours',
  ])
  expect(articlesOf(await run('tag', id, '-harbours', '--json'))[0]?.tags).toEqual(['crafts/mills'])
  expect(hitsOf(await run('search', 'tag:crafts/mills', '--json')).map((hit) => hit.id)).toEqual([id])
  expect(hitsOf(await run('search', 'tag:harbours', '--json'))).toEqual([])
})

test('saving a page again makes a version of the same article, and says so', async () => {
  await site.start()
  const { id, savedAt } = byPath('/news/tide-mill')
  const again = await run('save', site.url('A', '/news/tide-mill/?utm_source=letter#comments'), '--json')
  expect(again.code, again.stderr).toBe(0)
  expect(again.stderr.match(/Already saved on \d+ \w+ \d{4}\. A new version was taken\./g)).toHaveLength(1)
  expect(articlesOf(again)[0]).toMatchObject({ id, savedAt, tags: ['crafts/mills'] })
  expect(articlesOf(await run('list', '--json'))).toHaveLength(welcomeAndThree)
})

test('save - reads addresses from standard input, one a line', async () => {
  const urls = ['/many/1', '/many/2'].map((path) => site.url('b', path))
  const ended = await runCli(['save', '-', '--json'], {
    ...places,
    allowPrivate: site.hosts(),
    stdin: `${urls.join('\n')}\n\n`,
  })
  expect(ended.code, ended.stderr).toBe(0)
  expect(
    articlesOf(ended)
      .map(({ url }) => url)
      .sort(),
  ).toEqual(urls)
})

test('trash takes an article out of the list and the search, and its text stays in the vault', async () => {
  const [, second] = ['/many/1', '/many/2'].map((path) => site.url('b', path))
  const { id } = articlesOf(await run('list', '--json')).find(({ url }) => url === second)!
  expect((await run('trash', id)).code).toBe(0)
  expect(articlesOf(await run('list', '--json')).map((entry) => entry.id)).not.toContain(id)
  expect(hitsOf(await run('search', '"entry number 2"', '--json'))).toEqual([])
  expect(shownOf(await run('show', id, '--text', '--json')).text).toContain('entry number 2')
})

test('where says where things are', async () => {
  expect(jsonLines(await run('where', '--json'))).toEqual([{ vault: places.vault, profile: places.profile }])
})

test('verify and rebuild find all well', async () => {
  const before = articlesOf(await run('list', '--json'))
  const verified = await run('verify', '--json')
  expect(verified.code, verified.stderr).toBe(0)
  const rebuilt = await run('rebuild', '--json')
  expect(rebuilt.code, rebuilt.stderr).toBe(0)
  expect(articlesOf(await run('list', '--json'))).toEqual(before)
  expect(hitsOf(await run('search', 'sluice', '--json'))).toHaveLength(1)
})

test('each way to be wrong has its exit code and its words', async () => {
  for (const [args, code, words] of [
    [['show', '01ARZ3NDEKTSV4RRFFQ69G5FAV'], 2, 'No article has the id'],
    [['show', '../../etc/passwd'], 2, 'No article has the id'],
    [['show'], 2, 'Usage: offprint show'],
    [['sing'], 2, 'is not a command of offprint'],
    [['list', '--loudly'], 2, 'is not an option of offprint'],
    [['save', ' '], 2, 'Enter a web address.'],
    [['save', 'file:///etc/passwd'], 2, 'Only http and https pages can be saved.'],
    [['save', 'http://a.localhost:22/'], 2, 'That port is not allowed for web pages.'],
    [
      ['save', `http://127.0.0.1:${site.canary.port}/`],
      5,
      'This address is on your own computer or network. It was not opened.',
    ],
    [['save', site.url('a', '/status/404')], 3, 'The site answered 404 Not Found.'],
    [
      ['save', site.url('a', '/redirect/private')],
      5,
      'This address is on your own computer or network. It was not opened.',
    ],
    // The worst of several counts: 4, 5, 2, 3, 0.
    [
      ['save', site.url('a', '/status/410'), 'javascript:1', site.url('a', '/many/3')],
      2,
      'The site answered 410 Gone.',
    ],
  ] as const) {
    const ended = await run(...args)
    expect.soft(ended.code, `${args.join(' ')}\n${ended.stderr}`).toBe(code)
    expect.soft(ended.stderr, args.join(' ')).toContain(words)
    if (!args.includes(site.url('a', '/many/3') as never)) expect.soft(ended.stdout, args.join(' ')).toBe('')
  }
  expect(site.canary.connections()).toBe(0)
})

test('--help explains each command on stdout', async () => {
  const general = await run('--help')
  expect(general.code).toBe(0)
  for (const name of ['save', 'list', 'search', 'show', 'tag', 'trash', 'rebuild', 'verify', 'where'])
    expect(general.stdout).toContain(`offprint ${name}`)
  const one = await run('tag', '--help')
  expect({ code: one.code, usage: one.stdout.split('\n')[0] }).toEqual({
    code: 0,
    usage: 'Usage: offprint tag ID +a -b',
  })
})

test('a running app serves the commands, and its window shows what they did', async () => {
  app = await launchApp({ ...places, allowPrivate: site.hosts() })
  const ended = await run('save', site.url('c', '/notes/water-clock'), '--json')
  expect(ended.code, ended.stderr).toBe(0)
  const [entry] = articlesOf(ended)
  expect(entry?.title).toBe(site.truth('/notes/water-clock').title)
  await expect(app.window.getByText(site.truth('/notes/water-clock').title).first()).toBeVisible()
  expect(articlesOf(await run('tag', entry!.id, '+clocks', '--json'))[0]?.tags).toEqual(['clocks'])
  expect(hitsOf(await run('search', 'tag:clocks Torricelli', '--json')).map(({ id }) => id)).toEqual([entry!.id])
  expect((await run('trash', entry!.id)).code).toBe(0)
  await expect(app.window.getByRole('row', { name: site.truth('/notes/water-clock').title })).toHaveCount(0)
  await app.close()
  app = undefined
  expect(articlesOf(await run('list', '--json')).map(({ id }) => id)).not.toContain(entry!.id)
})

test('the vault holds all of it in plain files', () => {
  for (const { id } of saved) expect(existsSync(join(places.vault, 'articles', id.slice(-2), id)), id).toBe(true)
})
