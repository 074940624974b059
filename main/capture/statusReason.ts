// The words beside a status code, as the site wrote them. Chosen by whoever runs it: no control character of theirs reaches a terminal or the window,
// and none an answer of our own, which Node would not send.
import { STATUS_CODES } from 'node:http'

const longest = 100

/** On one line; the usual words where there are none. */
export function statusReason(status: number, written: string | undefined): string {
  const plain = (written ?? '').replace(/[\p{C}\s]+/gu, ' ').trim()
  return (plain || STATUS_CODES[status] || '').slice(0, longest)
}
