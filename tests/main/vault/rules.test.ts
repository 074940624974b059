import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allActs, device, newFolder, opened, value } from './sample.ts'

test("a site's rule is an act, and a text file to read and to hand on", async () => {
  const root = newFolder()
  const vault = await opened(root)
  const file = join(root, 'rules', device, 'a.example.txt')
  value(await vault.append([{ act: 'rule-made', site: 'a.example', rule: 'remove aside\n' }]))
  expect(readFileSync(file, 'utf8')).toBe('remove aside\n')
  expect(await vault.verify()).toMatchObject({ damaged: [], strange: [] })

  value(await vault.append([{ act: 'rule-made', site: 'a.example', rule: '' }]))
  expect(existsSync(file)).toBe(false)
  expect((await allActs(vault)).map((act) => act.act)).toEqual(['rule-made', 'rule-made'])
})

test.each(['../../x', 'aux.example', 'con', `${'a'.repeat(250)}.b`])(
  'a site that is no name of a file on every system has its rule in the acts alone: %.20s',
  async (site) => {
    const root = newFolder()
    const vault = await opened(root)
    value(await vault.append([{ act: 'rule-made', site, rule: 'remove aside' }]))
    expect(existsSync(join(root, 'rules'))).toBe(false)
    expect(await allActs(vault)).toMatchObject([{ act: 'rule-made', site }])
  },
)
