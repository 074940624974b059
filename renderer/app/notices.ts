// States of the whole window that must not be overlooked: a line above the panes, until it is no longer true. Set by whoever knows.
import { createStore } from '../ui/createStore.ts'
import { appInfo } from './appSettings.ts'
import { words } from './words.ts'

export type Notice = {
  /** One of a kind at a time. */
  readonly kind: 'storage' | 'offline' | 'rebuilding' | 'read-only' | 'library' | 'attention'
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

export function startNotices() {
  const network = () => {
    if (navigator.onLine) endNotice('offline')
    else showNotice({ kind: 'offline', words: words.offline })
  }
  addEventListener('online', network)
  addEventListener('offline', network)
  network()
  if (appInfo.get()?.readOnly) showNotice({ kind: 'read-only', words: words.readOnly })
}
