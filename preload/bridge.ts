// The entry of the app window's preload: exposes window.offprint with two named methods and nothing of Electron's.
// Calls are checked here against the contract, as main will once more: what is refused here, a string of 200 MB for one, costs main nothing.
import { contextBridge, ipcRenderer } from 'electron'
import { z } from 'zod'
import { events, requests, type Bridge } from './contract.ts'
import { failed } from './failure.ts'
import { inTurn } from './inTurn.ts'

z.config({ jitless: true }) // the policy of our pages forbids eval

/** Unanswered calls of one channel. Of each its own: what answers a question of main's never waits for what main is asked. */
const atATime = 64
const turns = new Map<string, ReturnType<typeof inTurn>>()
const turnOf = (name: string) => {
  const turn = turns.get(name) ?? inTurn(atATime)
  turns.set(name, turn)
  return turn
}

const bridge: Bridge = {
  request(name, ...args) {
    if (!Object.hasOwn(requests, name)) return Promise.reject(new Error('Not allowed.'))
    if (!requests[name].args.safeParse(args).success) return Promise.resolve(failed({ code: 'not-allowed' }))
    return turnOf(name)(() => ipcRenderer.invoke(name, args)) as ReturnType<Bridge['request']> as never
  },
  on(name, callback) {
    if (!Object.hasOwn(events, name)) throw new Error('Not allowed.')
    const listener = (_event: unknown, value: unknown) => callback(value as never)
    ipcRenderer.on(name, listener)
    return () => void ipcRenderer.removeListener(name, listener)
  },
}

contextBridge.exposeInMainWorld('offprint', bridge)
