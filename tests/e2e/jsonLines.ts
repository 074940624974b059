// What `--json` prints, read back by the schemas of the contract; a key too many or too few fails the test that asked.
import { z } from 'zod'
import { article } from '../../preload/article.ts'
import type { CommandEnd } from './app.ts'

const line = z.strictObject(article.shape)
const shown = line.extend({ text: z.string().optional(), html: z.string().optional() })
const hit = line.extend({ snippet: z.string() })

export type Line = z.infer<typeof line>

export function articlesOf(end: Pick<CommandEnd, 'stdout'>): Line[] {
  return jsonLines(end).map((value) => line.parse(value))
}

export function hitsOf(end: Pick<CommandEnd, 'stdout'>): z.infer<typeof hit>[] {
  return jsonLines(end).map((value) => hit.parse(value))
}

export function shownOf(end: Pick<CommandEnd, 'stdout'>): z.infer<typeof shown> {
  return shown.parse(jsonLines(end)[0])
}

export function jsonLines({ stdout }: Pick<CommandEnd, 'stdout'>): unknown[] {
  return stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text): unknown => JSON.parse(text))
}

/** White space as a reader sees it. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
