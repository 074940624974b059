// The table of bad inputs and faults in ARCHITECTURE.md against the titles of the tests: a row is a test named by its id ("U1: ...").
// What is not built yet has its reason here. A row with neither fails `npm run check`, and so does a reason that its row has outlived.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rows that wait for what they are about, by id. Only ever shortened. */
export const reasons: Readonly<Record<string, string>> = {
  ...sameFor(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7'], 'belongs to imports, not built yet'),
  ...sameFor(['Z1', 'Z2', 'Z3'], 'belongs to imports of archives, not built yet'),
  ...sameFor(['Z4', 'Z5'], 'belongs to exports, not built yet'),
  G7: 'belongs to upgrades: there is no second release yet',
  G11: 'a sleep during a capture is tested (queue.test.ts); backups are not built yet',
}

export type Rows = {
  /** `M1  belongs to imports, not built yet` */
  readonly listed: readonly string[]
  /** What is off, as sentences; none when all is well. */
  readonly complaints: readonly string[]
}

export function compareRows(repository: string): Rows {
  const rows = rowsOf(readFileSync(join(repository, 'ARCHITECTURE.md'), 'utf8'))
  const tested = new Set(testFiles(join(repository, 'tests')).flatMap((file) => idsTested(readFileSync(file, 'utf8'))))
  return judge(rows, tested, reasons)
}

export function judge(
  rows: readonly string[],
  tested: ReadonlySet<string>,
  given: Readonly<Record<string, string>>,
): Rows {
  if (rows.length === 0)
    return { listed: [], complaints: ['ARCHITECTURE.md has no table under "Bad inputs and faults"'] }
  const untested = rows.filter((id) => !tested.has(id))
  const known = new Set(rows)
  return {
    listed: untested.flatMap((id) => (given[id] === undefined ? [] : [`${id.padEnd(4)} ${given[id]}`])),
    complaints: [
      ...rows.filter((id, at) => rows.indexOf(id) !== at).map((id) => `${id} is two rows of the table`),
      ...untested
        .filter((id) => given[id] === undefined)
        .map((id) => `no test is named "${id}: ...", and build/rows.ts gives no reason`),
      ...Object.keys(given)
        .filter((id) => tested.has(id))
        .map((id) => `${id} has a test now: its reason in build/rows.ts must go`),
      ...Object.keys(given)
        .filter((id) => !known.has(id))
        .map((id) => `build/rows.ts has a reason for ${id}, which is no row of the table`),
      ...[...tested].filter((id) => !known.has(id)).map((id) => `a test is named "${id}: ...", which is no row`),
    ],
  }
}

/** The ids of the table, in its order. */
export function rowsOf(architecture: string): string[] {
  const section = /^## Bad inputs and faults[^\n]*\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(architecture)?.[1] ?? ''
  return [...section.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, id = '']) => id)
}

/** Of titles such as 'U1: refuses ...' and 'I1, I2: says ...': the first argument of a call, or the `title` in a table of cases. */
export function idsTested(source: string): string[] {
  return [...source.matchAll(/(?:\(|\btitle:)\s*(['"`])([A-Z]\d+(?:, [A-Z]\d+)*): /g)].flatMap(([, , ids = '']) =>
    ids.split(', '),
  )
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testFiles(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function sameFor(ids: readonly string[], reason: string): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, reason]))
}
