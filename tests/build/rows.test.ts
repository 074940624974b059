import { expect, test } from 'vitest'
import { idsTested, judge, rowsOf } from '../../build/rows.ts'

const table = `## Before
| X9 | elsewhere | no row |

## Bad inputs and faults: exact outcomes
| # | Input or fault | Outcome and text |
|---|---|---|
| U1 | empty | R |
| H10 | bomb | L |

## Decisions
| Y1 | elsewhere | no row |
`

test('the rows are those of the one table', () => {
  expect(rowsOf(table)).toEqual(['U1', 'H10'])
  expect(rowsOf(table.slice(0, table.indexOf('## Decisions')))).toEqual(['U1', 'H10'])
})

test('a title begins with its id or ids', () => {
  const quotes = ["'", '"', '`']
  for (const quote of quotes) {
    expect(idsTested(`test(${quote}U1: refuses${quote}, () => {})`)).toEqual(['U1'])
    expect(idsTested(`{ title: ${quote}H4: a redirect${quote}, path: '/' }`)).toEqual(['H4'])
  }
  expect(idsTested("])(\n  'I1, I2: says %s', () => {})")).toEqual(['I1', 'I2'])
  expect(idsTested("test('refuses U1: never', () => {}); const path = 'M1: x'")).toEqual([])
})

test('a row with a test is fine, one with a reason is listed, one with neither is complained of', () => {
  expect(judge(['U1', 'M1', 'G9'], new Set(['U1']), { M1: 'not built yet' })).toEqual({
    listed: ['M1   not built yet'],
    complaints: ['no test is named "G9: ...", and build/rows.ts gives no reason'],
  })
})

test('a reason goes when its row has a test, or is no row', () => {
  expect(judge(['U1'], new Set(['U1']), { U1: 'later', U7: 'later' }).complaints).toEqual([
    'U1 has a test now: its reason in build/rows.ts must go',
    'build/rows.ts has a reason for U7, which is no row of the table',
  ])
})

test('a test of no row, a row twice and no table at all are said', () => {
  expect(judge(['U1', 'U1'], new Set(['U1', 'U99']), {}).complaints).toEqual([
    'U1 is two rows of the table',
    'a test is named "U99: ...", which is no row',
  ])
  expect(judge([], new Set(), {}).complaints).toEqual(['ARCHITECTURE.md has no table under "Bad inputs and faults"'])
})
