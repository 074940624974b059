// Notes while they are being written, so that a window that crashes loses no word. In a store of their own, because the library may be
// deleted and made anew at any time. A draft goes when its note is in the vault.
import { Dexie, type Table } from 'dexie'
import type { ActBody } from '../../preload/act.ts'
import type { Result } from '../../preload/failure.ts'
import { perform, type Undo } from './acts.ts'

/** Of a highlight, or of the article itself. */
export type NoteOf = { readonly article: string; readonly highlight?: string }
type Draft = NoteOf & { readonly key: string; readonly text: string }

class Drafts extends Dexie {
  declare readonly drafts: Table<Draft, string>

  constructor() {
    super('offprint-drafts')
    this.version(1).stores({ drafts: 'key' })
  }
}

const store = new Drafts()

export async function keepDraft(of: NoteOf, text: string): Promise<void> {
  await store.drafts.put({ ...of, key: keyOf(of), text })
}

/** What is written is what is kept again. */
export async function dropDraft(of: NoteOf): Promise<void> {
  await store.drafts.delete(keyOf(of))
}

export async function draftOf(of: NoteOf): Promise<string | undefined> {
  return (await store.drafts.get(keyOf(of)))?.text
}

/** The note goes to the vault; then, and only then, its draft goes. */
export async function keepNote(of: NoteOf, note: string): Promise<Result<Undo>> {
  const answer = await perform([noteAct(of, note)])
  if (answer.ok)
    await store.drafts
      .where('key')
      .equals(keyOf(of))
      .and(({ text }) => text === note)
      .delete()
  return answer
}

/** Drafts that a crash left become notes. How many there were. */
export async function keepAllDrafts(): Promise<number> {
  const left = await store.drafts.toArray()
  let kept = 0
  for (const { article, highlight, text } of left) {
    const answer = await keepNote({ article, ...(highlight === undefined ? {} : { highlight }) }, text)
    if (answer.ok) kept += 1
  }
  return kept
}

function noteAct({ article, highlight }: NoteOf, note: string): ActBody {
  return highlight === undefined
    ? { act: 'noted', article, note }
    : { act: 'highlight-noted', article, highlight, note }
}

function keyOf({ article, highlight }: NoteOf): string {
  return `${article} ${highlight ?? ''}`
}
