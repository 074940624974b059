/** All elements of these names, name by name: a browser finds those of one many times sooner than those of a list. Call where their order says nothing. */
export function named(root: ParentNode, names: readonly string[]): Element[] {
  return names.flatMap((name) => [...root.querySelectorAll(name)])
}
