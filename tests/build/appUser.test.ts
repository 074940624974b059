import { expect, test } from 'vitest'
import { passwordEntries } from '../../build/appUser.ts'

test('reads the users of the system and passes over lines that are none', () => {
  const text = 'root:x:0:0:root:/root:/bin/bash\n\n# a remark\nreader:x:997:996::/var/lib/reader:/usr/sbin/nologin\n'

  expect(passwordEntries(text)).toEqual([
    { name: 'root', uid: 0, gid: 0, home: '/root' },
    { name: 'reader', uid: 997, gid: 996, home: '/var/lib/reader' },
  ])
})
