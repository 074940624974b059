// What comes into view by a movement is there when the movement has ended; the copy must not be made before.

/** Those that have an end, and do not go by how far one has scrolled. */
export function finishAnimations(): void {
  for (const animation of Document.prototype.getAnimations.call(document)) {
    const endTime = Number(animation.effect?.getComputedTiming().endTime)
    if (!(animation.timeline instanceof DocumentTimeline) || !Number.isFinite(endTime) || animation.playbackRate <= 0)
      continue
    animation.finish()
  }
}
