// Runs one of the TypeScript programs of this folder: `node build/run.mjs start save URL` runs build/start.ts.
// Node 20 cannot read TypeScript, so Vite makes JavaScript of it first, once for each change; that is why this file is JavaScript.
import { createHash } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [, , program = '', ...args] = process.argv
const repository = fileURLToPath(new URL('..', import.meta.url))
const programs = join(repository, '.cache', 'programs')
const folder = join(programs, program)

if (!existsSync(join(repository, 'node_modules', 'vite'))) {
  process.stderr.write('offprint: the packages are missing; run npm ci first\n')
  process.exit(2)
}
if (!existsSync(join(repository, 'build', `${program}.ts`))) {
  process.stderr.write(`offprint: there is no build/${program}.ts\n`)
  process.exit(2)
}
if (!isFresh()) await translateAnew()
const { run } = await import(pathToFileURL(join(folder, `${program}.js`)).href)
process.exitCode = await run(args)

/** Whether every source file is as it was when it was translated. */
function isFresh() {
  const list = join(folder, 'sources.json')
  if (!existsSync(list)) return false
  const { sources, state } = JSON.parse(readFileSync(list, 'utf8'))
  return stateOf(sources) === state
}

/** What was read may be what stood there before: the next start translates again. */
function changedSince(instant, sources) {
  return sources.some((file) => statSync(join(repository, file), { throwIfNoEntry: false })?.mtimeMs >= instant)
}

function stateOf(sources) {
  const states = sources.map((file) => {
    const stat = statSync(join(repository, file), { throwIfNoEntry: false })
    return `${file} ${stat?.size} ${stat?.mtimeMs}`
  })
  return createHash('sha256').update(states.join('\n')).digest('hex')
}

async function translateAnew() {
  mkdirSync(programs, { recursive: true })
  const work = mkdtempSync(join(programs, 'new-'))
  try {
    await translate(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function translate(work) {
  const begun = Date.now()
  const { build } = await import('vite')
  const { NODE_ENV: environment } = process.env
  const sources = new Set(['build/run.mjs', 'package-lock.json'])
  const note = {
    name: 'note-sources',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        for (const id of chunk.moduleIds ?? []) if (id.startsWith(repository)) sources.add(id.slice(repository.length))
      }
    },
  }
  await build({
    configFile: false,
    root: repository,
    logLevel: 'error',
    publicDir: false,
    plugins: [note],
    build: {
      ssr: join(repository, 'build', `${program}.ts`),
      outDir: work,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  })
  // Vite leaves "production" behind, and a test would have another React on the first run than on those after it.
  if (environment === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = environment
  const list = [...sources]
  writeFileSync(join(work, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(
    join(work, 'sources.json'),
    JSON.stringify({ sources: list, state: changedSince(begun, list) ? '' : stateOf(list) }),
  )
  leaveToOwner([
    join(repository, '.cache'),
    programs,
    work,
    ...readdirSync(work, { recursive: true }).map((name) => join(work, name)),
  ])
  rmSync(folder, { recursive: true, force: true })
  try {
    renameSync(work, folder)
  } catch (error) {
    if (error.code !== 'ENOTEMPTY') throw error // another start translated the same at the same time
  }
}

/** Run as root in somebody's clone, we leave nothing behind that only root may change. */
function leaveToOwner(paths) {
  const { uid, gid } = statSync(repository)
  if (process.getuid?.() === 0 && uid !== 0) for (const path of paths) chownSync(path, uid, gid)
}
