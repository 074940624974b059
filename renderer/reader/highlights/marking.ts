// What is marked in the open article, and what is chosen in it now: shared by the page, the bar over it and the panel beside it.
import type { HighlightColour } from '../../library/fold.ts'
import type { Highlight } from '../../library/highlights.ts'
import { createStore } from '../../ui/createStore.ts'

/** In pixels of the frame. */
export type Spot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export type Chosen = {
  readonly spot: Spot
  readonly text: string
  /** The highlight it is; undefined while it is only chosen. */
  readonly highlight?: string
  /** Its note is being written. */
  readonly isNoting?: true
}

export type Marking = {
  readonly article?: string | undefined
  /** In the order of the text. */
  readonly placed: readonly Highlight[]
  /** Their words stand in the text no more, or not so that one could be sure. */
  readonly unplaced: readonly Highlight[]
  readonly chosen?: Chosen | undefined
  /** To be gone to as soon as it is drawn: of an article that is being opened. */
  readonly wanted?: { readonly id: string; readonly isNoting?: true } | undefined
  /** Of those without a place: the one that was asked for, and is shown in the panel instead. */
  readonly sought?: string | undefined
  /** The colour last used, for the next. */
  readonly colour: HighlightColour
}

export const marking = createStore<Marking>({ placed: [], unplaced: [], colour: 'yellow' })
