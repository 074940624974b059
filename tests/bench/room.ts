// The window over libraries of a thousand to a hundred thousand articles: start, scrolling, views and tags, acts on a thousand, memory.
import type { Page } from 'playwright'
import { startMarks } from '../../renderer/app/startMarks.ts'
import { newPlaces } from '../e2e/app.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'
import { filledLibraryOf, thousandTag } from './library.ts'
import { megabytesOf } from './megabytes.ts'
import { keyToPaint, watchLongTasks } from './painted.ts'
import { started } from './started.ts'

const starts = 5
const rounds = 8
/** Longer than hidden windows are kept, and than what a start looks after takes. */
const settleMs = 15_000

/** What may be measured by itself: `--part scroll --articles 10000`. */
const parts = { switch: switchViews, scroll, act: actOnThousand } as const

export const room: Bench = async (sizes, options) => {
  const figures: Figure[] = []
  const wanted = options?.parts ?? []
  const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part)
  for (const size of isWanted('start') ? [0, ...sizes] : sizes) {
    const places = size === 0 ? await newPlaces() : await filledLibraryOf(size)
    const note = (figure: string, unit: Figure['unit'], measured: readonly number[]) =>
      void figures.push(figureOf({ bench: 'room', figure, engine: 'offprint', size, unit }, measured))
    if (size === 0) await (await started(places)).app.close()

    if (isWanted('start')) await startAndRest(places, note)
    const some = Object.entries(parts).filter(([name]) => isWanted(name))
    if (size === 0 || some.length === 0) continue
    const { app } = await started(places)
    try {
      for (const [name, measure] of some)
        await measure(app.window, note).catch((error: unknown) => {
          process.exitCode = 1 // what the other parts have measured is not lost
          console.error(`offprint: room, ${name}, ${size} articles: ${String(error)}`)
        })
    } finally {
      await app.close()
    }
  }
  return figures
}

async function startAndRest(places: { vault: string; profile: string }, note: Note) {
  const startMs: number[] = []
  const idle: number[] = []
  const caughtUp: number[] = []
  for (let n = 0; n < starts; n += 1) {
    const { app, toKeysMs } = await started(places)
    startMs.push(toKeysMs)
    caughtUp.push(await caughtUpAfter(app.window))
    if (n < 2) {
      await new Promise((resolve) => setTimeout(resolve, settleMs)) // idle is what is measured
      idle.push(megabytesOf(app))
    }
    await app.close()
  }
  note('start: process to list painted and keys answered', 'ms', startMs)
  note('start: list painted to caught up with an unchanged vault', 'ms', caughtUp)
  note('memory, idle', 'MB', idle)
}

