/** Tab goes past the page in a frame instead of through each of its links and fields, which do nothing here; the page as a whole can still be reached. */
export function oneTabStop(page: Document) {
  for (const element of page.body.querySelectorAll(reached)) element.setAttribute('tabindex', '-1')
  page.body.tabIndex = 0
}

const reached =
  'a, area, button, input, select, textarea, summary, iframe, object, embed, audio, video, [tabindex], [contenteditable]'
