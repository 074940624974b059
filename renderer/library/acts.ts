// What a reader does: written to the vault, and in the library as soon as it is durable there.
import type { Act, ActBody } from '../../preload/act.ts'
import type { Place } from '../../preload/article.ts'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { actWords } from './actWords.ts'
import { database } from './database.ts'
import { statesOf, takeIn, type Known } from './ingest.ts'
import { getMany } from './inPieces.ts'
import { inTurn } from './inTurn.ts'
import { oppositesOf } from './undo.ts'
import { vaultPort } from './vaultPort.ts'

export type Undo = {
  /** What was done, for the toast. */
  readonly words: string
  /** Undefined when it cannot be taken back or nothing changed. Its own result can be taken back too. */
  readonly undo: (() => Promise<Result<Undo>>) | undefined
}

/** Acts a request: what crosses is copied and checked on the way, and more at once would hold up the window. */
const mostAtOnce = 250

/** All in one call is one undo. `words`: what is said of it. Answers when it is durable and the lists show it. */
export function perform(bodies: readonly ActBody[], words = actWords(bodies)): Promise<Result<Undo>> {
  return inTurn(async () => {
    const { opposites, rows } = await oppositesOf(bodies)
    // Read while the vault writes: neither waits for the other. What cannot be read is asked for again, and thrown, by who takes it in.
    const reading = statesOf([...new Set(bodies.flatMap((body) => ('article' in body ? [body.article] : [])))]).then(
      (states) => ({ rows, states }),
      () => undefined,
    )
    const written: Act[] = []
    let failure: Failure | undefined
    for (let start = 0; start < bodies.length && !failure; start += mostAtOnce) {
      const answer = await vaultPort().request('vault.write', bodies.slice(start, start + mostAtOnce))
      if (answer.ok) written.push(...answer.value)
      else failure = answer.failure
    }
    if (written.length > 0) await takeInDurable(written, await reading)
    if (failure) return failed(failure)
    return ok({ words, undo: opposites.length > 0 ? () => takeBack(opposites) : undefined })
  })
}

/** What of it can still come back: nothing is done to what was deleted for good since. */
async function takeBack(opposites: readonly ActBody[]): Promise<Result<Undo>> {
  const ids = [...new Set(opposites.flatMap((body) => ('article' in body ? [body.article] : [])))]
  const states = await getMany(database.states, ids)
  const gone = new Set(states.flatMap((state) => (state?.purged ? [state.id] : [])))
  const left = opposites.filter((body) => !('article' in body && gone.has(body.article)))
  return left.length > 0 ? perform(left) : failed({ code: 'deleted-for-good' })
}

/** Of acts that are durable already a failure loses nothing: the next catching up brings them. */
async function takeInDurable(written: readonly Act[], known?: Known): Promise<void> {
  try {
    await takeIn(written, known)
  } catch (error) {
    console.error('The library could not take in what was done.', error)
  }
}

export const setTag = (ids: readonly string[], tag: string, on: boolean) =>
  perform(ids.map((article) => ({ act: on ? ('tagged' as const) : ('untagged' as const), article, tag })))

/** `trashed`: those of them that come back from the Trash by it. */
export const move = (ids: readonly string[], place: Place, trashed: readonly string[] = []) =>
  perform([
    ...ids.map((article): ActBody => ({ act: 'moved', article, place })),
    ...trashed.map((article): ActBody => ({ act: 'restored', article })),
  ])

export const setFavourite = (ids: readonly string[], favourite: boolean) =>
  perform(ids.map((article) => ({ act: 'favourited', article, favourite })))

/** `progress` 0 to 1, and the paragraph reached, counted as text.ts counts them. 0 marks as unread. */
export const setProgress = (id: string, progress: number, paragraph: number) =>
  perform([{ act: 'progressed', article: id, progress, paragraph }])

/**
 * The same for a window that closes: the vault is told at once, and waits for nothing. Where there is time the library takes it in too: at the next start
 * an article may be opened before the vault has been read.
 */
export async function setLastProgress(id: string, progress: number, paragraph: number): Promise<void> {
  const written = await vaultPort().request('vault.write', [{ act: 'progressed', article: id, progress, paragraph }])
  if (written.ok) await inTurn(() => takeInDurable(written.value))
}

export const trash = (ids: readonly string[]) => perform(ids.map((article) => ({ act: 'trashed', article })))

export const restore = (ids: readonly string[]) => perform(ids.map((article) => ({ act: 'restored', article })))

/** For good: cannot be taken back. */
export async function purge(ids: readonly string[]): Promise<Result<Undo>> {
  const rows = await getMany(database.articles, ids)
  return perform(
    ids.map((article, index) => {
      const also = rows[index]?.ids.filter((id) => id !== article) ?? []
      return { act: 'purged', article, ...(also.length > 0 ? { also } : {}) }
    }),
  )
}
