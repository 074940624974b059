import { expect, test } from 'vitest'
import { callersFolder } from '../../build/callersFolder.ts'

test('relative paths count from where the person was, not from the clone that npm went to', () => {
  expect(callersFolder('dist', { npm_lifecycle_event: 'dist', INIT_CWD: '/home/ada' })).toBe('/home/ada')
})

test('what an npm further up has noted for another script is not believed', () => {
  expect(callersFolder('dist', { npm_lifecycle_event: 'test', INIT_CWD: '/home/ada' })).toBe(process.cwd())
})
