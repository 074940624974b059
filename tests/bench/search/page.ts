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
    worker.onerror = (event) => reject(new Error(event.message))
    worker.onmessage = ({ data }: MessageEvent<FromBench | { kind: 'memory' } | { kind: 'says'; words: string }>) => {
      if (data.kind === 'says') return window.offprintSays(data.words)
      if (data.kind === 'memory') return void memory().then((bytes) => worker.postMessage({ kind: 'memory', bytes }))
      worker.terminate()
      resolve({ ...data, sinceStartMs: performance.now(), tookMs: performance.now() - before })
    }
    worker.postMessage(message)
  })

/** Of page and worker together, after a collection; only pages that are isolated may ask. */
async function memory(): Promise<number | undefined> {
  const measuring = performance as Performance & { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> }
  const measured = await measuring.measureUserAgentSpecificMemory?.()
  return measured?.bytes
}
