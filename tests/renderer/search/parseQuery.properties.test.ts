// What holds for all queries, tried on random ones. The seed is printed with each failure.
import { expect, test } from 'vitest'
import { parseQuery, type Query } from '../../../renderer/search/parseQuery.ts'
import { foldPhrase } from '../../../renderer/search/foldPhrase.ts'
import { operatorNames } from '../../../renderer/search/operators.ts'
import { quoted } from '../../../renderer/search/quotes.ts'
import { newSeed, randomFrom, type Random } from '../../random.ts'

const now = new Date(2026, 10, 22, 12)
const rounds = 1_500
const seed = newSeed()
console.log(`seed ${seed}`)

const words = ['lamp', 'harbour', 'été', '東京', '図書館', "l'eau", 'e-mail', 'MPU6050', 'x1', 'ОДИН', 'σίγμα', '42']
const goodOperators = [
  'tag:ports',
  'tag:"old towns"',
  'site:a.example',
  'author:moor',
  'is:unread',
  'has:pdf',
  'lang:de',
  'before:2024',
  'after:2w',
  'saved:2023..2024-06',
  'words:>2000',
  'words:500..2000',
  'in:title',
  'sort:newest',
]
const badOperators = ['is:happpy', 'foo:bar', 'words:many', 'before:someday', 'sort:sideways', 'has:wings', 'in:margin']

/** A query that can be meant, with balanced brackets. */
function good(random: Random, depth = 0): string {
  const parts = Array.from({ length: 1 + random.below(4) }, () => {
    const minus = random.below(5) === 0 ? '-' : ''
    switch (random.below(depth > 2 ? 5 : 6)) {
      case 0:
        return `${minus}"${random.pick(words)} ${random.pick(words)}"`
      case 1:
        return `${minus}${random.pick(goodOperators)}`
      case 2:
        return `${random.pick(words)} OR ${random.pick(words)}`
      case 3:
        return `${minus}${random.pick(words)}*`
      case 4:
        return `${minus}${random.pick(words)}`
      default:
        return `${minus}(${good(random, depth + 1)})`
    }
  })
  return parts.join(' ')
}

function each(visit: (random: Random, why: string) => void) {
  for (let round = 0; round < rounds; round++) visit(randomFrom(seed + round), `seed ${seed}, round ${round}`)
}

function meaning(text: string): Query {
  const parsed = parseQuery(text, { now })
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.failure)}`)
  return parsed.value
}

test('reads every query that can be meant, and each of its beginnings while it is typed', () => {
  each((random, why) => {
    const text = good(random)
    expect(parseQuery(text, { now }).ok, `${why}: ${text}`).toBe(true)
    const cut = text.slice(0, random.below(text.length + 1))
    expect(parseQuery(cut, { now, typing: true }).ok, `${why}: ${cut}`).toBe(true)
  })
})

test('means the same whatever the white space, the kind of quote or the case of an operator', () => {
  each((random, why) => {
    const text = good(random)
    const other = text
      .replaceAll(' ', random.pick(['  ', '\t', '\u3000', ' \n']))
      .replace(/"([^"]*)"/g, random.pick(['“$1”', '„$1“', '«$1»']))
      .replace(/\b([a-z]+):/g, (name) => (random.below(2) === 0 ? name.toUpperCase() : name))
    expect(meaning(other), `${why}: ${text} / ${other}`).toEqual(meaning(text))
  })
})

test('means the same in one more pair of brackets, and with brackets that close nothing', () => {
  each((random, why) => {
    const text = good(random)
    expect(meaning(`(${text})`), `${why}: ${text}`).toEqual(meaning(text))
    expect(meaning(`${text})`), `${why}: ${text}`).toEqual(meaning(text))
  })
})

test('points exactly at an operator that cannot be meant, wherever it stands', () => {
  each((random, why) => {
    const bad = random.pick(badOperators)
    const text = `${good(random)} ${bad} ${random.pick(words)}`
    const parsed = parseQuery(text, { now, typing: random.below(2) === 0 })
    if (parsed.ok || parsed.failure.code !== 'bad-query') throw new Error(`${why}: ${text}`)
    expect(text.slice(parsed.failure.position, parsed.failure.position + bad.length), `${why}: ${text}`).toBe(bad)
    expect(parsed.failure.message.length).toBeGreaterThan(10)
  })
})

test('suggests, for an operator with a typing error, one that can be meant', () => {
  each((random, why) => {
    const name = random.pick(operatorNames.filter((one) => one.length > 4))
    const at = 1 + random.below(name.length - 2)
    const mistyped = name.slice(0, at) + name.slice(at + 1)
    const parsed = parseQuery(`${mistyped}:2024 lamp`, { now })
    if (parsed.ok || parsed.failure.code !== 'bad-query') throw new Error(`${why}: ${mistyped}`)
    expect(operatorNames, `${why}: ${mistyped}`).toContain(parsed.failure.instead?.split(':')[0])
  })
})

test('finds in quotes exactly the tag that was put in quotes, whatever it is called', () => {
  each((random, why) => {
    const tag = Array.from({ length: 1 + random.below(8) }, () => random.pick([...'ab"”„«\\\\ ()-:']))
      .join('')
      .trim()
    if (tag === '') return
    const text = `${random.pick(words)} tag:${quoted(tag)} ${random.pick(words)}`
    const read = meaning(text)
    expect(read.kind === 'and' && read.of[1], `${why}: ${text}`).toEqual({
      kind: 'filter',
      filter: { kind: 'tag', tag: foldPhrase(tag), open: false },
    })
    const cut = text.slice(0, random.below(text.length + 1))
    expect(parseQuery(cut, { now, typing: true }).ok, `${why}: ${cut}`).toBe(true)
  })
})

test('survives any characters, and long texts in time', () => {
  each((random, why) => {
    const text = Array.from({ length: random.below(30) }, () => String.fromCharCode(random.below(65_536))).join('')
    for (const typing of [true, false]) {
      const parsed = parseQuery(text, { now, typing })
      expect(parsed.ok || parsed.failure.code === 'bad-query', why).toBe(true)
    }
  })
  for (const long of ['(', '"', '-', 'a OR ', 'tag:x ', '東', "l'"])
    expect(parseQuery(long.repeat(20_000)).ok).toBe(true)
})