async function caughtUpAfter(window: Page): Promise<number> {
  for (;;) {
    const ms = await window.evaluate(({ painted, caughtUp }) => {
      const [from, to] = [painted, caughtUp].map((name) => performance.getEntriesByName(name)[0]?.startTime)
      return from === undefined || to === undefined ? undefined : to - from
    }, startMarks)
    if (ms !== undefined) return ms
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

type Note = (figure: string, unit: Figure['unit'], measured: readonly number[]) => void

async function switchViews(window: Page, note: Note) {
  const lists = await window.evaluate(() =>
    [...document.querySelectorAll('.sidebar-item')].map((item) => ({
      name: item.querySelector('.sidebar-words')?.textContent ?? '',
      count: Number((item.querySelector('.sidebar-count')?.textContent ?? '').replace(/\D/g, '')),
    })),
  )
  const countOf = (name: string) => lists.find((list) => list.name === name)?.count ?? 0
  const keys = { Archive: 'a', Later: 'l', Favourites: 'f', All: 'e', Inbox: 'i' } as const
  const measured: number[] = []
  for (let n = 0; n < rounds; n += 1) {
    for (const [name, key] of Object.entries(keys)) {
      measured.push(await keyToPaint(window, ['g', key], { kind: 'list', name, count: countOf(name) }))
    }
  }
  note('switch view, key down to list painted', 'ms', measured)
  const tags: number[] = []
  for (let n = 0; n < rounds; n += 1) {
    for (const name of ['topic-0', 'topic-1', 'topic-2']) {
      const item = window.locator('.sidebar-open', { hasText: name }).first()
      await item.focus()
      tags.push(await keyToPaint(window, ['Enter'], { kind: 'list', name, count: countOf(name) }))
    }
  }
  note('switch tag, key down to list painted', 'ms', tags)
}

/** From the first row to the last in jumps of a screen and a half a frame, then with a key held. */
async function scroll(window: Page, note: Note) {
  await keyToPaint(window, ['g', 'e'], { kind: 'list', name: 'All', count: await rowCount(window, 'All') })
  const flung = await window.evaluate(async () => {
    const grid = document.querySelector('[role="grid"]')
    if (!(grid instanceof HTMLElement)) throw new Error('no list')
    const frames: number[] = []
    let blankSince: number | undefined
    let longestLost = 0
    // Where the list was when: rows that stand for another place than that of now are late by so much.
    const places: { readonly at: number; readonly index: number }[] = []
    const rowPx = grid.querySelector('.list-place')?.getBoundingClientRect().height ?? 1
    const end = grid.scrollHeight - grid.clientHeight
    const step = Math.max(grid.clientHeight * 1.5, end / 300)
    let last = performance.now()
    for (let top = 0; top < end + 20 * step; top += step) {
      grid.scrollTop = Math.min(top, end)
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      frames.push(now - last)
      last = now
      const box = grid.getBoundingClientRect()
      const isBlank = [...grid.querySelectorAll('.row-blank')].some((blank) => {
        const place = blank.getBoundingClientRect()
        return place.bottom > box.top && place.top < box.bottom
      })
      blankSince = isBlank ? (blankSince ?? now) : undefined
      places.push({ at: now, index: Math.floor(grid.scrollTop / rowPx) + 1 })
      const drawn = [...grid.querySelectorAll('.list-place')].find(
        (row) => row.getBoundingClientRect().bottom > box.top + 1,
      )
      const index = Number(drawn?.getAttribute('aria-rowindex'))
      const seen = places.reduce((last, place) => (Math.abs(place.index - index) <= 1 ? place.at : last), 0)
      longestLost = Math.max(longestLost, now - (blankSince ?? seen))
    }
    return { frames, longestLost }
  })
  note('scroll end to end, flung: frame', 'ms', flung.frames)
  note('scroll end to end, flung: frames over 50 ms', '%', [share(flung.frames)])
  note('scroll end to end, flung: longest blank or of a place left before', 'ms', [flung.longestLost])
  await window.keyboard.press('g')
  await window.keyboard.press('i')
  await window.locator('[role="grid"][aria-label="Inbox"]').focus()
  await window.keyboard.press('Home')
  const watch = await window.evaluateHandle(() => {
    const frames: number[] = []
    let last = performance.now()
    let isOn = true
    const tick = () => {
      const now = performance.now()
      frames.push(now - last)
      last = now
      if (isOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    return { frames, stop: () => void (isOn = false) }
  })
  // A held key repeats about thirty times a second.
  for (let n = 0; n < 150; n += 1) {
    await Promise.all([window.keyboard.down('j'), new Promise((resolve) => setTimeout(resolve, 33))])
  }
  await window.keyboard.up('j')
  const held = await watch.evaluate((state) => {
    state.stop()
    return state.frames
  })
  note('scroll with j held: frame', 'ms', held)
  note('scroll with j held: frames over 50 ms', '%', [share(held)])
}

async function actOnThousand(window: Page, note: Note) {
  const count = await window.evaluate((tag) => {
    const item = [...document.querySelectorAll('.sidebar-open')].find((one) => one.getAttribute('title') === tag)
    if (item instanceof HTMLElement) item.click()
    return Number((item?.querySelector('.sidebar-count')?.textContent ?? '').replace(/\D/g, ''))
  }, thousandTag.tag)
  await window.locator(`[role="grid"][aria-label="${thousandTag.tag}"]`).focus()
  const many = count.toLocaleString('en')
  for (const [name, key, said] of [
    ['favourite', 's', `Added ${many} articles to Favourites`],
    ['archive', 'e', `Moved ${many} articles to Archive`],
    ['undo', 'z', 'Taken back'],
  ] as const) {
    if (name !== 'undo') await window.keyboard.press('Control+a')
    const watch = await watchLongTasks(window)
    const took = await keyToPaint(window, [key], { kind: 'said', words: said })
    note(`${name} 1,000 chosen: durable and said`, 'ms', [took])
    note(`${name} 1,000 chosen: longest the window was held up`, 'ms', [await watch.stop()])
  }
}

function share(frames: readonly number[]): number {
  return (frames.filter((ms) => ms > 50).length / frames.length) * 100
}

async function rowCount(window: Page, name: string): Promise<number> {
  const text = await window.locator('.sidebar-open', { hasText: name }).first().locator('.sidebar-count').textContent()
  return Number((text ?? '').replace(/\D/g, ''))
}
