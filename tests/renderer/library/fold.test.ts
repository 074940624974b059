import { expect, test } from 'vitest'
import type { Act, ActBody } from '../../../preload/act.ts'
import {
  canonicalUrlOf,
  foldAct,
  idsOf,
  mergeStates,
  shownVersion,
  trashedAt,
  type State,
} from '../../../renderer/library/fold.ts'
import { newSeed, randomFrom } from '../../random.ts'
import { randomBody, someIds } from './randomBody.ts'

const [id, other] = someIds as [string, string]
const [v1, v2, v3, v4] = [
  '01KA0000000000000000000V01',
  '01KA0000000000000000000V02',
  '01KA0000000000000000000V03',
  '01KA0000000000000000000V04',
] as const

test('gives the same state in any order and with any repetition', () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  for (let round = 0; round < 200; round++) {
    const acts = stamped(Array.from({ length: 1 + random.below(60) }, () => randomBody(random)))
    const again = [...acts, ...acts.filter(() => random.below(3) === 0)]
    expect(foldAll(random.shuffle(again)), `seed ${seed}, round ${round}`).toEqual(foldAll(acts))
  }
})

test('merges ids of one address in any order', () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  for (let round = 0; round < 200; round++) {
    const states = [...foldAll(stamped(Array.from({ length: 50 }, () => randomBody(random)))).values()]
    expect(mergeStates(random.shuffle(states)), `seed ${seed}, round ${round}`).toEqual(mergeStates(states))
  }
})

test('lets the later of two acts on one field win, whichever is read first', () => {
  const acts = stamped([
    saved(id, v1),
    { act: 'moved', article: id, place: 'archive' },
    { act: 'moved', article: id, place: 'later' },
  ])
  expect(foldAll([...acts].reverse()).get(id)?.place?.value).toBe('later')
})

test('settles equal clocks by device', () => {
  const clock = '2026-01-01T00:00:01.000Z+0000'
  const a: Act = { act: 'favourited', article: id, favourite: true, clock, device: 'aaaaaaaaaa' }
  const b: Act = { act: 'favourited', article: id, favourite: false, clock, device: 'bbbbbbbbbb' }
  expect(foldAll([b, a]).get(id)?.favourite?.value).toBe(false)
})

test('keeps tags apart as fields of their own', () => {
  const acts = stamped([
    saved(id, v1),
    { act: 'tagged', article: id, tag: 'harbours' },
    { act: 'tagged', article: id, tag: '__proto__' },
    { act: 'untagged', article: id, tag: 'harbours' },
  ])
  const tags = foldAll(acts).get(id)?.tags ?? {}
  expect(Object.entries(tags).map(([tag, field]) => [tag, field.value])).toEqual([
    ['harbours', false],
    ['__proto__', true],
  ])
})

test('knows nothing more of a purged article, whatever was done to it on another device later', () => {
  const acts = stamped([saved(id, v1), { act: 'purged', article: id, also: [other] }, saved(id, v2), saved(other, v3)])
  const states = foldAll(acts)
  expect(mergeStates([...states.values()])).toBeUndefined()
  expect(states.get(other)).toEqual({ id: other, purged: true, saves: {}, tags: {}, highlights: {}, corrected: {} })
})

test('folds two ids with one address into the older, with the latest of every field', () => {
  const acts = stamped([
    saved(other, v2),
    { act: 'tagged', article: other, tag: 'ports' },
    { act: 'moved', article: other, place: 'later' },
    saved(id, v1),
    { act: 'moved', article: id, place: 'archive' },
  ])
  const merged = mergeStates([...foldAll(acts).values()])
  expect(merged?.id).toBe(id)
  expect([merged?.place?.value, Object.keys(merged?.tags ?? {}), Object.keys(merged?.saves ?? {}).sort()]).toEqual([
    'archive',
    ['ports'],
    [v1, v2],
  ])
})

test('goes by the address of the latest save', () => {
  const acts = stamped([
    saved(id, v1, { canonicalUrl: 'https://a.example/old' }),
    saved(id, v2, { canonicalUrl: 'https://a.example/new' }),
  ])
  expect(canonicalUrlOf(foldAll([...acts].reverse()).get(id)!)).toBe('https://a.example/new')
})

