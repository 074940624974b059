import { expect, it } from 'vitest'
import { readIntake } from '../../main/intake.ts'

it('saves a plain address at once', () => {
  expect(readIntake('https://a.example/x')).toEqual({
    ok: true,
    value: { kind: 'save', urls: ['https://a.example/x'] },
  })
})

it('K3: asks before it saves what a link of a web page offers, whatever the link says about asking', () => {
  expect(readIntake('offprint://save?url=https%3A%2F%2Fa.example%2F&confirm=0')).toEqual({
    ok: true,
    value: { kind: 'ask', url: 'https://a.example/' },
  })
})

it.each([
  ['offprint://save'],
  ['offprint://save?url='],
  ['offprint://save?url=https://a.example/&url=https://b.example/'],
  ['offprint://delete?url=https://a.example/'],
  [`offprint://save?url=https://a.example/${'x'.repeat(100_000)}`],
])('K1: cannot use the link %.60s', (link) => {
  expect(readIntake(link)).toEqual({ ok: false, failure: { code: 'link-unusable' } })
})

it('K4: takes a link that looks like switches as one address', () => {
  const link = 'offprint://save?url=https://a.example/%20--inspect%22%0A%00'
  const read = readIntake(link)
  expect(read).toEqual({ ok: true, value: { kind: 'ask', url: 'https://a.example/ --inspect"\n\0' } })
})
