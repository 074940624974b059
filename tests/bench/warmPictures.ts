import { imageWidths } from '../site/images.ts'
import type { Site } from '../site.ts'

/** Has the site make the pictures of `/many/*` now: a megapixel takes it a tenth of a second, which is nobody's capture. */
export async function warmPictures(site: Site): Promise<void> {
  for (let n = 0; n < 12; n++)
    for (const width of imageWidths)
      await (await fetch(`http://127.0.0.1:${site.port}/images/many${n}-${width}.png`)).arrayBuffer()
}
