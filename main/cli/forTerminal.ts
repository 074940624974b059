// Text of pages on its way to a terminal, which would take some of it for orders: to change its title, to clear itself, to answer as if the person
// had typed. A file or another program gets every byte as it is.

/** All but the tab and the line feed. */
const orders = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

export function forTerminal(line: string, { isTTY }: { readonly isTTY?: boolean }): string {
  return isTTY === true ? line.replace(orders, '\ufffd') : line
}
