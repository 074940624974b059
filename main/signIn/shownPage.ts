// Exactly what a sign-in window shows, frozen as a captured page is: the folds that were opened, the riddle that was solved.
import { randomBytes } from 'node:crypto'
import type { Session, WebContents } from 'electron'
import { failed, ok, type Result } from '../../preload/failure.ts'
import { fetchBytes } from '../capture/fetchBytes.ts'
import { freezeAnswer, type FreezeOptions, type FrozenFrame } from '../capture/frozenPage.ts'
import { freezeFrames } from '../capture/freezeFrames.ts'
import { imageWidth, limits } from '../capture/limits.ts'
import { followFrames } from '../capture/pageFrames.ts'
import { openPageWorld, worldName } from '../capture/pageWorld.ts'
import type { Pass } from '../capture/proxy.ts'
import type { RenderedPage } from '../capture/renderPage.ts'

type Shown = {
  readonly contents: WebContents
  readonly session: Session
  readonly pass: Pass
  /** What the window has loaded. */
  readonly loaded: ReadonlySet<string>
  /** The text of out/page/freeze.js. */
  readonly script: string
}

const answerMs = 15_000

export async function shownPage({ contents, session, pass, loaded, script }: Shown): Promise<Result<RenderedPage>> {
  const nonce = randomBytes(8).toString('hex')
  const answer = await frozen(contents, script, nonce)
  if (!answer.ok) return answer
  const { frames } = answer.value
  const page = freezeAnswer.parse(answer.value.page)
  if (page.kind === 'too-complex') return failed({ code: 'too-complex' })
  if (page.isEmpty) return failed({ code: 'empty-page' })
  const deadlineAt = Date.now() + limits.pageMs
  return ok({
    page,
    nonce,
    frames,
    loaded: new Set(loaded),
    notes: [],
    shortcomings: [],
    fetch: (url, kind) =>
      fetchBytes({
        session,
        pass,
        url,
        signal: new AbortController().signal,
        accept: kind === 'style' ? 'text/css,*/*;q=0.1' : 'image/avif,image/webp,image/*,*/*;q=0.8',
        referrer: page.url,
        maxBytes: limits.assetBytes,
        idleMs: limits.idleMs,
        deadlineAt,
      }),
    close: () => undefined, // the window is the person's
  })
}

/** `page`: as it was answered. */
type Frozen = { readonly page: unknown; readonly frames: ReadonlyMap<number, FrozenFrame> }

async function frozen(contents: WebContents, script: string, nonce: string): Promise<Result<Frozen>> {
  const { debugger: inspector } = contents
  if (inspector.isAttached()) return failed({ code: 'script-stuck' }) // The page is being saved already.
  inspector.attach('1.3')
  try {
    const { elements, depth } = limits
    const freezing = { elements, depth, imageWidth }
    const world = await openPageWorld(contents, script)
    await world.ask('settling.readBlobs()', answerMs)
    const frames = await freezeFrames({
      frames: await followFrames(inspector, worldName),
      world,
      script,
      freezing,
      deadlineAt: Date.now() + answerMs,
    })
    const options: FreezeOptions = { ...freezing, nonce, frames: [...frames.keys()] }
    return ok({ page: await world.ask(`freeze(${JSON.stringify(options)})`, answerMs), frames })
  } catch (error) {
    // The page did not answer, or went elsewhere: the person sees it, and can try again.
    if (error instanceof Error && !error.message.startsWith('in the captured page'))
      return failed({ code: 'script-stuck' })
    throw error
  } finally {
    inspector.detach()
  }
}
