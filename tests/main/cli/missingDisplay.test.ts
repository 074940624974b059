import { expect, it } from 'vitest'
import { missingDisplay } from '../../../main/cli/missingDisplay.ts'

it('says what to do where Linux has no display', () => {
  expect(missingDisplay({}, 'linux')).toContain('xvfb-run offprint')
  expect(missingDisplay({ DISPLAY: '' }, 'linux')).toContain('xvfb-run offprint')
})

it('says nothing where there is one, or where none is needed', () => {
  expect(missingDisplay({ DISPLAY: ':0' }, 'linux')).toBeUndefined()
  expect(missingDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBeUndefined()
  expect(missingDisplay({}, 'darwin')).toBeUndefined()
})
