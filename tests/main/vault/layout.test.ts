import { expect, test } from 'vitest'
import {
  actsPath,
  blobPath,
  jobPath,
  kindOf,
  markPath,
  onDisk,
  readmePath,
  rulePath,
  unfinishedName,
  versionPath,
  versionParts,
} from '../../../main/vault/layout.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
import { device } from './sample.ts'

const article = '01KA0000000000000000000XYZ'
const version = '01KA0000000000000000000ABC'
const blob = `${'0123456789abcdef'.repeat(4)}.png`

test('every path is known again by what it is', () => {
  expect(versionParts.map((part) => kindOf(versionPath(article, version, part)))).toEqual(
    versionParts.map((part) => ({ kind: 'version', article, version, part })),
  )
  expect(kindOf(blobPath(blob))).toEqual({ kind: 'blob', name: blob })
  expect(kindOf(actsPath(device, '2026-11'))).toEqual({ kind: 'acts', device, month: '2026-11' })
  expect(kindOf(rulePath(device, 'a.example'))).toEqual({ kind: 'rule', device, site: 'a.example' })
  expect(kindOf(jobPath(device, version))).toEqual({ kind: 'job', device, id: version })
  expect(kindOf(markPath)).toEqual({ kind: 'mark' })
  expect(kindOf(readmePath)).toEqual({ kind: 'readme' })
  expect(kindOf(`blobs/ab/${unfinishedName(device, '0a1b')}`)).toEqual({ kind: 'unfinished', device })
})

test('the layout is the one that is written down', () => {
  expect(versionPath(article, version, 'page.html.gz')).toBe(`articles/YZ/${article}/${version}.page.html.gz`)
  expect(blobPath(blob)).toBe(`blobs/ef/${blob}`)
  expect(onDisk('/root', blobPath(blob)).replaceAll('\\', '/')).toBe(`/root/blobs/ef/${blob}`)
})

test('whatever is no name of ours is strange', () => {
  for (const path of [
    `articles/AA/${article}/${version}.json`,
    `articles/YZ/${article}/${version}.html`,
    `articles/YZ/${article}/deeper/${version}.json`,
    `articles/YZ/${version}.json`,
    `blobs/00/${blob}`,
    `blobs/${blob}`,
    `acts/${device}/2026-13.jsonl`,
    `acts/${device}/2026-11.jsonl.bak`,
    `acts/${device}/2026-111.jsonl`,
    `acts/${device}/2026-11 ${'(copy) '.repeat(30)}.jsonl`,
    `acts/${device}/deeper/2026-11 (conflict).jsonl`,
    `acts/UPPERCASE1/2026-11.jsonl`,
    `rules/${device}/a.example.txt.bak`,
    `rules/${device}/..txt`,
    'rules/a.example.txt',
    `inbox/${version}.json`,
    'offprint (1).json',
    '.DS_Store',
    '',
  ])
    expect(kindOf(path), path).toEqual({ kind: 'strange' })
})

test('a file of acts that a sync program has put aside is known as one', () => {
  expect(kindOf(`acts/${device}/2026-11 (conflict).jsonl`)).toEqual({ kind: 'acts-copy', device })
})

test('a name that would lead elsewhere is refused', () => {
  expect(() => versionPath('../../../../etc', version, 'json')).toThrow()
  expect(() => rulePath(device, '../offprint')).toThrow()
  expect(() => versionPath(article, '../x', 'json')).toThrow()
  expect(() => blobPath('../../x.png')).toThrow()
  expect(() => actsPath('../escape/', '2026-11')).toThrow()
  expect(() => jobPath(device, '..')).toThrow()
})

test('ids made one after the other sort in that order', () => {
  const ids = Array.from({ length: 5_000 }, newUlid)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id))).toBe(true)
})
