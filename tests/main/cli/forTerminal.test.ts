import { expect, it } from 'vitest'
import { forTerminal } from '../../../main/cli/forTerminal.ts'

const hostile = 'One\u001b]0;owned\u0007\u001b[2J\ttwo\r\nthree \u009b31m – four'

it('a terminal gets no orders from the text of a page', () => {
  expect(forTerminal(hostile, { isTTY: true })).toBe(
    'One\ufffd]0;owned\ufffd\ufffd[2J\ttwo\ufffd\nthree \ufffd31m – four',
  )
})

it('a file or a program gets the text as it is', () => {
  expect(forTerminal(hostile, {})).toBe(hostile)
})
