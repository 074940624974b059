// The engine in a real worker, over the origin's private files, as in the app.
import { Dexie, type Table } from 'dexie'
import { messagesAnswered } from '../../../renderer/search/afterMessages.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { opfsStore } from '../../../renderer/search/segments/opfsStore.ts'
import type { Store } from '../../../renderer/search/segments/store.ts'
import { fromLines, generated } from './corpus.ts'
import { measureBuild, measureQuestions, type Measured } from './measure.ts'
import { measureStores } from './measureStores.ts'

export type ToBench =
  | { readonly kind: 'build' | 'measure'; readonly size: number; readonly corpus?: string }
  | { readonly kind: 'start'; readonly query: string }
  | { readonly kind: 'stores' }
export type FromBench =
  { readonly kind: 'measured'; readonly figures: Measured } | { readonly kind: 'started'; readonly total: number }

/** So many texts lie in IndexedDB for the snippets to be read from. */
const textsKept = 2_000

class Texts extends Dexie {
  declare readonly texts: Table<{ readonly id: number; readonly text: string }, number>
  constructor() {
    super('bench')
    this.version(1).stores({ texts: 'id' })
  }
}

/** `sentAt`: milliseconds since 1970, to the fraction. */
type ToRunning =
  | { readonly kind: 'memory'; readonly bytes: number | undefined }
  | { readonly kind: 'question'; readonly sentAt: number }

let gotMemory: (bytes: number | undefined) => void = () => undefined
let waited: number[] = []

self.onmessage = ({ data }: MessageEvent<ToBench | ToRunning>) => {
  switch (data.kind) {
    case 'memory':
      return gotMemory(data.bytes)
    case 'question':
      return void waited.push(performance.timeOrigin + performance.now() - data.sentAt)
    default:
      void answer(data).then((said) => self.postMessage(said))
  }
}

async function answer(asked: ToBench): Promise<FromBench> {
  switch (asked.kind) {
    case 'build':
    case 'measure':
      return run(asked)
    case 'start':
      return start(asked.query)
    case 'stores':
      return { kind: 'measured', figures: await measureStores() }
  }
}

async function start(query: string): Promise<FromBench> {
  const index = await SearchIndex.open(await opfsStore(), 'bench')
  const parsed = parseQuery(query)
  const total = parsed.ok ? index.search(parsed.value, { limit: 20, offset: 0 }, Date.now()).total : 0
  return { kind: 'started', total }
}

async function run({ kind, size, corpus: address }: ToBench & { kind: 'build' | 'measure' }): Promise<FromBench> {
  const corpus =
    address === undefined
      ? generated(size)
      : fromLines((await (await fetch(address)).text()).split('\n').slice(0, size))
  const database = new Texts()
  const kept = Math.min(textsKept, corpus.size)
  for (let from = 0; kind === 'build' && from < kept; from += 200) {
    await database.texts.bulkPut(
      Array.from({ length: Math.min(200, kept - from) }, (_, n) => ({
        id: from + n,
        text: corpus.article(from + n).text,
      })),
    )
  }
  let store: Store | undefined
  const measured = kind === 'build' ? measureBuild : measureQuestions
  const figures = await measured(
    corpus,
    {
      // One lock a worker: what was closed is opened again by name.
      open: async () => (store ??= await opfsStore()),
      sizeBytes,
      memoryBytes: () =>
        new Promise((resolve) => {
          gotMemory = resolve
          self.postMessage({ kind: 'memory' })
        }),
      pause: messagesAnswered,
      delays: async (going) => {
        waited = []
        self.postMessage({ kind: 'questions', wanted: true })
        await going()
        self.postMessage({ kind: 'questions', wanted: false })
        return waited
      },
      texts: async (ids) => {
        const read = await database.texts.bulkGet(ids.map((id) => Number(id.slice(3)) % kept))
        return read.map((one) => one?.text ?? '')
      },
    },
    (words) => self.postMessage({ kind: 'says', words }),
  )
  database.close()
  return { kind: 'measured', figures }
}

async function sizeBytes(): Promise<number> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('search')
  let sum = 0
  const entries = (folder as FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }).values() // Chromium has it
  for await (const entry of entries) if (entry instanceof FileSystemFileHandle) sum += (await entry.getFile()).size
  return sum
}
