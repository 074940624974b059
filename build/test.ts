// `npm test`: every test there is, those on the real app included. `--only node|chromium|e2e` runs one kind, `--soak` runs the long rounds,
// further words choose files. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { appUser } from './appUser.ts'
import { bundle } from './bundle.ts'
import { lacksChromium } from './chromium.ts'
import type { Display } from './display.ts'
import { startDisplaysOfTests } from './displaysOfTests.ts'
import { findElectron } from './electron.ts'
import { giveToOwner } from './giveToOwner.ts'
import { cacheFolder, inRepository, repository } from './repository.ts'
import { NotReady, orSayWhy, say } from './say.ts'
import { ensureSystem, type Program } from './systemLibraries.ts'
import { endOfTests } from './endOfTests.ts'
import { countPlaywright, countVitest, sumOf, type TestCounts } from './testCounts.ts'

const kinds = ['node', 'chromium', 'e2e'] as const
type Kind = (typeof kinds)[number]
export type TestChoice = { readonly kinds: readonly Kind[]; readonly soak: boolean; readonly files: readonly string[] }

const reports = join(cacheFolder, 'reports')

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const choice = choiceOf(args)
    const { lines, code } = endOfTests(sumOf(await runAll(choice)), choice)
    for (const line of lines) process.stdout.write(`${line.replace(`${repository}/`, '')}\n`)
    return code
  })
}

export function choiceOf(args: readonly string[]): TestChoice {
  const files: string[] = []
  let only: string | undefined
  let soak = false
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    if (word === '--only') only = args[(at += 1)] ?? ''
    else if (word === '--soak') soak = true
    else if (word.startsWith('--'))
      throw new NotReady(`${word} is not an option. Options: --only ${kinds.join('|')}, --soak`)
    else files.push(word)
  }
  const chosen = only === undefined ? kinds : kinds.filter((kind) => kind === only)
  if (chosen.length === 0) throw new NotReady(`--only takes one of ${kinds.join(', ')}`)
  return { kinds: chosen, soak, files }
}

async function runAll(choice: TestChoice): Promise<TestCounts[]> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const environment = { ...process.env, ...(choice.soak ? { OFFPRINT_SOAK: '1' } : {}) }
  const projects = choice.kinds.filter((kind) => kind !== 'e2e')
  const counts: TestCounts[] = []
  const onApp = choice.kinds.includes('e2e')
  const electron = onApp ? await findElectron() : undefined
  await ensureSystem({ binary: electron?.binary, programs: programsFor(choice.kinds) })
  if (onApp) await bundle()
  if (projects.length > 0) counts.push(await runVitest(projects, choice.files, environment))
  if (onApp) {
    const displays = await startDisplaysOfTests(await appUser())
    try {
      counts.push(await runPlaywright(choice.files, environment, displays))
    } finally {
      await displays.stop()
    }
  }
  await giveToOwner(cacheFolder)
  return counts
}

function programsFor(chosen: readonly Kind[]): Program[] {
  const needsChromium = chosen.includes('chromium') && lacksChromium()
  return [...(chosen.includes('e2e') ? (['Xvfb'] as const) : []), ...(needsChromium ? (['chromium'] as const) : [])]
}

async function runVitest(projects: readonly string[], files: readonly string[], environment: NodeJS.ProcessEnv) {
  const report = join(reports, 'vitest.json')
  const code = await runHere(
    [
      inRepository('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--config',
      inRepository('build', 'vitest.config.ts'),
      ...projects.flatMap((project) => ['--project', project]),
      '--passWithNoTests',
      '--retry=1', // as on the app: a machine shared with others may stall
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...files,
    ],
    environment,
  )
  return atLeastTheCode(code, existsSync(report) ? countVitest(JSON.parse(readFileSync(report, 'utf8'))) : undefined)
}

async function runPlaywright(files: readonly string[], environment: NodeJS.ProcessEnv, displays: Display) {
  const report = join(reports, 'playwright.json')
  const code = await runHere(
    [
      inRepository('node_modules', 'playwright', 'cli.js'),
      'test',
      '--config',
      inRepository('build', 'playwright.config.ts'),
      '--pass-with-no-tests',
      '--reporter=line,json',
      ...files,
    ],
    { ...environment, ...displays.environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  )
  return atLeastTheCode(
    code,
    existsSync(report) ? countPlaywright(JSON.parse(readFileSync(report, 'utf8'))) : undefined,
  )
}

/** A runner that fails without naming a failed test has failed all the same. */
function atLeastTheCode(code: number, counts: TestCounts | undefined): TestCounts {
  if (counts !== undefined && (code === 0 || counts.failed > 0)) return counts
  if (code === 0) return sumOf([])
  say(`a test runner ended with code ${code}`)
  return { ...(counts ?? sumOf([])), failed: 1 }
}

function runHere(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: repository,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
