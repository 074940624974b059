// The list of a view, kept up in steps, is the one that reading it anew gives.
import { beforeEach, expect, test, vi } from 'vitest'
import { move, setTag, trash } from '../../../renderer/library/acts.ts'
import { articleIds, type Sort } from '../../../renderer/library/articles.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import type { View } from '../../../renderer/library/lists.ts'
import { watchIds, type Listed } from '../../../renderer/library/watchIds.ts'
import type { FakeVault } from '../../fakes.ts'
import { randomFrom } from '../../random.ts'
import { withVault } from './withVault.ts'
import { until } from '../../until.ts'

let vault: FakeVault
beforeEach(async () => {
  vault = await withVault()
})

const savedAt = (minute: number) => new Date(Date.UTC(2026, 5, 1, 0, minute)).toISOString()

async function fill(count: number): Promise<readonly string[]> {
  // Four of them in every minute: the order among equals must be the same in both ways.
  const ids = Array.from(
    { length: count },
    (_, n) =>
      vault.save({ url: `https://a.example/${n}`, canonicalUrl: `https://a.example/${n}`, savedAt: savedAt(n >> 2) })
        .id,
  )
  await catchUp()
  return ids
}

function watch(view: View, sort: Sort, known?: () => Promise<readonly string[] | undefined>) {
  const seen: Listed[] = []
  const stop = watchIds(view, sort, (list) => void seen.push(list), known)
  return { stop, seen, now: () => seen.at(-1) }
}

test('of a long view the first page comes first, with the count of all', async () => {
  await fill(400)
  const list = watch({ kind: 'inbox' }, 'newest')
  await until(() => expect(list.now()?.ids).toHaveLength(400))
  expect(list.seen[0]?.total).toBe(400)
  expect(list.seen[0]?.ids).toEqual(list.now()?.ids.slice(0, 40))
  list.stop()
})

test('what the index has at hand is taken for the rest of a long view, if it counts and begins as the library says', async () => {
  await fill(400)
  const all = await articleIds({ kind: 'inbox' })
  const [last = '', ...others] = [...all].reverse()
  const other = [...others.reverse().slice(0, 398), last, others.at(-1) ?? '']
  for (const [known, taken] of [
    [other, other],
    [other.slice(1), all],
    [[...all].reverse(), all],
    [undefined, all],
  ] as const) {
    const list = watch({ kind: 'inbox' }, 'newest', () => Promise.resolve(known))
    await until(() => expect(list.now()?.ids).toHaveLength(400))
    expect(list.now()?.ids).toEqual(taken)
    list.stop()
  }
})

test('what the index says late is taken too, if the library has not been read to its end by then', async () => {
  await fill(2_200)
  const all = await articleIds({ kind: 'inbox' })
  // It counts and begins as the library says, and could not have come from it.
  const late = [...all.slice(0, 2_000), ...all.slice(2_000).reverse()]
  let showPart = () => {}
  const partShown = new Promise<void>((resolve) => (showPart = resolve))
  const seen: Listed[] = []
  const onList = (list: Listed) => {
    if (seen.push(list) > 1) showPart()
  }
  const stop = watchIds({ kind: 'inbox' }, 'newest', onList, () => partShown.then(() => late))
  await until(() => expect(seen.at(-1)?.ids).toHaveLength(2_200))
  expect(seen.at(-1)?.ids).toEqual(late)
  stop()
})

test('the rest of a long view comes at once when it is wanted, its beginning before its end', async () => {
  await fill(2_200)
  // What waits by itself waits for ever.
  const timers = vi.spyOn(window, 'setTimeout').mockReturnValue(0 as unknown as ReturnType<typeof setTimeout>)
  const list = watch({ kind: 'inbox' }, 'newest')
  await until(() => expect(list.seen).toHaveLength(1))
  list.now()?.hurry()
  await until(() => expect(list.now()?.ids).toHaveLength(2_200))
  timers.mockRestore()
  const whole = list.now()?.ids ?? []
  for (const { ids, total } of list.seen) {
    expect(total).toBe(2_200)
    expect(ids).toEqual(whole.slice(0, ids.length))
  }
  list.stop()
})

test('articles that were all saved in the same moment are all listed', async () => {
  const at = savedAt(1)
  const saved = Array.from({ length: 1_300 }, (_, n) => {
    const url = `https://b.example/${n}`
    return vault.save({ url, canonicalUrl: url, savedAt: at }).id
  })
  await catchUp()
  const list = watch({ kind: 'inbox' }, 'newest')
  await until(() => expect(list.now()?.ids).toHaveLength(1_300))
  expect(new Set(list.now()?.ids)).toEqual(new Set(saved))
  list.stop()
})

const seed = 20_261_122
test.each(['newest', 'oldest', 'title'] as const)(
  `after any acts it is what reading it anew gives, ordered by %s (seed ${seed})`,
  async (sort) => {
    const ids = await fill(120)
    const random = randomFrom(seed).next
    const lists = [watch({ kind: 'inbox' }, sort), watch({ kind: 'tag', tag: 'a' }, sort), watch({ kind: 'all' }, sort)]
    const views = [{ kind: 'inbox' }, { kind: 'tag', tag: 'a' }, { kind: 'all' }] as const
    for (let step = 0; step < 25; step += 1) {
      const count = random() < 0.2 ? 60 : 1 + Math.floor(random() * 3)
      const some = Array.from({ length: count }, () => ids[Math.floor(random() * ids.length)]!)
      const kind = Math.floor(random() * 4)
      if (kind === 0) await move(some, random() < 0.5 ? 'archive' : 'inbox')
      else if (kind === 1) await setTag(some, random() < 0.5 ? 'a/b' : 'a', random() < 0.7)
      else if (kind === 2) await trash(some.slice(0, 1))
      else {
        const n = 1_000 + step
        vault.save({ url: `https://a.example/${n}`, canonicalUrl: `https://a.example/${n}`, savedAt: savedAt(step) })
        await catchUp()
      }
      for (const [index, list] of lists.entries()) {
        const whole = await articleIds(views[index]!, sort)
        await until(() => expect(list.now()?.ids).toEqual(whole))
      }
    }
    for (const list of lists) list.stop()
  },
)

test('what has stopped calls back no more', async () => {
  const ids = await fill(3)
  const list = watch({ kind: 'inbox' }, 'newest')
  await until(() => expect(list.now()?.ids).toHaveLength(3))
  list.stop()
  const { length } = list.seen
  await setTag(ids, 'x', true)
  await move(ids, 'later')
  expect(list.seen).toHaveLength(length)
})
