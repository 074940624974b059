// Long work in the window is done in pieces; between them keys, clicks and frames have their turn.

const longestMs = 8

let pieceBegan = 0

/** Lets others run when this piece of work has taken long enough; costs nothing before. */
export async function breathe(): Promise<void> {
  if (performance.now() - pieceBegan < longestMs) return
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
  pieceBegan = performance.now()
}
