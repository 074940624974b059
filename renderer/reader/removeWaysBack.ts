/** From a footnote that is read away from its mark or on paper: the links back to the mark, which there lead nowhere. */
export function removeWaysBack(from: ParentNode) {
  for (const back of from.querySelectorAll('a[href^="#"]'))
    if (/^[\s↩↑^⏎\ufe0e]*$/.test(back.textContent ?? '') && !back.querySelector('img, svg, math')) back.remove()
}
