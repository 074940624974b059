// States of the whole window that must not be overlooked: a line above the panes, until it is no longer true. Set by whoever knows.
import { failureWords } from '../../preload/failure.ts'
import { createStore } from '../ui/createStore.ts'
import { appInfo } from './appSettings.ts'
import { ask, listen } from './bridge.ts'
import { openLayer } from './layers.ts'
import { say } from './toasts.ts'
import { words } from './words.ts'

export type Notice = {
  /** One of a kind at a time. */
  readonly kind: 'storage' | 'offline' | 'rebuilding' | 'rebuilt' | 'read-only' | 'library' | 'attention'
  readonly words: string
  /** 0 to 1, where there is an end in sight. */
  readonly progress?: number
  readonly action?: { readonly words: string; readonly run: () => unknown }
}

export const notices = createStore<{ readonly list: readonly Notice[] }>({ list: [] })

export function showNotice(notice: Notice) {
  notices.set({ list: [...notices.get().list.filter((other) => other.kind !== notice.kind), notice] })
}

export function endNotice(kind: Notice['kind']) {
  notices.set({ list: notices.get().list.filter((notice) => notice.kind !== kind) })
}

/** How often the disk is looked at, and after what else. */
const spaceEveryMs = 60_000

async function lookAtSpace() {
  const answer = await ask('vault.space')
  if (!answer.ok || answer.value.state === 'plenty') return endNotice('storage')
  const action = { words: words.emptyTrash, run: () => openLayer({ kind: 'emptyTrash' }) }
  showNotice({ kind: 'storage', words: answer.value.state === 'full' ? words.spaceFull : words.spaceLow, action })
}

export function startNotices() {
  void lookAtSpace()
  setInterval(() => void lookAtSpace(), spaceEveryMs)
  listen('capture.changed', (job) => {
    if (job.state.kind === 'failed' && job.state.failure.code === 'disk-full') void lookAtSpace()
  })
  listen('went.wrong', (failure) => say(failureWords(failure), { isProblem: true }))
  const network = () => {
    if (navigator.onLine) endNotice('offline')
    else showNotice({ kind: 'offline', words: words.offline })
  }
  addEventListener('online', network)
  addEventListener('offline', network)
  network()
  if (appInfo.get()?.readOnly) showNotice({ kind: 'read-only', words: words.readOnly })
}
