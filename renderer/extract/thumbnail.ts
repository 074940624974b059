// A small square picture for the list, cut from the middle.

const sidePx = 128
const quality = 0.82

/** WebP, 128 px each way. Throws when the bytes are no picture that this engine can decode. */
export async function thumbnail(bytes: Uint8Array, mime: string): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await decode(new Blob([bytes as BlobPart], { type: mime }))
  try {
    const side = Math.min(whole.width, whole.height)
    const canvas = new OffscreenCanvas(sidePx, sidePx)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No canvas.')
    context.imageSmoothingQuality = 'high'
    context.drawImage(whole, (whole.width - side) / 2, (whole.height - side) / 2, side, side, 0, 0, sidePx, sidePx)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    whole.close()
  }
}

/** An SVG is decoded by an image element only; it runs nothing and loads nothing there. */
async function decode(blob: Blob): Promise<ImageBitmap> {
  if (!blob.type.startsWith('image/svg')) return createImageBitmap(blob)
  const address = URL.createObjectURL(blob)
  try {
    const image = new Image(sidePx * 2, sidePx * 2)
    image.src = address
    await image.decode()
    return await createImageBitmap(image)
  } finally {
    URL.revokeObjectURL(address)
  }
}
