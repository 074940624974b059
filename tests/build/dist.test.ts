import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { controlFile } from '../../build/debianPackage.ts'
import { desktopEntry } from '../../build/desktopEntry.ts'
import { distChoice } from '../../build/dist.ts'
import { packageIdentity } from '../../build/packageIdentity.ts'
import { inRepository } from '../../build/repository.ts'
import { NotReady } from '../../build/say.ts'

const about = {
  name: 'offprint',
  productName: 'Offprint',
  version: '1.2.0-beta.1',
  description: 'Reads.',
  license: 'MIT',
  author: 'A <a@offprint.example>',
  homepage: 'https://offprint.example',
  type: 'module',
  main: 'main.cjs',
}
const packed = {
  folder: '',
  executable: '',
  linux: { synopsis: 'Keep', description: 'Keep it.' },
  schemes: ['offprint'],
}

describe('the name of a package', () => {
  it('is the plain one only for what may be published', () => {
    const identity = packageIdentity({ onTestRuntime: false, inspectable: false }, about)
    expect(identity).toEqual({ name: 'offprint', title: 'Offprint', version: '1.2.0-beta.1', faults: [] })
  })

  it('says that it is on the test runtime, or open to a debugger, and why that must not be published', () => {
    const identity = packageIdentity({ onTestRuntime: true, inspectable: true }, about)
    expect(identity.name).toBe('offprint-test-runtime-inspectable')
    expect(identity.title).toBe('Offprint (test runtime, inspectable)')
    expect(identity.faults).toHaveLength(2)
  })
})

describe('the control file', () => {
  const release = packageIdentity({ onTestRuntime: false, inspectable: false }, about)

  it('sorts a version before the release it leads to', () => {
    expect(controlFile({ packed, identity: release }, 10)).toContain('Version: 1.2.0~beta.1\n')
  })

  it('excludes every other kind of our packages, because they lie in the same place', () => {
    const conflicts = /^Conflicts: (.*)$/m.exec(controlFile({ packed, identity: release }, 10))?.[1]
    expect(conflicts?.split(', ').sort()).toEqual([
      'offprint-inspectable',
      'offprint-test-runtime',
      'offprint-test-runtime-inspectable',
    ])
  })

  it('warns in the description of a test package, and in no other', () => {
    const test = packageIdentity({ onTestRuntime: true, inspectable: false }, about)
    expect(controlFile({ packed, identity: test }, 10)).toMatch(/^ Never to be published: .*test runtime/m)
    expect(controlFile({ packed, identity: release }, 10)).not.toContain('published')
  })
})

describe('the menu entry', () => {
  const entry = {
    title: 'Offprint',
    comment: 'Keep',
    icon: 'offprint',
    category: 'Office',
    keywords: 'a;b;',
    translated: { 'Comment[de]': 'Behalten' },
    windowClass: 'offprint',
    schemes: ['offprint'],
  }

  it('takes links of our scheme, and none of them as an option', () => {
    const lines = desktopEntry(entry).split('\n')
    expect(lines).toContain('MimeType=x-scheme-handler/offprint;')
    expect(lines).toContain('Exec=offprint -- %U')
  })

  it('says in German, too, what we are for', () => {
    expect(desktopEntry(entry)).toContain('\nComment[de]=Behalten\n')
    expect(readFileSync(inRepository('electron-builder.yml'), 'utf8')).toMatch(/^ {6}Comment\[de\]: \S/m)
  })

  it('lets no value begin a field of its own', () => {
    const text = desktopEntry({ ...entry, comment: 'Keep\nExec=evil' })
    expect(text.split('\n').filter((line) => line.startsWith('Exec='))).toEqual(['Exec=offprint -- %U'])
  })
})

it('an AppImage keeps its sandbox and takes no link for a switch: electron-builder would start it with --no-sandbox', () => {
  expect(readFileSync(inRepository('electron-builder.yml'), 'utf8')).toMatch(/^ {2}executableArgs: \['--'\]$/m)
})

describe('the words of npm run dist', () => {
  it('are targets in any case, and options', () => {
    expect(distChoice(['DEB', 'tar.gz', '--fast', '--output', '/a/b'])).toEqual({
      targets: ['deb', 'tar.gz'],
      output: '/a/b',
      fast: true,
      inspectable: false,
    })
  })

  it('mean every target when there are none', () => {
    expect(distChoice([]).targets).toBeUndefined()
  })

  it('are refused when unknown', () => {
    expect(() => distChoice(['rpm'])).toThrow(NotReady)
    expect(() => distChoice(['--output'])).toThrow(NotReady)
  })
})
