import { expect, it } from 'vitest'
import { selfContainedPage } from '../../main/selfContainedPage.ts'
import { failed, ok } from '../../preload/failure.ts'

const [there, gone] = [`${'a'.repeat(64)}.png`, `${'b'.repeat(64)}.png`]

it('has its pictures within, and names those that cannot be read', async () => {
  const page = `<head></head><img src="offprint-asset:${there}"><img src="offprint-asset:${gone}">`
  const { html, missing } = await selfContainedPage(page, async (name) =>
    name === there ? ok(Buffer.from('picture')) : failed({ code: 'unknown-id', id: name }),
  )
  expect(html).toContain('<img src="data:image/png;base64,cGljdHVyZQ=="><img src="data:,">')
  expect(missing).toEqual([gone])
})
