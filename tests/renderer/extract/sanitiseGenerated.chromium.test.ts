// Trees nobody thought of: pieces of attacks put together by chance. The seed is printed; `seedsOfBefore` holds those that once failed.
import { expect, test } from 'vitest'
import { sanitiseNodes, sanitiseToString } from '../../../renderer/extract/sanitise.ts'
import { executions, requests } from './hostileCases.ts'
import { parseInert } from '../../../renderer/extract/trustedHtml.ts'
import { hostileTree } from './hostileTree.ts'

const isSoak = import.meta.env['OFFPRINT_SOAK'] === '1'
const rounds = isSoak ? 10_000 : 200
const atOnce = 200
const seedsOfBefore: readonly number[] = []
const seed = isSoak ? Date.now() % 1_000_000_000 : 20_261_122

test(
  `${rounds} generated trees come out as fixed points that run nothing and ask for nothing`,
  { timeout: isSoak ? 900_000 : 60_000 },
  async () => {
    console.log(`seeds ${seed} to ${seed + rounds - 1}`)
    const seeds = [...seedsOfBefore, ...Array.from({ length: rounds }, (_, n) => seed + n)]
    let raw = 0
    for (let start = 0; start < seeds.length; start += atOnce) {
      const outcomes: string[] = []
      for (const one of seeds.slice(start, start + atOnce)) {
        const html = hostileTree(one)
        const once = sanitiseToString(html)
        if (sanitiseToString(once) !== once) throw new Error(`seed ${one} is no fixed point: ${html}`)
        const nodes = sanitiseNodes(parseInert(html).body)
        if (shapeOf(nodes.body) !== shapeOf(parseInert(nodes.html).body)) throw new Error(`seed ${one}: ${html}`)
        outcomes.push(once)
        if (one % 50 === 0 && (await executions(html)) > 0) raw++
      }
      expect(await executions(outcomes.join('\n')), `executions of seeds from ${seeds[start]}`).toBe(0)
      const asked = (await requests(outcomes.join('\n'))).filter((one) => !one.endsWith('offprint-asset'))
      expect(asked, `requests of seeds from ${seeds[start]}`).toEqual([])
    }
    expect(raw).toBeGreaterThan(0)
  },
)

/** Its elements with their attributes and texts, white space at its ends aside. */
function shapeOf(node: Node): string {
  if (node.nodeType === 3) return JSON.stringify((node as Text).data)
  const names = node instanceof Element ? node.getAttributeNames() : []
  const attributes = names.map((name) => `${name}=${(node as Element).getAttribute(name)}`).join(' ')
  const children = [...node.childNodes].filter((one) => one.nodeType === 1 || (one as Text).data.trim() !== '')
  return `${(node as Element).namespaceURI} ${node.nodeName === 'BODY' ? 'DIV' : node.nodeName} ${attributes}(${children.map(shapeOf).join()})`
}
