// A picture of the text to the clipboard: as PNG, the one kind that every program takes.
import { assetAddress } from '../ui/assetAddress.ts'

/** False when it cannot be drawn or the clipboard does not take it. */
export async function copyPicture(blob: string): Promise<boolean> {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  image.src = assetAddress(blob)
  try {
    await image.decode()
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': canvas.convertToBlob({ type: 'image/png' }) })])
    return true
  } catch {
    return false // damaged, or the system said no: the caller says so
  }
}
