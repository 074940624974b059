// A block is taken into the article or left out of it: the lines of the rule afterwards.
import { isSameLine, type RuleLine } from '../../../preload/siteRule.ts'
import { elementsOf } from '../../extract/followRule.ts'
import { lineFor } from './lineFor.ts'

export type Toggled = {
  readonly lines: readonly RuleLine[]
  /** The line that was added; absent when one was taken back. */
  readonly added?: RuleLine
}

/** `isIn`: the article holds it now. What the rule says of the very block is taken back first. Undefined when no line can name it. */
export function toggleLine(
  lines: readonly RuleLine[],
  body: HTMLElement,
  element: Element,
  isIn: boolean,
  articleIn: (element: Element) => number,
): Toggled | undefined {
  const opposite = isIn ? 'keep' : 'remove'
  const rest = lines.filter((line) => line.verb !== opposite || !elementsOf(body, line).includes(element))
  if (rest.length < lines.length) return { lines: rest }
  const added = lineFor(body, { element, verb: isIn ? 'remove' : 'keep', articleIn })
  if (!added || lines.some((line) => isSameLine(line, added))) return undefined
  return { lines: [...lines, added], added }
}
