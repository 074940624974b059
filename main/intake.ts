// What reaches us from outside as text (the command line, a second start, offprint: links) -> addresses to save, or a failure.
import { failed, ok, type Result } from '../preload/failure.ts'

const longestLink = 20_000

export type Intake =
  /** Typed or given by the person: saved at once. */
  | { readonly kind: 'save'; readonly urls: readonly string[] }
  /** From a link that any web page may have offered: the person is asked first. */
  | { readonly kind: 'ask'; readonly url: string }

/** One word of the command line. Never throws, and never reads it as a switch. */
export function readIntake(word: string): Result<Intake> {
  if (!/^offprint:/i.test(word)) return ok({ kind: 'save', urls: [word] })
  if (word.length > longestLink) return failed({ code: 'link-unusable' })
  let link: URL
  try {
    link = new URL(word)
  } catch {
    return failed({ code: 'link-unusable' })
  }
  const urls = link.searchParams.getAll('url')
  const isSave = link.host === 'save' || link.pathname.replace(/^\/+/, '') === 'save'
  const [url] = urls
  if (!isSave || urls.length !== 1 || url === undefined || url === '') return failed({ code: 'link-unusable' })
  return ok({ kind: 'ask', url })
}
