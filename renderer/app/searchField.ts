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
  requestAnimationFrame(() => isDue && giveListFocus())
}

let isDue = false
for (const act of ['keydown', 'pointerdown'] as const)
  document.addEventListener(act, () => void (isDue = false), { capture: true })

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
