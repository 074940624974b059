// An article of which no text is there: what is asked of it says so.
import { beforeEach, expect, test } from 'vitest'
import { toasts } from '../../../renderer/app/toasts.ts'
import { copyAsMarkdown } from '../../../renderer/reader/copyAsMarkdown.ts'
import { printArticle } from '../../../renderer/reader/printArticle.ts'
import { withVault } from '../library/withVault.ts'

beforeEach(async () => {
  await withVault()
  toasts.set({})
})

test.each([
  ['copied', () => copyAsMarkdown('01KA000000000000000000000A')],
  ['printed', () => printArticle('01KA000000000000000000000A', 'printer')],
])('that it cannot be %s is said', async (_what, run) => {
  await run()
  expect(toasts.get().toast).toMatchObject({ isProblem: true, words: 'The text of this article is not there.' })
})
