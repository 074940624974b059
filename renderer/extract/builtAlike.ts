// Which blocks of a page are built alike: rows of a list, cards of a grid, posts of a thread.
import type { Paragraph } from './text.ts'

/** A number for each block; equal where the elements from the block upwards, this many, have the same names and classes. */
export function builtAlike(list: readonly Paragraph[], levels: number): number[] {
  const names = new Map<Element, string>()
  const numbers = new Map<string, number>()
  return list.map(({ block }) => {
    let chain = ''
    let at: Element | null = block
    for (let level = 0; level < levels && at && at.localName !== 'html'; level++, at = at.parentElement) {
      const name = names.get(at) ?? nameOf(at)
      names.set(at, name)
      chain += `<${name}`
    }
    const number = numbers.get(chain) ?? numbers.size
    numbers.set(chain, number)
    return number
  })
}

/** Some classes are whole style sheets. */
const classCharacters = 80

function nameOf(element: Element): string {
  return `${element.localName}.${(element.getAttribute('class') ?? '').trim().slice(0, classCharacters)}`
}
