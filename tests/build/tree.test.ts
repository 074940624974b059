import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareTree, longestFiles } from '../../build/tree.ts'

let repository: string

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'offprint-tree-'))
})
afterEach(() => rmSync(repository, { recursive: true }))

const folders = (...paths: readonly string[]) => {
  for (const path of paths) mkdirSync(join(repository, path), { recursive: true })
}
const draw = (...lines: readonly string[]) =>
  writeFileSync(
    join(repository, 'ARCHITECTURE.md'),
    `# Architecture\n\n\`\`\`text\na picture/\n\`\`\`\n\n\`\`\`tree\n${lines.join('\n')}\n\`\`\`\n\n\`\`\`\nother/\n\`\`\`\n`,
  )

const drawing = [
  'package.json           scripts: dev, check (see build/)',
  '',
  'main/                  whatever touches the disk/',
  '  main.ts              the entry',
  '  capture/             URL -> Snapshot',
  '    queue.ts           what runs next',
  '  vault/               files on disk',
  'renderer/              what a person sees',
  '  index.html main.tsx  the window',
  '  sidebar/ list/       a folder per region',
  'tests/',
  '  main/ renderer/      mirror the source',
  '  pages/<slug>/        source.html',
]

test('says nothing when the drawing and the folders agree', () => {
  draw(...drawing)
  folders(
    'main/capture',
    'main/vault',
    'renderer/sidebar',
    'renderer/list',
    'tests/main/deep',
    'tests/renderer',
    'tests/pages/one',
  )

  expect(compareTree(repository)).toEqual([])
})

test('names what is drawn and does not exist, and what exists and is not drawn', () => {
  draw(...drawing)
  folders(
    'main/capture/page',
    'main/vault',
    'renderer/sidebar',
    'renderer/helpers',
    'tests/main',
    'tests/renderer',
    'tests/pages',
    'lib',
  )

  expect(compareTree(repository)).toEqual([
    'lib/ exists, and ARCHITECTURE.md does not name it',
    'main/capture/page/ exists, and ARCHITECTURE.md does not name it',
    'renderer/helpers/ exists, and ARCHITECTURE.md does not name it',
    'ARCHITECTURE.md names renderer/list/, which does not exist',
  ])
})

test('leaves a folder free inside when nothing is drawn inside it or when its line says that others follow', () => {
  draw('main/', '  capture/ ...  and so on', 'tests/   free')
  folders('main/capture', 'main/other', 'tests/anything/at/all')

  expect(compareTree(repository)).toEqual([])
})

test('does not look at what git ignores or at hidden folders', () => {
  draw('main/')
  folders('main', 'node_modules/x', 'out', 'dist', '.cache', '.git', 'test-results')

  expect(compareTree(repository)).toEqual([])
})

test('says so when there is no drawing', () => {
  expect(compareTree(repository)).toHaveLength(1)
})

test('lists the longest sources first', () => {
  folders('main', 'tests/pages/x')
  writeFileSync(join(repository, 'main', 'long.ts'), 'a\n'.repeat(30))
  writeFileSync(join(repository, 'main', 'short.ts'), 'a\n')
  writeFileSync(join(repository, 'tests', 'pages', 'x', 'data.ts'), 'a\n'.repeat(99))

  expect(longestFiles(repository, 1)).toEqual([{ path: 'main/long.ts', lines: 30 }])
})
