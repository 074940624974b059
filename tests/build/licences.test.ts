import { describe, expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { isAllowed, licenceFaults, licencesAsText, shippedLicences, writeLicences } from '../../build/licences.ts'
import { packageJson } from '../../build/packageIdentity.ts'
import { inRepository } from '../../build/repository.ts'
import { licence } from '../../preload/licence.ts'

describe('what we ship', () => {
  const shipped = shippedLicences()

  it('is under licences that we may ship, all of it', () => {
    expect(licenceFaults(shipped)).toEqual([])
  })

  it('holds every production dependency and the engine, and no tool', () => {
    const names = shipped.map(({ name }) => name)
    const { dependencies } = packageJson() as unknown as { dependencies: Record<string, string> }
    expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'Electron', 'scheduler']))
    expect(names.filter((name) => /^(vite|vitest|electron-builder|typescript|@types\/.*)$/.test(name))).toEqual([])
  })

  it('comes with the text of each licence, whoever holds the rights named in it', () => {
    for (const { name, text } of shipped) expect(text, name).toMatch(/copyright/i)
    expect(Math.min(...shipped.map(({ text }) => text.length))).toBeGreaterThan(400)
  })

  it('comes with the terms of what a package holds of others: every file of them that is copied beside the app', () => {
    const texts = new Set(shipped.map(({ text }) => text))
    for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
      const from = inRepository('node_modules', 'pdfjs-dist', folder)
      // Of the decoders for colours only the one in WebAssembly has them, which is not copied.
      const files = readdirSync(from).filter((name) => name.startsWith('LICENSE') && !name.includes('QCMS'))
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) expect(texts, file).toContain(readFileSync(join(from, file), 'utf8').trim())
    }
  })

  it('names the author where a package forgot the text', () => {
    expect(shipped.find(({ name }) => name === 'react-remove-scroll-bar')?.text).toMatch(
      /^Copyright \(c\) Anton Korzunov/m,
    )
  })

  it('says where the terms of the engine are', () => {
    expect(shipped.find(({ name }) => name === 'Electron')?.text).toContain('LICENSES.chromium.html')
  })

  it('is written where the pages of the app can ask for it', async () => {
    const out = await mkdtemp(join(tmpdir(), 'licences-'))
    try {
      await writeLicences(out, shipped)
      const text = await readFile(join(out, 'renderer', 'licences.json'), 'utf8')
      expect(z.array(licence).parse(JSON.parse(text))).toEqual(shipped)
    } finally {
      await rm(out, { recursive: true })
    }
  })

  it('repeats no licence in the text for people', () => {
    const text = licencesAsText(shipped)
    for (const { name, version } of shipped) expect(text).toContain(`\n${name} ${version} (`)
    const ofInter = shipped.find(({ name }) => name.endsWith('/inter'))?.text.split('\n')[0] ?? ''
    expect(text.split(ofInter)).toHaveLength(2)
  })
})

describe('isAllowed', () => {
  it('takes one side of OR and needs both of AND', () => {
    expect(isAllowed('(MPL-2.0 OR GPL-3.0-only)', false)).toBe(true)
    expect(isAllowed('MIT AND GPL-3.0-only', false)).toBe(false)
    expect(isAllowed('(MIT AND (GPL-3.0-only OR Apache-2.0))', false)).toBe(true)
  })

  it('refuses what is not on the list and what it cannot read', () => {
    for (const expression of ['AGPL-3.0-or-later', 'UNLICENSED', '', 'SEE LICENSE IN x', 'MIT WITH x', 'MIT)'])
      expect(isAllowed(expression, false), expression).toBe(false)
  })

  it('takes the licence of typefaces for typefaces alone', () => {
    expect(isAllowed('OFL-1.1', true)).toBe(true)
    expect(isAllowed('OFL-1.1', false)).toBe(false)
  })
})
