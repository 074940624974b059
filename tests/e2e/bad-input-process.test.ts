// The command line as a program among others: wrong words, closed pipes, signals, a vault that somebody else holds, no network.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { inRepository } from '../../build/repository.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, startByNpm, type Places } from './app.ts'
import { articlesOf } from './jsonLines.ts'
import { vaultFiles } from './vaultFiles.ts'

let site: Site
let places: Places

test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
})
test.afterAll(() => site.close())

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })

test('A1: what is no option or lacks its value is refused with a usage line, and standard output stays empty', async () => {
  for (const [args, words] of [
    [['save', '--loudly', 'https://a.example'], '--loudly is not an option of offprint'],
    [['list', '--limit'], '--limit needs a value'],
    // After a bare -- nothing is an option any more.
    [['save', '--', '--json=http://'], 'That is not a valid web address.'],
  ] as const) {
    const [name, ...others] = args
    const { code, stdout, stderr } = await runCli([
      ...[name, '--vault', places.vault, '--profile', places.profile],
      ...others,
    ])
    expect.soft([code, stdout], args.join(' ')).toEqual([2, ''])
    expect.soft(stderr, args.join(' ')).toContain(words)
  }
})

test('A1: ten thousand arguments are ten thousand addresses', async () => {
  const { code, stdout, stderr } = await runCli(['save', ...Array.from({ length: 10_000 }, () => 'x:')], places)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr.split('\n').filter((line) => line.startsWith('x:: '))).toHaveLength(10_000)
})

test('A3: a reader that goes away after the first line ends the command with 0', async () => {
  const saved = await run('save', ...['/many/51', '/many/52'].map((path) => site.url('a', path)))
  expect(saved.code, saved.stderr).toBe(0)
  const words = ['list', '--json', '--vault', places.vault, '--profile', places.profile]
  const command = [process.execPath, inRepository('build', 'run.mjs'), 'start', ...words]
    .map((word) => `'${word}'`)
    .join(' ')
  const piped = spawn('bash', ['-o', 'pipefail', '-c', `${command} | head -n 1`], {
    cwd: inRepository(),
    env: { ...process.env, INIT_CWD: undefined, npm_lifecycle_event: undefined, DISPLAY: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  piped.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString('utf8')))
  const code = await new Promise((resolve) => piped.on('close', resolve))
  expect(code).toBe(0)
  expect(stdout.split('\n').filter(Boolean)).toHaveLength(1)
})

test('an article that a full disk does not take in whole is said to be cut, also when a running app serves the command', async () => {
  test.skip(!existsSync('/dev/full'), 'this system has no disk that is always full')
  const words = ['show', '--html', '--vault', places.vault, '--profile', places.profile]
  const show = async () => {
    const id = articlesOf(await run('list', '--json'))[0]?.id ?? ''
    const command = [process.execPath, inRepository('build', 'run.mjs'), 'start', ...words, id]
    const shown = spawn('bash', ['-c', `exec "$@" > /dev/full`, 'bash', ...command], {
      cwd: inRepository(),
      env: { ...process.env, INIT_CWD: undefined, npm_lifecycle_event: undefined, DISPLAY: undefined },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    shown.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString('utf8')))
    const code = await new Promise((resolve) => shown.on('close', resolve))
    return { code, isSaid: stderr.includes('Could not write standard output: the disk is full.') }
  }
  expect(await show()).toEqual({ code: 4, isSaid: true })
  const app = await launchApp(places)
  expect(await show()).toEqual({ code: 4, isSaid: true })
  await app.close()
})

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  test(`A3: ${signal} in the midst of a save ends it with ${code}, and the page is there whole or not at all`, async () => {
    const path = `/many/${code}?hold=${signal}`
    const running = startByNpm(['save', site.url('b', path), site.url('a', '/many/53')], {
      ...places,
      allowPrivate: site.hosts(),
    })
    await site.requested(`/many/${code}`)
    running.process.kill(signal)
    expect((await running.end).code).toBe(code)
    site.release(signal)
    const verified = await run('verify', '--json')
    expect(verified.code, verified.stdout).toBe(0)
    expect(articlesOf(await run('list', '--json')).map(({ url }) => url)).not.toContain(site.url('b', path))
  })

test('A2, G8: commands that start together on one vault are all served, and no act of theirs is lost or mixed', async () => {
  test.setTimeout(180_000)
  const paths = ['/many/61', '/many/62', '/many/63']
  const ends = await Promise.all(paths.map((path) => run('save', site.url('c', path), '--json')))
  for (const end of ends) expect(end.code, end.stderr).toBe(0)
  const ids = ends.flatMap((end) => articlesOf(end).map(({ id }) => id))
  expect(new Set(ids).size).toBe(3)
  const acts = vaultFiles(places.vault)
    .filter(({ kind }) => kind === 'acts')
    .flatMap(({ path }) => readFileSync(join(places.vault, path), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as { act: string; article?: string })
  for (const id of ids) expect(acts.filter(({ act, article }) => act === 'saved' && article === id)).toHaveLength(1)
  expect((await run('verify', '--json')).code).toBe(0)
})

test.describe('with the cable out', () => {
  const aloneInTheWorld = ['--net', '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const
  const canBeAlone =
    process.platform === 'linux' && spawnSync('unshare', [...aloneInTheWorld, 'true'], { stdio: 'ignore' }).status === 0
  test.skip(!canBeAlone, 'Only a network of its own, which takes root on Linux, is a network that can be taken away.')

  test('G10: offline, the link is queued and it is said', async () => {
    const words = ['save', 'http://nowhere.invalid/', '--vault', places.vault, '--profile', places.profile]
    const offline = spawn(
      'unshare',
      [...aloneInTheWorld, process.execPath, inRepository('build', 'run.mjs'), 'start', ...words],
      {
        cwd: inRepository(),
        env: { ...process.env, INIT_CWD: undefined, npm_lifecycle_event: undefined, DISPLAY: undefined },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let stderr = ''
    offline.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString('utf8')))
    const code = await new Promise((resolve) => offline.on('close', resolve))
    expect(stderr).toContain('nowhere.invalid: You are offline. The link is queued.')
    expect(code).toBe(3)
    expect(vaultFiles(places.vault).filter(({ path }) => path.startsWith('inbox/')).length).toBeGreaterThan(0)
  })
})
