import { expect, test } from 'vitest'
import { notFoundIn } from '../../build/systemLibraries.ts'

test('names each library once that the dynamic linker cannot find', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibnss3.so => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => not found',
  ].join('\n')

  expect(notFoundIn(output)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  expect(notFoundIn('\tstatically linked\n')).toEqual([])
})
