import { Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, expect, test } from 'vitest'
import { importArrows } from '../../build/importArrows.js'

/** What the rule says about this code in that file. */
function complaints(file: string, code: string): string[] {
  const linter = new Linter({ cwd: '/repository' })
  const config: Linter.Config = {
    files: ['**/*.{ts,tsx}'],
    plugins: { offprint: { rules: { arrows: importArrows } } },
    languageOptions: { parser },
    rules: { 'offprint/arrows': 'error' },
  }
  return linter.verify(code, [config], `/repository/${file}`).map(({ message }) => message)
}

describe('an import', () => {
  test.each([
    ['renderer/extract/a.ts', '../library/articles.ts'],
    ['renderer/library/a.ts', '../search/client.ts'],
    ['renderer/search/a.ts', '../list/List.tsx'],
    ['renderer/search/a.ts', '../app/commands.ts'],
    ['renderer/ui/a.tsx', '../library/articles.ts'],
    ['renderer/ui/a.tsx', '../../preload/article.ts'],
    ['renderer/app/a.ts', '../reader/Reader.tsx'],
    ['renderer/main.tsx', '../main/log.ts'],
    ['main/log.ts', '../renderer/extract/text.ts'],
    ['main/vault/a.ts', '../capture/queue.ts'],
    ['preload/a.ts', '../main/log.ts'],
    ['preload/a.ts', '../renderer/extract/text.ts'],
  ])('from %s to %s is refused', (file, target) => {
    expect(complaints(file, `import { a } from '${target}'`)).toHaveLength(1)
    expect(complaints(file, `import type { A } from '${target}'`)).toHaveLength(1)
    expect(complaints(file, `const a = import('${target}')`)).toHaveLength(1)
  })

  test.each([
    ['renderer/extract/a.ts', './text.ts'],
    ['renderer/library/a.ts', '../extract/sanitise.ts'],
    ['renderer/search/a.ts', '../library/database.ts'],
    ['renderer/list/a.tsx', '../search/client.ts'],
    ['renderer/list/a.tsx', '../ui/Button.tsx'],
    ['renderer/main.tsx', './reader/Reader.tsx'],
    ['main/cli/a.ts', '../../preload/failure.ts'],
    ['tests/e2e/a.ts', '../../build/appUser.ts'],
  ])('from %s to %s is right', (file, target) => {
    expect(complaints(file, `import { a } from '${target}'`)).toEqual([])
  })

  test('without its ending is refused', () => {
    expect(complaints('main/a.ts', "import { a } from './log'")).toHaveLength(1)
  })
})

test.each(['react', 'react-dom/client', 'radix-ui', '@tanstack/react-virtual'])(
  'keeps %s out of the library',
  (name) => {
    expect(complaints('renderer/library/a.ts', `import { a } from '${name}'`)).toHaveLength(1)
    expect(complaints('renderer/list/a.tsx', `import { a } from '${name}'`)).toEqual([])
  },
)

test('keeps the channels of Electron in the three files that may use them', () => {
  expect(complaints('main/windows.ts', "import { ipcMain } from 'electron'")).toHaveLength(1)
  expect(complaints('main/ipc.ts', "import { ipcMain } from 'electron'")).toEqual([])
  expect(complaints('preload/bridge.ts', "import { ipcRenderer } from 'electron'")).toEqual([])
  expect(complaints('preload/contract.ts', "import { ipcRenderer } from 'electron'")).not.toEqual([])
  expect(complaints('renderer/app/a.ts', "import { shell } from 'electron'")).toHaveLength(1)
})

test('keeps Node out of the renderer and the contract', () => {
  expect(complaints('renderer/app/a.ts', "import { join } from 'node:path'")).toHaveLength(1)
  expect(complaints('preload/article.ts', "import { join } from 'node:path'")).toHaveLength(1)
})

test('refuses barrels', () => {
  expect(complaints('main/a.ts', "export * from './log.ts'")).toHaveLength(1)
  expect(complaints('main/a.ts', "export { log } from './log.ts'")).toHaveLength(1)
})
