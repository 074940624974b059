// Fakes of what the contract describes. The vault here is in memory; Dexie, the DOM and the workers of a test are real.
import type { Act, ActBody } from '../preload/act.ts'
import type { Version } from '../preload/article.ts'
import {
  defaultSettings,
  type AppInfo,
  type Bridge,
  type Cursor,
  type EventName,
  type EventValue,
  type RequestArgs,
  type RequestName,
  type RequestResult,
  type Settings,
} from '../preload/contract.ts'
import { failed, ok, type Failure, type Result } from '../preload/failure.ts'

type Handlers = { [N in RequestName]?: (...args: RequestArgs<N>) => RequestResult<N> | Promise<RequestResult<N>> }

export type FakeVault = {
  /** What a page has as window.offprint. */
  readonly bridge: Bridge
  /** All acts in the order they were written. */
  readonly acts: readonly Act[]
  /** Answers to questions and other calls, in order. */
  readonly calls: readonly { readonly name: RequestName; readonly args: readonly unknown[] }[]
  /** As another device, or main, would: the library does not know of it. */
  write(bodies: readonly ActBody[], device?: string): Act[]
  /** Adds acts as they stand in another vault. */
  merge(acts: readonly Act[]): void
  /** A version in the vault and the act that says so. */
  save(article: SavedArticle, device?: string): { id: string; version: string }
  /** A version whose files cannot be read; `undefined` brings it back. */
  damage(version: string, isDamaged?: boolean): void
  emit<N extends EventName>(name: N, value: EventValue<N>): void
  /** The next requests of the name fail so, until called with undefined. */
  fail(name: RequestName, failure: Failure | undefined): void
}

export type SavedArticle = {
  readonly id?: string
  readonly url?: string
  readonly canonicalUrl?: string
  readonly savedAt?: string
  readonly current?: boolean
  readonly html?: string
} & Partial<
  Pick<
    Version,
    'title' | 'byline' | 'siteName' | 'lang' | 'publishedAt' | 'excerpt' | 'words' | 'verdict' | 'reasons' | 'thumbnail'
  >
>

/** `actsAtOnce`: how many acts an answer of vault.acts holds. */
export function fakeVault(
  options: { actsAtOnce?: number; info?: Partial<AppInfo>; handlers?: Handlers } = {},
): FakeVault {
  const acts: Act[] = []
  const versions = new Map<string, { record: Version; html: string }>()
  const damaged = new Set<string>()
  const listeners = new Map<EventName, Set<(value: never) => void>>()
  const failures = new Map<RequestName, Failure>()
  const calls: { name: RequestName; args: readonly unknown[] }[] = []
  const nextId = ulidMaker()
  let ticks = 0

  const stamp = (body: ActBody, device: string): Act => {
    ticks += 1
    const time = new Date(Date.UTC(2026, 0, 1) + ticks * 1_000).toISOString()
    return { ...body, clock: `${time}+0000`, device }
  }
  const write = (bodies: readonly ActBody[], device = 'fakedevice') => {
    const written = bodies.map((body) => stamp(body, device))
    acts.push(...written)
    return written
  }

  const handlers: Handlers = {
    'vault.acts': (cursor) => readAfter(acts, cursor, options.actsAtOnce ?? 5_000),
    'vault.versions': (wanted) =>
      wanted.map(({ article, version }) => {
        const kept = versions.get(version)
        return kept && kept.record.id === article && !damaged.has(version) ? kept : null
      }),
    'vault.write': (bodies) => write(bodies),
    'capture.jobs': () => [],
    'settings.read': () => defaultSettings,
    'settings.write': (changes) => ({ ...defaultSettings, ...(changes as Partial<Settings>) }), // absent, never undefined
    'menu.popup': () => null,
    'vault.space': () => ({ state: 'plenty' }),
    'vault.adopt': () => ({ files: [] }),
    'vault.sweep': () => ({ files: 0, freedBytes: 0 }),
    'app.info': () => ({ ...fakeInfo, ...options.info }),
    'app.hasTray': () => true,
    'app.painted': () => null,
    'app.listening': () => null,
    'open.external': () => true,
    'open.vaultFolder': () => null,
    'file.save': (name) => name,
    'file.open': () => null,
    'aloud.keys': () => null,
    'menu.state': () => null,
    'window.act': () => null,
    'window.textScale': () => null,
    'clipboard.write': () => null,
    'question.listening': () => null,
    'question.answer': () => null,
    'question.progress': () => null,
    ...options.handlers,
  }

  const bridge: Bridge = {
    async request<N extends RequestName>(name: N, ...args: RequestArgs<N>): Promise<Result<RequestResult<N>>> {
      calls.push({ name, args })
      const failure = failures.get(name)
      if (failure) return failed(failure)
      const handler = handlers[name]
      if (!handler) throw new Error(`The fake vault does not know ${name}.`)
      // As over the bridge: the other side never shares an object.
      return ok(structuredClone(await handler(...structuredClone(args))))
    },
    on(name, callback) {
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all.add(callback))
      return () => void all.delete(callback)
    },
  }

  return {
    bridge,
    acts,
    calls,
    write,
    merge: (more) => void acts.push(...more),
    save(article, device) {
      const id = article.id ?? nextId()
      const version = nextId()
      const url = article.url ?? `https://a.example/${id.toLowerCase()}`
      const canonicalUrl = article.canonicalUrl ?? url
      const savedAt = article.savedAt ?? new Date(Date.UTC(2026, 0, 1) + versions.size * 60_000).toISOString()
      versions.set(version, {
        record: fakeVersion({ ...article, id, version, url, canonicalUrl }),
        html: article.html ?? '<p>Nothing much.</p>',
      })
      write(
        [{ act: 'saved', article: id, version, url, canonicalUrl, savedAt, current: article.current ?? true }],
        device,
      )
      return { id, version }
    },
    damage(version, isDamaged = true) {
      if (isDamaged) damaged.add(version)
      else damaged.delete(version)
    },
    emit(name, value) {
      for (const listener of listeners.get(name) ?? []) (listener as (value: unknown) => void)(value) // listened to under this name
    },
    fail(name, failure) {
      if (failure) failures.set(name, failure)
      else failures.delete(name)
    },
  }
}

