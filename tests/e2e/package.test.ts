// The package, as it ships: made, installed, used through its command with the shipped fuses, driven through a copy with its inspector open, removed.
import { existsSync, lstatSync, readFileSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { findElectron } from '../../build/electron.ts'
import { missingFuses, readFuses, wantedFuses, wrongFuses } from '../../build/fuses.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, type CommandEnd, type Places } from './app.ts'
import {
  archived,
  contentsOf,
  dist,
  driveInstalled,
  install,
  openFolder,
  runInstalled,
  startInstalled,
  uninstall,
} from './installedPackage.ts'
import { articlesOf, hitsOf } from './jsonLines.ts'
import { processesBelow } from './processes.ts'
import { roomOf } from './room.ts'

const path = '/news/tide-mill'
const programs = 'usr/lib/offprint'

const made = openFolder('packages')
const root = openFolder('system')
const command = join(root, 'usr/bin/offprint')
const program = join(root, programs, 'offprint')
let site: Site
let places: Places
let ofDeb: CommandEnd
let deb: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(180_000) // packing copies two hundred megabytes, thrice
  site = await startSite()
  places = await newPlaces()
  ofDeb = await dist(['deb', '--fast', '--output', made])
  expect(ofDeb.code, ofDeb.stderr).toBe(0)
  deb = join(
    made,
    readdirSync(made).find((name) => name.endsWith('.deb'))!,
  )
  await install(deb, root)
})
test.afterAll(() => site.close())

const words = () => [
  ...['--vault', places.vault, '--profile', places.profile],
  ...site.hosts().flatMap((host) => ['--allow-private', host]),
]
const run = (...args: readonly string[]) => runInstalled(command, [...args, ...words()])

test('a package on the test runtime says so in its name, its files and on stderr; one on the official Electron does not', async () => {
  const onTestRuntime = (await findElectron()).kind === 'test-runtime'
  expect(/offprint-test-runtime_.*\.deb/.test(ofDeb.stdout)).toBe(onTestRuntime)
  expect(ofDeb.stderr.includes('Never to be published')).toBe(onTestRuntime)
  expect(existsSync(join(root, programs, 'DO-NOT-PUBLISH.txt'))).toBe(onTestRuntime)
  expect(existsSync(join(root, programs, 'offprint-test-runtime'))).toBe(onTestRuntime)
})

test('every fuse that its Electron has is as we want it, and one that it lacks is named', async () => {
  const wanted = wantedFuses({ platform: 'linux', inspectable: false })
  const wire = await readFuses(program)
  expect(wrongFuses(wire, wanted)).toEqual([])
  for (const name of missingFuses(wire, wanted)) expect(ofDeb.stderr).toContain(`no fuse ${name}`)
})

test('holds the built app as one archive with nothing else in it, and the terms of everything it is made of', async () => {
  const names = await archived(join(root, programs, 'resources/app.asar'))
  expect(names.filter((name) => !name.startsWith('out/'))).toEqual(['package.json'])
  expect(names).toEqual(
    expect.arrayContaining(['out/main/main.cjs', 'out/renderer/index.html', 'out/renderer/licences.json']),
  )
  expect(readdirSync(join(root, programs, 'resources'))).toEqual(['app.asar'])
  expect(readFileSync(join(root, programs, 'LICENSES.offprint.txt'), 'utf8')).toContain('dompurify')
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html', 'LICENSE.offprint.txt'])
    expect(existsSync(join(root, programs, name)), name).toBe(true)
})

test('belongs to root, may be written by root alone, and lets the sandbox helper do its work', async () => {
  const files = await contentsOf(deb)
  expect(files.filter(({ owner }) => owner !== 'root/root')).toEqual([])
  expect(files.filter(({ mode }) => !mode.startsWith('l') && (mode[5] === 'w' || mode[8] === 'w'))).toEqual([])
  expect(files.filter(({ mode }) => /s/i.test(mode)).map(({ path, mode }) => [path, mode])).toEqual([
    [`./${programs}/chrome-sandbox`, '-rwsr-xr-x'],
  ])
})

test('puts the command on the path, the entry in the menu and the icons where desktops look', () => {
  expect(realpathSync(command)).toBe(join(root, programs, 'bin/offprint'))
  const entry = readFileSync(join(root, 'usr/share/applications/offprint.desktop'), 'utf8')
  expect(entry).toContain('MimeType=x-scheme-handler/offprint;')
  expect(entry).toContain('Exec=offprint -- %U')
  for (const size of ['16x16', '48x48', '256x256'])
    expect(lstatSync(join(root, `usr/share/icons/hicolor/${size}/apps/offprint.png`)).size).toBeGreaterThan(100)
})

