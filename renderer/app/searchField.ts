// The one search field: reached from anywhere, its words chosen so that typing replaces them.
export const searchFieldId = 'search-field'

/** `isChosen`: what stands in it is replaced by what is typed next. */
export function focusSearch({ isChosen = true }: { isChosen?: boolean } = {}) {
  // After the panes have been drawn: the field may be in a list that was hidden.
  requestAnimationFrame(() => {
    const field = document.getElementById(searchFieldId)
    if (field instanceof HTMLInputElement) {
      field.focus()
      if (isChosen) field.select()
      else field.setSelectionRange(field.value.length, field.value.length)
    }
  })
}

export const listId = 'article-list'

/** What had the focus has gone. */
export function focusListIfLost() {
  requestAnimationFrame(() => document.activeElement === document.body && focusList())
}

export function focusList() {
  requestAnimationFrame(() => document.getElementById(listId)?.focus({ preventScroll: true }))
}
