// The one search field: reached from anywhere, its words chosen so that typing replaces them.
export const searchFieldId = 'search-field'

/** `isChosen`: what stands in it is replaced by what is typed next. */
export function focusSearch({ isChosen = true }: { isChosen?: boolean } = {}) {
  // After the panes have been drawn: the field may be in a list that was hidden.
  requestAnimationFrame(() => {
    const field = document.getElementById(searchFieldId)
    if (field instanceof HTMLInputElement) {
      isDue = false
      field.focus()
      if (isChosen) field.select()
      else field.setSelectionRange(field.value.length, field.value.length)
    }
  })
}

export const listId = 'article-list'

/** Where no list stands yet, as on the way from an empty view to another, it takes the focus when it comes, unless somebody has done anything meanwhile. */
export function focusList() {
  isDue = true
  isComing = true
  requestAnimationFrame(() => {
    isComing = false
    if (isDue) giveListFocus()
  })
}

let isDue = false
/** Between being asked for and the frame in which the list gets it. */
let isComing = false
document.addEventListener('pointerdown', () => void (isDue = false), { capture: true })
document.addEventListener(
  'keydown',
  () => {
    // A key in that moment is for the list already; but whoever writes in a dialog goes on writing.
    if (isDue && isComing && !document.activeElement?.closest('[role="dialog"]')) giveListFocus()
    isDue = false
  },
  { capture: true },
)

/** For a list that has just come: true where the focus was meant for it. */
export function takeDueFocus(): boolean {
  return isDue && giveListFocus()
}

function giveListFocus(): boolean {
  const list = document.getElementById(listId)
  list?.focus({ preventScroll: true })
  // A dialog that closes in this moment may still hold the focus.
  isDue = list === null || document.activeElement !== list
  return !isDue
}
