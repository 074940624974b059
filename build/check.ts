// `npm run check`: all a commit needs, in one to four minutes. Types, lint, format, the tests that need no app, and the tree of folders.
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cacheFolder, inRepository, repository } from './repository.ts'
import { compareRows } from './rows.ts'
import { runProgram } from './runProgram.ts'
import { compareTree, longestFiles } from './tree.ts'

type Step = { readonly name: string; run(): Promise<string | undefined> }

/** As many as the machines we develop on have cores; each of them uses one. */
const atOnce = 2

export async function run(): Promise<number> {
  const failures: string[] = []
  const waiting = steps()
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const start = performance.now()
      const complaint = await step.run()
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      process.stdout.write(`${complaint === undefined ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds} s)\n`)
      if (complaint !== undefined) failures.push(`--- ${step.name}\n${complaint.trim()}\n`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const longest = longestFiles(repository, 10).map(({ path, lines }) => `  ${String(lines).padStart(4)}  ${path}`)
  process.stdout.write(`The longest files:\n${longest.join('\n')}\n`)
  const { listed } = compareRows(repository)
  process.stdout.write(`Bad inputs and faults without a test yet:\n${listed.map((line) => `  ${line}\n`).join('')}`)
  for (const failure of failures) process.stdout.write(`\n${failure}`)
  process.stdout.write(
    failures.length === 0 ? '\nAll is well.\n' : `\n${failures.length} of the steps failed; what they said is above.\n`,
  )
  return failures.length === 0 ? 0 : 1
}

/** The long ones first, so that the short ones fill the gaps. */
function steps(): Step[] {
  return [
    node('lint', [
      'node_modules/eslint/bin/eslint.js',
      '--config',
      'build/eslint.config.js',
      '--max-warnings',
      '0',
      '.',
    ]),
    node('unit tests', [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'build/vitest.config.ts',
      '--reporter=dot',
      '--maxWorkers=100%', // by itself Vitest leaves one core idle, of two the half; in `npm test` those in Chromium take it
      '--project=node', // those in Chromium take too long for every commit; npm test runs them
    ]),
    ...typeProjects().map((project) =>
      node(`types: ${basename(project).split('.')[1]}`, [
        'node_modules/typescript/bin/tsc',
        ...['--project', project, '--pretty', 'false'],
        ...['--incremental', '--tsBuildInfoFile', join(cacheFolder, 'types', basename(project))],
      ]),
    ),
    node('format', [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      formatCache,
      '.',
    ]),
    { name: 'tree of folders', run: () => Promise.resolve(compareTree(repository).join('\n') || undefined) },
    {
      name: 'rows of bad input',
      run: () => Promise.resolve(compareRows(repository).complaints.join('\n') || undefined),
    },
  ]
}

const formatCache = join(cacheFolder, 'prettier.json')

/** One for each process; `base` is what they share, and `lint` is the linter's view of all of them together. */
function typeProjects(): string[] {
  return readdirSync(inRepository('build'))
    .filter((name) => /^tsconfig\.\w+\.json$/.test(name) && !/\.(base|lint)\./.test(name))
    .map((name) => `build/${name}`)
}

function node(name: string, words: readonly string[]): Step {
  return {
    name,
    async run() {
      if (!existsSync(inRepository(words[0] ?? ''))) return `${words[0]} is missing: run npm ci`
      const ran = await runProgram(process.execPath, words, {
        cwd: repository,
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      })
      return ran.code === 0 ? undefined : ran.output
    },
  }
}
