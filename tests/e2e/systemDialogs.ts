// What a person would answer to the dialogs and menus of the system, which no test can press.
import { join } from 'node:path'
import { newFolder, type App } from './app.ts'

/** Whatever is saved next goes there; answers with the path. */
export async function savesAs(app: App, name: string): Promise<string> {
  const path = join(await newFolder('saved'), name)
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  return path
}

/** In the next menu of the system that opens, this entry is chosen. */
export async function chooses(app: App, label: string): Promise<void> {
  await app.electron.evaluate(({ Menu }, wanted) => {
    Menu.prototype.popup = function (options) {
      this.items.find((item) => item.label === wanted)?.click()
      options?.callback?.()
    }
  }, label)
}

/** Native dialogs cannot be seen by a test: they are written down and answered at once, questions with the button of that number. */
export function recordDialogs({ electron }: App, answer = 1): Promise<void> {
  return electron.evaluate(({ dialog: native }, response) => {
    const said: string[] = []
    Object.assign(globalThis, { saidByDialogs: said })
    native.showMessageBox = (...args: unknown[]) => {
      const { type, message, buttons = [] } = args.at(-1) as Electron.MessageBoxOptions
      said.push(`${type}: ${message}${type === 'error' ? ` [${buttons.join(', ')}]` : ''}`)
      return Promise.resolve({ response: type === 'question' ? response : 0, checkboxChecked: false })
    }
  }, answer)
}

export function dialogsOf({ electron }: App): Promise<string[]> {
  return electron.evaluate(() => (globalThis as unknown as { saidByDialogs: string[] }).saidByDialogs)
}

export function forgetDialogs({ electron }: App): Promise<void> {
  return electron.evaluate(() => void (globalThis as unknown as { saidByDialogs: string[] }).saidByDialogs.splice(0))
}
