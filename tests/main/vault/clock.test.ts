import { expect, test } from 'vitest'
import { clock as clockSchema } from '../../../preload/act.ts'
import { createClock } from '../../../main/vault/clock.ts'
import { randomFrom } from '../../random.ts'
import { seed } from '../../seed.ts'

const noon = Date.UTC(2026, 10, 22, 12)

test('G9: every clock is later than the one before, whatever the wall clock does', () => {
  const walls = [noon, noon, noon - 10 * 365 * 86_400_000, noon + 5, Date.UTC(2100, 0, 1), noon, -1, 8.64e15, noon]
  let wall = 0
  const clock = createClock(() => walls[Math.min(wall++, walls.length - 1)]!)
  const given = walls.map(() => clock.next())
  expect(given).toEqual([...given].sort())
  expect(new Set(given).size).toBe(given.length)
  for (const one of given) expect(clockSchema.safeParse(one).success, one).toBe(true)
  expect(given[0]).toBe('2026-11-22T12:00:00.000Z+0000')
  expect(given[1]).toBe('2026-11-22T12:00:00.000Z+0001')
})

test('a counter that is full goes on in the next millisecond', () => {
  const clock = createClock(() => noon)
  clock.saw('2026-11-22T12:00:00.000Z+fffe')
  expect([clock.next(), clock.next(), clock.next()]).toEqual([
    '2026-11-22T12:00:00.000Z+ffff',
    '2026-11-22T12:00:00.001Z+0000',
    '2026-11-22T12:00:00.001Z+0001',
  ])
})

test('what comes after another device has acted is later than that', () => {
  const clock = createClock(() => noon)
  clock.saw('2027-01-01T00:00:00.000Z+0009')
  expect(clock.next()).toBe('2027-01-01T00:00:00.000Z+000a')
  clock.saw('2026-01-01T00:00:00.000Z+0009')
  expect(clock.next()).toBe('2027-01-01T00:00:00.000Z+000b')
})

test('a clock that is no time, or the end of time, is not followed', () => {
  const clock = createClock(() => noon)
  clock.saw('9999-12-31T23:59:59.999Z+ffff')
  clock.saw('2026-99-99T99:99:99.999Z+0001')
  expect(clock.next()).toBe('2026-11-22T12:00:00.000Z+0000')
})

test(`order holds over any mix of giving and seeing (seed ${seed})`, () => {
  const random = randomFrom(seed)
  let wall = noon
  const clock = createClock(() => wall)
  let last = ''
  for (let n = 0; n < 20_000; n += 1) {
    wall += random.below(7) - 3
    if (random.below(4) === 0) {
      const seen = `${new Date(wall + random.below(9) - 4).toISOString()}+${random.below(0x10000).toString(16).padStart(4, '0')}`
      clock.saw(seen)
      if (seen > last) last = seen
    }
    const next = clock.next()
    if (next <= last) throw new Error(`${next} came after ${last}`)
    last = next
  }
  expect(clockSchema.safeParse(last).success).toBe(true)
})
