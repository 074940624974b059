import { expect, test } from 'vitest'
import { parseQuery, type Query } from '../../../renderer/search/parseQuery.ts'
import { newSeed, randomFrom } from '../../random.ts'

const now = new Date(2026, 10, 22, 12)

test.each([
  ['', 'everything'],
  ['   ', 'everything'],
  ['lantern', 'lantern'],
  ['Harbour LANTERN', '(harbour & lantern)'],
  ['"old harbour"', '[old harbour]'],
  ['“old harbour”', '[old harbour]'],
  ['harb*', 'harb*'],
  ['*arbou*', '*arbou*'],
  ['lantern OR lamp', '(lantern | lamp)'],
  ['lantern AND lamp', '(lantern & lamp)'],
  ['red lantern OR lamp', '(red & (lantern | lamp))'],
  ['(red lantern) OR lamp', '((red & lantern) | lamp)'],
  ['a OR b OR c', '(a | b | c)'],
  ['lantern -lamp', '(lantern & !lamp)'],
  ['-"old harbour"', '![old harbour]'],
  ['-(a OR b)', '!(a | b)'],
  ["reader's", '[reader s]'],
  ['state-of-the-art', '[state of the art]'],
  ['3.14', '[3 14]'],
  ['Harbours: a history', '(harbours & a & history)'],
  ['https://a.example/page', '[https a example page]'],
  ['東京', '[東 京]'],
  ['Crème', 'creme'],
  ['— … !', 'everything'],
  ['🚢 lantern', 'lantern'],
  ['OR lantern OR', 'lantern'],
  ['(lantern', 'lantern'],
  ['lantern) lamp', '(lantern & lamp)'],
  ['() lantern', 'lantern'],
  ['"old harbour', '[old harbour]'],
  ['""', 'everything'],
  ['-', 'everything'],
  ['*', 'everything'],
  ['tag:ports', '{tag ports}'],
  ['tag:"old towns" lantern', '({tag old towns} & lantern)'],
  ['tag:"he said \\"no\\"" lantern', '({tag he said "no"} & lantern)'],
  ['tag:"he said \\“no\\”"', '{tag he said “no”}'],
  ['tag:"back\\\\slash\\\\"', '{tag back\\slash\\}'],
  ['tag:"c:\\ports"', '{tag c:\\ports}'],
  ['tag:c:\\ports', '{tag c:\\ports}'],
  ['"he said \\"no\\" to" me', '([he said no to] & me)'],
  ['-tag:ports', '!{tag ports}'],
  ['TAG:Ports', '{tag ports}'],
  ['site:www.a.example', '{site a.example}'],
  ['is:unread', '{is unread}'],
  ['in:title lantern', 'title:lantern'],
  ['(in:title lantern) lamp', '(title:lantern & lamp)'],
  ['words:>2000', '{words 2001..Infinity}'],
  ['words:500..2000', '{words 500..2000}'],
  ['before:2024-03', '{published ..2024-03-01}'],
  ['after:2024', '{published 2025-01-01..~}'],
  ['saved:2024-12', '{saved 2024-12-01..2025-01-01}'],
  ['saved:2024-02-29', '{saved 2024-02-29..2024-03-01}'],
  ['saved:2w', '{saved 2026-11-08..~}'],
  ['saved:today', '{saved 2026-11-22..~}'],
  ['saved:yesterday', '{saved 2026-11-21..2026-11-22}'],
  ['after:1m', '{published 2026-10-23..~}'],
  ['sort:oldest lamp', '({sort oldest} & lamp)'],
  ['is:favorite', '{is favourite}'],
  ['e-mail', '([e mail] | email)'],
  ["l'école", '([l ecole] | ecole)'],
  ['d’arc-en-ciel', '([d arc en ciel] | [arc en ciel])'],
  ["don't", '([don t] | dont)'],
  ['京都の図書館', '([京 都 の 図 書 館] | ([京 都] & [図 書 館]))'],
  ['"京都の図書館"', '[京 都 の 図 書 館]'],
  ['図書館', '[図 書 館]'],
  ['saved:2023..2024-06', '{saved 2023-01-01..2024-07-01}'],
])('understands %s', (text, meant) => {
  expect(show(parsed(text))).toBe(meant)
})

