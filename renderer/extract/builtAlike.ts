// Which blocks of a page are built alike: rows of a list, cards of a grid, posts of a thread.
import type { Paragraph } from './text.ts'

/** Gives a number for each block; equal where the elements from the block upwards, as many as asked, have the same names and classes. */
export function builtAlike(list: readonly Paragraph[]): (levels: number) => number[] {
  const known = new Map<Element, number>()
  const names = new Map<string, number>()
  const nameOfElement = (element: Element): number => {
    const number = known.get(element) ?? numberOf(nameOf(element), names)
    known.set(element, number)
    return number
  }
  return (levels) => {
    const chains = new Map<string, number>()
    return list.map(({ block }) => {
      let chain = ''
      let at: Element | null = block
      for (let level = 0; level < levels && at && at.localName !== 'html'; level++, at = at.parentElement)
        chain += `<${nameOfElement(at)}`
      return numberOf(chain, chains)
    })
  }
}

function numberOf(name: string, numbers: Map<string, number>): number {
  const number = numbers.get(name) ?? numbers.size
  numbers.set(name, number)
  return number
}

/** Some classes are whole style sheets. */
const classCharacters = 80

function nameOf(element: Element): string {
  return `${element.localName}.${(element.getAttribute('class') ?? '').trim().slice(0, classCharacters)}`
}
