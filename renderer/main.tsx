// The entry of the app window. Opens the library and the index, answers main's questions, and shows the panes, unless main wants only the first three.
import './app/noEval.ts' // before all else
import { speak } from '../preload/language.ts'
import { answer } from './app/answer.ts'
import { startSettings } from './app/appSettings.ts'
import { ask, listen } from './app/bridge.ts'
import { sayUnopened } from './app/sayUnopened.ts'
import { startLibrary } from './app/startLibrary.ts'

void start()

async function start() {
  speak(document.documentElement.lang)
  // The style elements that Radix adds need the nonce of this load.
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  Object.assign(globalThis, { __webpack_nonce__: nonce })
  const isHidden = location.hash === '#hidden'
  const shown = isHidden ? undefined : showPanes()
  const started = await startLibrary(shown ? shown.then(whenIdle) : Promise.resolve()).catch(sayUnopened)
  if (!started) return
  answer(started.search, started.filled)
  if (isHidden) {
    const stop = listen('command.run', (id) => {
      if (id !== 'show') return
      stop()
      void showPanes()
    })
  }
}

/** They are drawn a moment after they are known. */
function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 400 }))
}

/** Resolves when the first list is known: while it is read nothing else is to be at work, and one waits for it. */
async function showPanes() {
  const [{ mount, listed }] = await Promise.all([import('./App.tsx'), startSettings()])
  await mount()
  await ask('app.painted')
  await listed()
}
