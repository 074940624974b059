/** Runs in the app window: saves a page through the window's own request. Milliseconds from link to durable; throws when it could not be saved. */
export async function savedInWindow(url: string): Promise<number> {
  const before = performance.now()
  const added = await window.offprint.request('capture.add', [url])
  const id = added.ok ? added.value.jobs[0]?.id : undefined
  await new Promise<void>((resolve, reject) => {
    window.offprint.on('capture.changed', (job) => {
      if (job.id !== id) return
      if (job.state.kind === 'saved') resolve()
      if (job.state.kind === 'failed') reject(new Error(job.state.failure.code))
    })
  })
  return performance.now() - before
}
