// What is in the frames of a page, each frozen in a world of its own: a frame of another site is another page, in another process.
import { randomBytes } from 'node:crypto'
import { freezeAnswer, type FreezeOptions, type FrozenFrame } from './frozenPage.ts'
import type { PageFrame, PageFrames } from './pageFrames.ts'
import type { PageWorld } from './pageWorld.ts'

type Options = {
  readonly frames: PageFrames
  /** Of the top frame. */
  readonly world: PageWorld
  /** The text of out/page/freeze.js. */
  readonly script: string
  readonly freezing: Omit<FreezeOptions, 'nonce' | 'frames'>
  readonly deadlineAt: number
}

const disclose = 'function () { offprint_freeze.settling.discloseTree(this) }'
const wanted = 'function () { return offprint_freeze.settling.wantsFrame(this) }'
const mostFrames = 12
/** A frame in a frame in a frame is the last. */
const deepest = 3
/** What has not answered by then stands as a card. */
const longestMs = 4_000

/**
 * Those of the top frame, by number; on the way our script in each frame is handed the shadow trees that are closed to it. Call right before
 * the top frame is frozen. Never fails: a page without what was in its frames is still a page.
 */
export async function freezeFrames(options: Options): Promise<ReadonlyMap<number, FrozenFrame>> {
  const late = Math.min(Date.now() + longestMs, options.deadlineAt)
  const all = await within(late, options.frames.list(mostFrames + 1))
  const [top] = all ?? []
  if (!top || !all) return new Map()
  const context = await within(late, options.world.context())
  await within(late, top.callOnClosedTrees(disclose, context))
  return frozenIn({ frame: top, context }, all, deepest, { ...options, deadlineAt: late })
}

/** `context`: the world of the frame that our script is in; its own isolated one unless given. */
type Parent = { readonly frame: PageFrame; readonly context?: number | undefined }

async function frozenIn(
  parent: Parent,
  all: readonly PageFrame[],
  levels: number,
  options: Options,
): Promise<ReadonlyMap<number, FrozenFrame>> {
  const found = new Map<number, FrozenFrame>()
  if (levels === 0) return found
  const own = all.filter((frame) => frame.parent === parent.frame.id && isReadable(frame.url))
  await Promise.all(
    own.map(async (frame) => {
      const number = await within(options.deadlineAt, parent.frame.callOnHolder(frame.id, wanted, parent.context))
      const frozen = typeof number === 'number' ? await freezeOne(frame, all, levels, options) : undefined
      if (typeof number === 'number' && frozen) found.set(number, frozen)
    }),
  )
  return found
}

async function freezeOne(
  frame: PageFrame,
  all: readonly PageFrame[],
  levels: number,
  options: Options,
): Promise<FrozenFrame | undefined> {
  const { deadlineAt, script, freezing } = options
  const ask = (code: string) => within(deadlineAt, frame.evaluate(code, 'isolated'))
  if ((await ask(`typeof offprint_freeze !== 'undefined'`)) !== true) await ask(`${script};0`)
  await within(deadlineAt, frame.callOnClosedTrees(disclose))
  const frames = await frozenIn({ frame }, all, levels - 1, options)
  const nonce = randomBytes(8).toString('hex')
  const inside: FreezeOptions = { ...freezing, nonce, frames: [...frames.keys()] }
  const page = freezeAnswer.safeParse(await ask(`offprint_freeze.freeze(${JSON.stringify(inside)})`))
  return page.success && page.data.kind === 'frozen' && !page.data.isEmpty
    ? { page: page.data, nonce, frames }
    : undefined
}

function isReadable(url: string): boolean {
  return /^(?:https?|blob):|^about:(?:blank|srcdoc)/.test(url)
}

async function within<T>(deadlineAt: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(deadlineAt - Date.now(), 0))
  })
  try {
    return await Promise.race([work, late])
  } catch {
    return undefined // The frame has gone.
  } finally {
    clearTimeout(timer)
  }
}
