// A page as it is loaded, styled and frozen, for cases that only the layout can tell.
import type { FreezeOptions } from '../../../main/capture/frozenPage.ts'

type Freezer = typeof import('../../../main/capture/page/freeze.ts')

const options: FreezeOptions = { nonce: '00', elements: 20_000, depth: 512, imageWidth: 2_560 }

/** The frozen page's HTML; pictures are those that the source names as kept already. */
export async function frozen(html: string): Promise<string> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'width: 1280px; height: 900px'
  const script = new URL('../../../main/capture/page/freeze.ts', import.meta.url).href
  const loaded = new Promise<Freezer>((resolve) => {
    Object.assign(window, { freezerLoaded: resolve })
  })
  const finished = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = `${html}<script type="module">import * as freezer from '${script}'; parent.freezerLoaded(freezer)</script>`
  document.body.append(frame)
  try {
    const freezer = await loaded
    await finished
    const answer = freezer.freeze(options)
    if (answer.kind !== 'frozen') throw new Error(answer.kind)
    return answer.html
  } finally {
    frame.remove()
  }
}
