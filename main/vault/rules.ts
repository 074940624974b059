// Each site's rule once more as a small text file, for people: to read, to hand on. The acts are what counts; the file is there when the act is.
import type { ActBody } from '../../preload/act.ts'
import { isRuleSite } from '../../preload/siteRule.ts'
import { codeOf } from './disk.ts'
import { onDisk, rulePath } from './layout.ts'
import { write, type Desk } from './write.ts'

type RuleMade = Extract<ActBody, { act: 'rule-made' }>

/** Before the acts are appended. An empty rule has no file. */
export async function writeRules(desk: Desk, made: readonly RuleMade[]): Promise<void> {
  for (const { site, rule } of made) {
    if (!isRuleSite(site)) continue
    const path = rulePath(desk.device, site)
    if (rule === '') await remove(desk, path)
    else await write(desk, [[{ path, bytes: Buffer.from(rule) }]])
  }
}

async function remove({ disk, root }: Desk, path: string): Promise<void> {
  try {
    await disk.remove(onDisk(root, path))
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT') throw thrown // there was none
  }
}
