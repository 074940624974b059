// The one search field: reached from anywhere, its words chosen so that typing replaces them.
export const searchFieldId = 'search-field'

export function focusSearch() {
  // After the panes have been drawn: the field may be in a list that was hidden.
  requestAnimationFrame(() => {
    const field = document.getElementById(searchFieldId)
    if (field instanceof HTMLInputElement) {
      field.focus()
      field.select()
    }
  })
}

export const listId = 'article-list'

export function focusList() {
  requestAnimationFrame(() => document.getElementById(listId)?.focus({ preventScroll: true }))
}
