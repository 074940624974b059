import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('what is marked in a text is said of one element and not of each, which would be matched for every one in the window', () => {
  const folder = join(import.meta.dirname, '../../../renderer')
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
  const rules = sheets
    .map((sheet) => readFileSync(join(folder, sheet), 'utf8'))
    .filter((text) => text.includes('::highlight('))
  expect(rules.length).toBeGreaterThan(0)
  for (const text of rules) expect(text).not.toMatch(/(^|[\s,}])::highlight\(/m)
})
