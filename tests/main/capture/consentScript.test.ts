import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inRepository } from '../../../build/repository.ts'
import { createConsentScript } from '../../../main/capture/consentScript.ts'

const rules = readFileSync(
  inRepository('node_modules', '@duckduckgo', 'autoconsent', 'rules', 'compact-rules.json'),
  'utf8',
)

function scriptFor(url: string, isTop: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-consent-'))
  writeFileSync(join(folder, 'refuse.js'), 'var offprint_refuse')
  writeFileSync(join(folder, 'consentRules.json'), rules)
  return createConsentScript(folder)({ url, isTop })
}

test('a page is given a fraction of the rules: what holds everywhere, and what is written for its site', () => {
  const anywhere = scriptFor('https://news.example/a', true)
  const ofSite = scriptFor('https://www.bahn.de/', true)

  expect(anywhere).toMatch(/^var offprint_refuse\n;offprint_refuse\.begin\(\{.*\}\);0$/s)
  expect(anywhere.length).toBeLessThan(rules.length / 3)
  expect(anywhere).toContain('axeptio')
  expect(anywhere).not.toContain('bahn')
  expect(ofSite).toContain('bahn')
})

test('a frame is given the rules for frames alone', () => {
  const framed = scriptFor('https://cdn.privacy-mgmt.com/index.html', false)

  expect(framed.length).toBeLessThan(scriptFor('https://news.example/a', true).length / 3)
  expect(framed).toContain('piano')
})