test('its command saves an article, keeping each page in the sandbox, and says no more than the command line of the clone', async () => {
  const saving = await startInstalled(command, ['save', site.url('a', '/hang/blocking-script'), '--json', ...words()])
  await site.requested('/hang/blocking-script')
  await site.requested('/furniture/lazy.js')
  const renderers = processesBelow(saving.process.pid!).filter(({ type }) => type === 'renderer')
  expect(renderers.length).toBeGreaterThanOrEqual(2)
  for (const { status } of renderers) expect(status.get('Seccomp')).toBe('2')
  site.release('script')
  const end = await saving.end
  expect(end.code, end.stderr).toBe(0)
  expect(end.stderr).not.toMatch(/ERROR|WARNING/) // Chromium's own remarks

  const saved = await run('save', site.url('a', path), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  expect(articlesOf(saved).map(({ title }) => title)).toEqual([site.truth(path).title])
})

test('its command finds the article by words of its text', async () => {
  const { title, sentences } = site.truth(path)
  const found = await run('search', `"${sentences[0]!.split(' ').slice(0, 4).join(' ')}"`, '--json')
  expect(found.code, found.stderr).toBe(0)
  expect(hitsOf(found).map((hit) => hit.title)).toContain(title)
})

test('its command says so where there is no display, instead of crashing without a word', async () => {
  const end = await runInstalled(command, ['list', ...words()], { environment: { DISPLAY: '', WAYLAND_DISPLAY: '' } })
  expect(end.code).toBe(2)
  expect(end.stderr).toContain('There is no display')
})

test('A4: ELECTRON_RUN_AS_NODE makes no Node of it', async () => {
  const end = await runInstalled(program, ['-e', 'console.log("node " + process.version)'], {
    environment: { ELECTRON_RUN_AS_NODE: '1' },
  })
  expect(end.stdout).not.toContain('node v')
  expect(end.code).toBe(2)
})

test('A4: NODE_OPTIONS loads nothing into it', async () => {
  const end = await runInstalled(command, ['--version'], {
    environment: { NODE_OPTIONS: '--require=/no/such/file.cjs' },
  })
  expect(end).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

for (const word of [
  '--inspect=0',
  '--inspect-brk=0',
  '--no-sandbox',
  '-no-sandbox',
  '--remote-debugging-port=0',
  '--js-flags=--expose-gc',
])
  test(`A4: ${word} given to the program itself ends it before it opens anything`, async () => {
    const end = await runInstalled(program, ['list', word, ...words()])
    expect(end.code).toBe(2)
    expect(end.stderr).toContain('Not allowed.')
    expect(end.stderr).not.toMatch(/listening on/i)
    expect(end.stdout).toBe('')
  })

test('A4: a switch among the words of the command is no switch', async () => {
  const unknown = await run('list', '--no-sandbox')
  expect(unknown).toMatchObject({ code: 2, stdout: '' })
  // A folder of that name, for our own option: with one dash it would be Chromium's all the same.
  const args = ['save', site.url('b', '/hang/css'), ...words(), '--profile', '-no-sandbox']
  const saving = await startInstalled(command, args, { cwd: places.profile })
  await site.requested('/hang/css')
  const renderers = processesBelow(saving.process.pid!).filter(({ type }) => type === 'renderer')
  expect(renderers.length).toBeGreaterThanOrEqual(2)
  for (const { status } of renderers) expect(status.get('Seccomp')).toBe('2')
  site.release('css')
  expect((await saving.end).code).toBe(0)
})

test('a copy with its inspector open is marked as one, and runs the story: open, save, read, search', async () => {
  test.setTimeout(120_000)
  const end = await dist(['dir', '--fast', '--inspectable', '--output', made])
  expect(end.code, end.stderr).toBe(0)
  const name = readdirSync(made).find((entry) => entry.includes('inspectable'))!
  expect(existsSync(join(made, name, 'DO-NOT-PUBLISH.txt'))).toBe(true)
  const wanted = wantedFuses({ platform: 'linux', inspectable: true })
  expect(wrongFuses(await readFuses(join(made, name, 'offprint')), wanted)).toEqual([])

  const fresh = await newPlaces()
  const { electron, window } = await driveInstalled(join(made, name, 'offprint'), [
    ...[site.url('a', path), '--vault', fresh.vault, '--profile', fresh.profile],
    ...site.hosts().flatMap((host) => ['--allow-private', host]),
  ])
  try {
    const room = roomOf(window)
    const { title, sentences } = site.truth(path)
    await expect(room.row(title)).toBeVisible()
    expect((await room.open(title)).text).toContain(sentences[0])
    await room.search(sentences[0]!.split(' ').slice(0, 3).join(' '))
    await expect(room.rows.first()).toContainText(title)
    await expect(room.row('How to use Offprint')).toHaveCount(0)
  } finally {
    await electron.close()
  }
})

test('removing the package leaves the vault as it was, and nothing of the program', async () => {
  const before = listing(places.vault)
  expect(before.length).toBeGreaterThan(3)
  await uninstall(deb, root)
  expect(listing(places.vault)).toEqual(before)
  expect(listing(join(root, 'usr')).filter((file) => file.includes('offprint'))).toEqual([])
})

/** Every file below a folder; none where there is no folder. */
function listing(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
