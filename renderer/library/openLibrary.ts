// How the library comes up: opened at once with what it held, then filled with what the vault has more, then kept up with it.
import { failed, ok, toFailure, type Result } from '../../preload/failure.ts'
import { database, openDatabase, type Opening } from './database.ts'
import { catchUp, type CaughtUp, type Progress } from './ingest.ts'
import { isWhole } from './isWhole.ts'
import { fill, rebuild } from './rebuild.ts'
import { vaultPort } from './vaultPort.ts'

export type Filled = CaughtUp & {
  /** How many articles were read from the vault because the library had lost them; undefined when it had not. */
  readonly remade?: number
}

export type OpenLibrary = {
  /** The first catching up. What the library held may be read before. */
  readonly filled: Promise<Result<Filled>>
  close(): void
}

/**
 * `onBlocked`: another window still has an older library open; this one waits for it. `onClosed`: the connection was taken away.
 * `onCaughtUp`: after each later catching up, with what could not be read.
 */
export async function openLibrary(
  options: {
    onBlocked?: () => void
    onClosed?: () => void
    onProgress?: Progress
    /** The filling begins when this resolves: the first list is painted by then, and nothing is in its way. */
    after?: Promise<unknown>
    onCaughtUp?: (result: Result<CaughtUp>) => void
  } = {},
): Promise<Result<OpenLibrary>> {
  const info = await vaultPort().request('app.info')
  if (!info.ok) return info
  const opening = await openDatabase(info.value.vaultId, options)
  const filled = orFailure((options.after ?? Promise.resolve()).then(() => firstFill(opening, options.onProgress)))
  const stop = vaultPort().on('vault.grown', () => void orFailure(catchUp()).then(options.onCaughtUp))
  return ok({
    filled,
    close() {
      stop()
      database.close({ disableAutoOpen: true })
    },
  })
}

async function firstFill(opening: Opening, onProgress?: Progress): Promise<Result<Filled>> {
  if (opening === 'kept' && !(await isWhole())) {
    const rebuilt = await rebuild(onProgress)
    return rebuilt.ok ? ok({ changed: [], damaged: rebuilt.value.damaged, remade: rebuilt.value.articles }) : rebuilt
  }
  const result = await fill(onProgress)
  if (!result.ok || opening === 'kept') return result
  const articles = await database.articles.count()
  // A first start finds an empty library too, and the welcome article in the vault.
  return articles > (opening === 'empty' ? 1 : 0) ? ok({ ...result.value, remade: articles }) : result
}

/** What the browser's store throws (a full disk, a damaged file) is for the person too. */
function orFailure<T>(result: Promise<Result<T>>): Promise<Result<T>> {
  return result.catch((error: unknown) => {
    console.error('The library could not catch up with the vault.', error)
    return failed(toFailure(error))
  })
}