test.each([
  ['lantern foo:bar', 8, 'There is no operator foo:.'],
  ['sit:a.example', 0, 'There is no operator sit:; site: is one.'],
  ['is:happy', 0, 'is: knows inbox, later, archived, unread, favourite, highlighted and trashed.'],
  ['in:margin x', 0, 'in: knows title, text and notes.'],
  ['words:many', 0, 'words: needs a number'],
  ['lamp before:someday', 5, 'before: needs a date'],
  ['saved:2023-02-29', 0, 'saved: needs a date'],
  ['before:2024-13', 0, 'before: needs a date'],
  ['tga:ports', 0, 'There is no operator tga:; tag: is one.'],
  ['is:arhived', 0, 'Did you mean archived?'],
  ['sort:new', 0, 'Did you mean newest?'],
  ['lantern tag:', 8, 'tag: needs a value.'],
  ['🚢', 0, 'Emoji are searched for in tags only.'],
  [' "🇮🇹 👨‍👩‍👧"', 1, 'Emoji are searched for in tags only.'],
])('points at what cannot be meant: %s', (text, position, message) => {
  const result = parseQuery(text, { now })
  expect(result).toMatchObject({
    ok: false,
    failure: { code: 'bad-query', position, message: expect.stringContaining(message) },
  })
})

test.each([
  ['lantern har', '(lantern & har*)'],
  ['lantern ', 'lantern'],
  ['"old har', '[old har*]'],
  ['"old har"', '[old har]'],
  ['lantern tag:', 'lantern'],
  ['lantern ta:x', 'lantern'],
  ['lantern is:unr', 'lantern'],
  ['lantern before:20', 'lantern'],
  ['lantern -', 'lantern'],
  ['lantern (', 'lantern'],
  ['lantern O', '(lantern & o*)'],
  ['lantern OR', 'lantern'],
  ['lantern -har', '(lantern & !har)'],
  ['lantern -har*', '(lantern & !har*)'],
  ['lantern *har', '(lantern & *har*)'],
])('is patient with what is still being typed: %s', (text, meant) => {
  const result = parseQuery(text, { typing: true, now })
  expect(result.ok && show(result.value)).toBe(meant)
})

test('points at a bad operator as soon as the typing has gone on', () => {
  expect(parseQuery('foo:bar lantern', { typing: true, now })).toMatchObject({ ok: false, failure: { position: 0 } })
})

test('answers any text, and while typing never with a failure for its end alone', () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const pieces = [
    '(',
    ')',
    '"',
    '-',
    '*',
    ' ',
    'OR',
    'AND',
    'tag:',
    'is:',
    'in:title',
    'lamp',
    'é',
    '東京',
    ':',
    '/',
    '\u0000',
    '\ud800',
    '“',
    '2024',
    '..',
    '>',
  ]
  for (let round = 0; round < 5_000; round++) {
    const text = Array.from({ length: random.below(12) }, () => random.pick(pieces)).join('')
    for (const typing of [true, false]) {
      const result = parseQuery(text, { typing, now })
      if (!result.ok)
        expect(result.failure, `seed ${seed}: ${JSON.stringify(text)}`).toMatchObject({
          code: 'bad-query',
          position: expect.any(Number),
        })
    }
  }
})

function parsed(text: string): Query {
  const result = parseQuery(text, { now })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function show(query: Query): string {
  switch (query.kind) {
    case 'all':
      return 'everything'
    case 'words': {
      const last = query.last === 'whole' ? '' : '*'
      const text = `${query.last === 'inside' ? '*' : ''}${query.terms.join(' ')}${last}`
      return (query.field ? `${query.field}:` : '') + (query.terms.length > 1 ? `[${text}]` : text)
    }
    case 'sort':
      return `{sort ${query.order}}`
    case 'not':
      return `!${show(query.of)}`
    case 'and':
      return `(${query.of.map(show).join(' & ')})`
    case 'or':
      return `(${query.of.map(show).join(' | ')})`
    case 'filter': {
      const { filter } = query
      switch (filter.kind) {
        case 'tag':
          return `{tag ${filter.tag}}`
        case 'site':
          return `{site ${filter.site}}`
        case 'is':
          return `{is ${filter.state}}`
        case 'words':
          return `{words ${filter.range.from}..${filter.range.to}}`
        case 'saved':
        case 'published':
          return `{${filter.kind} ${filter.days.from}..${filter.days.to}}`
        default:
          return `{${filter.kind}}`
      }
    }
  }
}
