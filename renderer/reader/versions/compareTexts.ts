// Two texts, word by word: what is the same, what went, what came. First by whole paragraphs, then by the words of those that changed, so
// that a sentence put in the middle leaves all around it alone.

export type Change = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** One paragraph of the comparison. `same`: nothing in it changed. */
export type ComparedParagraph = {
  readonly kind: 'same' | 'changed' | 'gone' | 'new'
  readonly changes: readonly Change[]
}

export function compareTexts(before: readonly string[], after: readonly string[]): readonly ComparedParagraph[] {
  const compared: ComparedParagraph[] = []
  let gone: string[] = []
  let come: string[] = []
  const flush = () => {
    compared.push(...pairUp(gone, come))
    gone = []
    come = []
  }
  for (const { kind, item } of compareLists(before, after)) {
    if (kind === 'gone') gone.push(item)
    else if (kind === 'new') come.push(item)
    else {
      flush()
      compared.push({ kind: 'same', changes: [{ kind: 'same', text: item }] })
    }
  }
  flush()
  return compared
}

export type Counts = { readonly gone: number; readonly come: number }

/** Words that went and came. */
export function countChanges(paragraphs: readonly ComparedParagraph[]): Counts {
  const all = paragraphs.flatMap(({ changes }) => changes)
  const count = (kind: Change['kind']) =>
    all.filter((change) => change.kind === kind).reduce((sum, { text }) => sum + wordsIn(text).filter(isWord).length, 0)
  return { gone: count('gone'), come: count('new') }
}

/** Two paragraphs that share at least this part of their words are one that was changed. */
const alike = 0.4

/** What went and what came between two paragraphs that stayed, in order: the alike ones are shown as one. */
function pairUp(gone: readonly string[], come: readonly string[]): ComparedParagraph[] {
  const compared: ComparedParagraph[] = []
  const wordsOf = new Map([...gone, ...come].map((text) => [text, new Set(wordsIn(text).filter(isWord))]))
  let next = 0
  for (const old of gone) {
    const at = come.findIndex(
      (text, index) =>
        index >= next && index < next + lookAhead && likeness(wordsOf.get(old), wordsOf.get(text)) >= alike,
    )
    if (at === -1) {
      compared.push({ kind: 'gone', changes: [{ kind: 'gone', text: old }] })
      continue
    }
    compared.push(...come.slice(next, at).map(whollyNew))
    compared.push({ kind: 'changed', changes: compareWords(old, come[at] ?? '') })
    next = at + 1
  }
  return [...compared, ...come.slice(next).map(whollyNew)]
}

/** A paragraph moves only so far when others are put before it. */
const lookAhead = 20

function whollyNew(text: string): ComparedParagraph {
  return { kind: 'new', changes: [{ kind: 'new', text }] }
}

function likeness(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (a.size === 0 || b.size === 0) return 0
  return [...a].filter((word) => b.has(word)).length / Math.max(a.size, b.size)
}

function compareWords(before: string, after: string): Change[] {
  const changes: { kind: Change['kind']; text: string }[] = []
  for (const { kind, item } of compareLists(wordsIn(before), wordsIn(after))) {
    const last = changes.at(-1)
    if (last?.kind === kind) last.text += item
    else changes.push({ kind, text: item })
  }
  return joined(changes)
}

/** A lone space between two changes belongs to both: "gone new gone new" reads worse than "gone gone, new new". */
function joined(changes: readonly { kind: Change['kind']; text: string }[]): Change[] {
  const out: { kind: Change['kind']; text: string }[] = []
  let gone = ''
  let come = ''
  const flush = () => {
    if (gone !== '') out.push({ kind: 'gone', text: gone })
    if (come !== '') out.push({ kind: 'new', text: come })
    gone = ''
    come = ''
  }
  changes.forEach(({ kind, text }, at) => {
    if (kind === 'gone') gone += text
    else if (kind === 'new') come += text
    else if (/^\s+$/.test(text) && gone !== '' && come !== '' && at < changes.length - 1) {
      gone += text
      come += text
    } else {
      flush()
      out.push({ kind, text })
    }
  })
  flush()
  return out
}

/** Words, and what stands between them, so that nothing is lost. Scripts without spaces go by the character. */
function wordsIn(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}'’]+|\s+|[^\p{L}\p{N}\p{M}'’\s]/gu,
    ) ?? []
  )
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

type Step = { readonly kind: Change['kind']; readonly item: string }

/** More than this is not worth the wait: what differs is then shown as gone and new. */
const mostCells = 4_000_000

/** The longest common subsequence of two lists, as steps. */
function compareLists(before: readonly string[], after: readonly string[]): Step[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++
  const step = (kind: Change['kind']) => (item: string) => ({ kind, item })
  return [
    ...before.slice(0, start).map(step('same')),
    ...compareMiddles(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(step('same')),
  ]
}

function compareMiddles(before: readonly string[], after: readonly string[]): Step[] {
  const gone = before.map((item) => ({ kind: 'gone' as const, item }))
  const come = after.map((item) => ({ kind: 'new' as const, item }))
  const width = after.length + 1
  if (before.length === 0 || after.length === 0 || before.length * after.length > mostCells) return [...gone, ...come]
  // lengths[i * width + j]: of the longest common subsequence of what follows i and j.
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const steps: Step[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      steps.push({ kind: 'same', item: before[i] ?? '' })
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) steps.push({ kind: 'gone', item: before[i++] ?? '' })
    else steps.push({ kind: 'new', item: after[j++] ?? '' })
  }
  return [...steps, ...gone.slice(i), ...come.slice(j)]
}
