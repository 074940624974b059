// The page of the benchmark: starts the worker, measures memory for it, and says how long it took from its own start to an answer.
import type { FromBench, ToBench } from './bench.worker.ts'

declare global {
  interface Window {
    offprintBench: (
      message: ToBench,
      script?: string,
    ) => Promise<FromBench & { readonly sinceStartMs: number; readonly tookMs: number }>
    offprintSays: (words: string) => void
  }
}

window.offprintBench = (message, script = '/worker.js') =>
  new Promise((resolve, reject) => {
    const before = performance.now()
    const worker = new Worker(script, { type: 'module' })
    let asking: number | undefined
    worker.onerror = (event) => reject(new Error(event.message))
    worker.onmessage = ({ data }: MessageEvent<FromBench | FromRunning>) => {
      if (data.kind === 'says') return window.offprintSays(data.words)
      if (data.kind === 'memory') return void memory().then((bytes) => worker.postMessage({ kind: 'memory', bytes }))
      if (data.kind === 'questions') {
        window.clearInterval(asking)
        if (data.wanted) asking = window.setInterval(() => worker.postMessage(question()), questionEveryMs)
        return
      }
      worker.terminate()
      resolve({ ...data, sinceStartMs: performance.now(), tookMs: performance.now() - before })
    }
    worker.postMessage(message)
  })

type FromRunning =
  | { readonly kind: 'memory' }
  | { readonly kind: 'says'; readonly words: string }
  | { readonly kind: 'questions'; readonly wanted: boolean }

const questionEveryMs = 7

function question() {
  return { kind: 'question', sentAt: performance.timeOrigin + performance.now() }
}

/** Of page and worker together, after a collection; only pages that are isolated may ask. */
async function memory(): Promise<number | undefined> {
  const measuring = performance as Performance & { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> }
  try {
    return (await measuring.measureUserAgentSpecificMemory?.())?.bytes
  } catch {
    return undefined // Electron has the name and not the thing
  }
}
