// `npm run audit`: whether our Electron is one that still gets security fixes, and has the latest of them. It asks the package registry and knows
// the date, so it belongs neither to `npm test` nor to `npm run check`. Exit 1 when something is due.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inRepository } from './repository.ts'
import { runProgram } from './runProgram.ts'
import { NotReady, orSayWhy } from './say.ts'

const supportedMajors = 3
const graceDays = 14

export function run(): Promise<number> {
  return orSayWhy(async () => {
    const own = z
      .object({ devDependencies: z.object({ electron: z.string() }) })
      .parse(JSON.parse(readFileSync(inRepository('package.json'), 'utf8'))).devDependencies.electron
    const complaints = electronComplaints(own, await releasedVersions(), new Date())
    const advisories = await runProgram('npm', ['audit', '--omit=dev'], { cwd: inRepository() })
    for (const line of complaints) process.stdout.write(`${line}\n`)
    process.stdout.write(advisories.output)
    if (complaints.length === 0) process.stdout.write(`Electron ${own} is current\n`)
    return complaints.length > 0 || advisories.code !== 0 ? 1 : 0
  })
}

/** Version -> when it was released. */
async function releasedVersions(): Promise<Readonly<Record<string, string>>> {
  const { code, output } = await runProgram('npm', ['view', 'electron', 'time', '--json', '--loglevel', 'silent'])
  if (code !== 0) throw new NotReady(`the versions of Electron could not be asked for: ${output.trim()}`)
  return z.record(z.string(), z.string()).parse(JSON.parse(output))
}

/** The rule: one of the latest three majors, and no patch of it that has been out for more than 14 days is missing. */
export function electronComplaints(own: string, released: Readonly<Record<string, string>>, now: Date): string[] {
  const stable = Object.keys(released)
    .filter((version) => /^\d+\.\d+\.\d+$/.test(version))
    .map((version) => ({ version, parts: version.split('.').map(Number) }))
  const [ownMajor = 0] = own.split('.').map(Number)
  const newestMajor = Math.max(...stable.map(({ parts }) => parts[0] ?? 0))
  if (ownMajor <= newestMajor - supportedMajors)
    return [`Electron ${own} gets no security fixes any more; ${newestMajor} is the latest`]
  const due = stable.filter(
    ({ version, parts }) =>
      parts[0] === ownMajor && isNewer(version, own) && daysSince(released[version] ?? '', now) > graceDays,
  )
  const latest = due.sort((a, b) => (isNewer(a.version, b.version) ? -1 : 1))[0]
  return latest ? [`Electron ${latest.version} has been out for more than ${graceDays} days; ours is ${own}`] : []
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}

function daysSince(instant: string, now: Date): number {
  return (now.getTime() - Date.parse(instant)) / 86_400_000
}
