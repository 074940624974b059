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