/** Ids that sort in the order they were made; the same in each run. */
export function ulidMaker(start = 0): () => string {
  let count = start
  return () => {
    count += 1
    let rest = count
    let tail = ''
    for (let digit = 0; digit < 16; digit++) {
      tail = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[rest % 32] + tail
      rest = Math.floor(rest / 32)
    }
    return `01KA000000${tail}`
  }
}

export function fakeVersion(known: Partial<Version> & Pick<Version, 'id' | 'version'>): Version {
  return {
    format: 1,
    url: 'https://a.example/',
    canonicalUrl: 'https://a.example/',
    title: 'A page',
    capturedAt: '2026-01-01T00:00:00.000Z',
    how: { way: 'rendered', app: '0.1.0' },
    verdict: 'complete',
    reasons: [],
    words: 100,
    blobs: [],
    files: { 'html.gz': { sha256: '0'.repeat(64), sizeBytes: 1 } },
    ...known,
  }
}

const fakeInfo: AppInfo = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '140.0.0.0',
  platform: 'linux',
  vaultPath: '/home/reader/vault',
  vaultId: '01KA0000000000000000000000',
  profilePath: '/home/reader/profile',
  testRuntime: false,
  readOnly: false,
}

/** A file a device, read to a place in it. The places are counts of acts here and counts of bytes in a real vault. */
function readAfter(
  acts: readonly Act[],
  cursor: Cursor,
  limit: number,
): { acts: Act[]; cursor: Cursor; more: boolean } {
  const next: Record<string, number> = { ...cursor }
  const found: Act[] = []
  for (const device of [...new Set(acts.map((act) => act.device))].sort()) {
    const file = `${device}/2026-01.jsonl`
    const read = next[file] ?? 0
    const news = acts.filter((act) => act.device === device).slice(read, read + limit - found.length)
    found.push(...news)
    if (news.length > 0) next[file] = read + news.length
  }
  const devices = new Map<string, number>()
  for (const act of acts)
    devices.set(`${act.device}/2026-01.jsonl`, (devices.get(`${act.device}/2026-01.jsonl`) ?? 0) + 1)
  return { acts: found, cursor: next, more: [...devices].some(([file, count]) => (next[file] ?? 0) < count) }
}
