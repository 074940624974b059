import { expect, it } from 'vitest'
import { describeFuses, missingFuses, parseFuses, wantedFuses, wrongFuses } from '../../build/fuses.ts'

const linux = { platform: 'linux', inspectable: false } as const

/** As it stands in a binary: the sentinel, the version, the length, a letter for each fuse. */
function binary(...wires: readonly string[]): Buffer {
  const parts = wires.map((wire) =>
    Buffer.concat([
      Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, wire.length]),
      Buffer.from(wire, 'latin1'),
      Buffer.alloc(9),
    ]),
  )
  return Buffer.concat([Buffer.from('ELF and so on'), ...parts])
}

it('wants nobody to make a Node, a debugger or another app of ours', () => {
  const wanted = wantedFuses(linux)
  expect(wanted.get('runAsNode')).toBe(false)
  expect(wanted.get('enableNodeOptionsEnvironmentVariable')).toBe(false)
  expect(wanted.get('enableNodeCliInspectArguments')).toBe(false)
  expect(wanted.get('enableCookieEncryption')).toBe(true)
  expect(wanted.get('onlyLoadAppFromAsar')).toBe(true)
  expect(wanted.get('grantFileProtocolExtraPrivileges')).toBe(false)
  expect(wanted.has('loadBrowserProcessSpecificV8Snapshot')).toBe(false)
})

it('wants the archive checked where the system keeps its hash', () => {
  expect(wantedFuses(linux).has('enableEmbeddedAsarIntegrityValidation')).toBe(false)
  expect(wantedFuses({ ...linux, platform: 'darwin' }).get('enableEmbeddedAsarIntegrityValidation')).toBe(true)
  expect(wantedFuses({ ...linux, platform: 'win32' }).get('enableEmbeddedAsarIntegrityValidation')).toBe(true)
})

it('leaves the inspector alone on in an inspectable copy', () => {
  const wanted = wantedFuses({ ...linux, inspectable: true })
  expect([...wanted].filter(([name, on]) => on !== wantedFuses(linux).get(name))).toEqual([
    ['enableNodeCliInspectArguments', true],
  ])
})

it('names the fuse that an older Electron does not have', () => {
  const wire = parseFuses(binary('1011000'))
  expect(missingFuses(wire, wantedFuses(linux))).toEqual(['grantFileProtocolExtraPrivileges'])
})

it('names every fuse that is not as wanted', () => {
  const wire = parseFuses(binary('1011000'))
  expect(wrongFuses(wire, wantedFuses(linux))).toEqual([
    'the fuse runAsNode is on and has to be off',
    'the fuse enableCookieEncryption is off and has to be on',
    'the fuse enableNodeOptionsEnvironmentVariable is on and has to be off',
    'the fuse enableNodeCliInspectArguments is on and has to be off',
    'the fuse onlyLoadAppFromAsar is off and has to be on',
  ])
  expect(wrongFuses(parseFuses(binary('01000100')), wantedFuses(linux))).toEqual([])
})

it('leaves fuses alone that a newer Electron has and we do not know', () => {
  const wire = parseFuses(binary('010001001'))
  expect(wrongFuses(wire, wantedFuses(linux))).toEqual([])
  expect(describeFuses(wire)).toContain('grantFileProtocolExtraPrivileges off, number 8 on')
})

it('counts a fuse that was taken out of Electron as not as wanted', () => {
  expect(wrongFuses(parseFuses(binary('r10001')), wantedFuses(linux))).toEqual([
    'the fuse runAsNode is removed and has to be off',
  ])
})

it('refuses a binary without fuses, with fuses of another make, or with two kinds of them', () => {
  expect(() => parseFuses(Buffer.from('nothing'))).toThrow('has no fuses')
  const other = binary('1011000')
  other[other.indexOf('sX') + 2] = 2
  expect(() => parseFuses(other)).toThrow('version 2')
  expect(() => parseFuses(binary('0100010', '1011000'))).toThrow('different fuses')
  expect(parseFuses(binary('0100010', '0100010'))).toHaveLength(7)
})