test('keeps what is good over a page to sign in on that a device has saved which did not know of it', () => {
  const good = { verdict: 'complete', words: 900, images: 2 } as const
  const acts = stamped([
    saved(id, v1, { worth: good }),
    saved(other, v2, { worth: { verdict: 'wall', words: 60 } }),
    saved(other, v3, { worth: { verdict: 'partial', words: 400, images: 0 } }),
  ])
  const merged = () => mergeStates([...foldAll([...acts].reverse()).values()])!
  expect(shownVersion(merged())).toBe(v1)
  acts.push(...stamped([...acts, saved(other, v4, { worth: { ...good, words: 850 } })]).slice(acts.length))
  expect(shownVersion(merged())).toBe(v4)
})

test('shows what was chosen although it is shorter: it does not say what it is worth', () => {
  const acts = stamped([saved(id, v1, { worth: { verdict: 'complete', words: 900 } }), saved(id, v2)])
  expect(shownVersion(foldAll(acts).get(id)!)).toBe(v2)
})

test('is not in the Trash when it was saved anew after that, on a device that did not know of it', () => {
  const inTrash = stamped([saved(id, v1), { act: 'trashed', article: id }])
  expect(trashedAt(foldAll(inTrash).get(id)!)).toBe(inTrash[1]!.clock.slice(0, 24))
  const anew = stamped([
    saved(id, v1),
    { act: 'trashed', article: id },
    saved(other, v2, { savedAt: '2026-01-01T00:00:01.000Z' }),
  ])
  expect(trashedAt(mergeStates([...foldAll(anew).values()])!)).toBeUndefined()
  const again = stamped([...anew, { act: 'trashed', article: id }])
  expect(trashedAt(mergeStates([...foldAll(again).values()])!)).toBe(again[3]!.clock.slice(0, 24))
})

test('stays in the Trash when what is kept of it is read again', () => {
  const acts = stamped([saved(id, v1), { act: 'trashed', article: id }, saved(id, v2)])
  expect(trashedAt(foldAll(acts).get(id)!)).toBeDefined()
})

test('shows the latest version that was good enough', () => {
  const acts = stamped([saved(id, v1), saved(id, v2), saved(id, v3, { current: false })])
  expect(shownVersion(foldAll(acts).get(id)!)).toBe(v2)
})

test('shows the latest good version whichever stands first in the state', () => {
  const acts = stamped([saved(id, v2), saved(id, v1, { current: false })])
  expect(shownVersion(foldAll([...acts].reverse()).get(id)!)).toBe(v2)
})

test('shows the latest version when none was good enough', () => {
  const acts = stamped([saved(id, v1, { current: false }), saved(id, v2, { current: false })])
  expect(shownVersion(foldAll(acts).get(id)!)).toBe(v2)
})

test('shows the pinned version, until it is unpinned', () => {
  const pinned = stamped([saved(id, v1), saved(id, v2), { act: 'version-pinned', article: id, version: v1 }])
  expect(shownVersion(foldAll(pinned).get(id)!)).toBe(v1)
  const unpinned = stamped([
    saved(id, v1),
    saved(id, v2),
    { act: 'version-pinned', article: id, version: v1 },
    { act: 'version-pinned', article: id },
  ])
  expect(shownVersion(foldAll(unpinned).get(id)!)).toBe(v2)
})

function saved(article: string, version: string, more: Partial<Extract<ActBody, { act: 'saved' }>> = {}): ActBody {
  return {
    act: 'saved',
    article,
    version,
    url: 'https://a.example/',
    canonicalUrl: 'https://a.example/',
    savedAt: '2026-01-01T00:00:00.000Z',
    current: true,
    ...more,
  }
}

function stamped(bodies: readonly ActBody[]): Act[] {
  return bodies.map((body, index) => ({
    ...body,
    clock: `2026-01-01T00:00:00.000Z+${index.toString(16).padStart(4, '0')}`,
    device: 'fakedevice',
  }))
}

function foldAll(acts: readonly Act[]): Map<string, State> {
  const states = new Map<string, State>()
  for (const act of acts)
    for (const touched of idsOf(act)) states.set(touched, foldAct(states.get(touched), touched, act))
  return states
}
