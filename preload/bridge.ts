// The entry of the app window's preload: exposes window.offprint with two named methods and nothing of Electron's.
// Channel names are checked here against the contract, so that the page cannot speak on any other channel.
import { contextBridge, ipcRenderer } from 'electron'
import { events, requests, type Bridge } from './contract.ts'

const bridge: Bridge = {
  request(name, ...args) {
    if (!Object.hasOwn(requests, name)) return Promise.reject(new Error('Not allowed.'))
    return ipcRenderer.invoke(name, args) as ReturnType<Bridge['request']> as never
  },
  on(name, callback) {
    if (!Object.hasOwn(events, name)) throw new Error('Not allowed.')
    const listener = (_event: unknown, value: unknown) => callback(value as never)
    ipcRenderer.on(name, listener)
    return () => void ipcRenderer.removeListener(name, listener)
  },
}

contextBridge.exposeInMainWorld('offprint', bridge)
