// What stands in quotes, in a query: "old towns". A backslash before a quote or a backslash means that character itself: "he said \"no\"".

export const quotes: ReadonlySet<string> = new Set('"“”„«»')

/** Of a regular expression: what stands in quotes, from the one to the other or to the end. */
export const inQuotes = String.raw`["“”„«»](?:[^"“”„«»\\]|\\["“”„«»\\]?)*["“”„«»]?`

/** A value as it stands in quotes. */
export function quoted(value: string): string {
  return `"${escaped(value)}"`
}

/** A value as it stands behind an operator: in quotes where it needs them. */
export function valueOf(value: string): string {
  return needsQuotes(value) ? quoted(value) : value
}

export function needsQuotes(value: string): boolean {
  return /[\s()"“”„«»]/.test(value)
}

export function escaped(value: string): string {
  return value.replace(/["“”„«»\\]/g, '\\$&')
}

/** What was meant by what stands in quotes; also before the last of it is written. */
export function unescaped(written: string): string {
  return written.replace(/\\(["“”„«»\\]|$)/g, '$1')
}

/** Whether a backslash stands there that says how to read what follows it. */
export function isEscape(text: string, at: number): boolean {
  const next = text.charAt(at + 1)
  return text.charAt(at) === '\\' && (next === '\\' || quotes.has(next))
}
