// `npm run dev`: the app, built and started anew whenever a source changes. Words after it are the app's.
import { spawn } from 'node:child_process'
import { bundle, BundleFailed } from './bundle.ts'
import { changesOf } from './changesOf.ts'
import { inRepository } from './repository.ts'
import { say } from './say.ts'

const sources = ['main', 'preload', 'renderer'] as const

export async function run(args: readonly string[]): Promise<number> {
  const changes = changesOf(sources.map((name) => inRepository(name)))
  for (;;) {
    changes.forget()
    if (!(await builds())) {
      await changes.next()
      continue
    }
    const app = spawn(process.execPath, [inRepository('build', 'run.mjs'), 'start', ...args], { stdio: 'inherit' })
    const ended = new Promise<number>((resolve) => app.once('exit', (code) => resolve(code ?? 1)))
    const code = await Promise.race([ended, changes.next()])
    if (typeof code === 'number') {
      changes.stop()
      return code // closed by the person
    }
    app.kill('SIGTERM')
    await ended
  }
}

async function builds(): Promise<boolean> {
  try {
    await bundle()
    return true
  } catch (error) {
    if (!(error instanceof BundleFailed)) throw error
    say(error.message)
    return false
  }
}
