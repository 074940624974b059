// Each site's rule once more as a small text file, for people: to read, to hand on. The acts are what counts; the file is there when the act is.
import type { ActBody } from '../../preload/act.ts'
import { isRuleSite } from '../../preload/siteRule.ts'
import { codeOf } from './disk.ts'
import { onDisk, rulePath } from './layout.ts'
import { isReservedName } from './reservedName.ts'
import { write, type Desk } from './write.ts'

type RuleMade = Extract<ActBody, { act: 'rule-made' }>

/** Before the acts are appended. An empty rule has no file. */
export async function writeRules(desk: Desk, made: readonly RuleMade[]): Promise<void> {
  for (const { site, rule } of made) {
    if (!namesFile(site)) continue
    const path = rulePath(desk.device, site)
    if (rule === '') await remove(desk, path)
    else await write(desk, [[{ path, bytes: Buffer.from(rule) }]])
  }
}

/** On every system: the folder may come to another one, and a rule is not to be lost for want of its copy. */
function namesFile(site: string): boolean {
  return isRuleSite(site) && !isReservedName(site) && site.length <= longestName
}

/** With what follows it, what file systems take. */
const longestName = 250

async function remove({ disk, root }: Desk, path: string): Promise<void> {
  try {
    await disk.remove(onDisk(root, path))
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT') throw thrown // there was none
  }
}
