import { expect, it } from 'vitest'
import { leadsTo } from '../../main/leadsTo.ts'
import { failed, ok } from '../../preload/failure.ts'

const vault = {
  readVersion: (article: string) =>
    Promise.resolve(
      article === 'gone'
        ? failed({ code: 'unknown-id', id: article })
        : ok({
            record: { url: 'https://a.example/post?utm_source=x', canonicalUrl: 'https://a.example/post' },
            html: '<p><a href="https://b.example/?q=1&amp;r=2">b</a> https://evil.example/ <a title="href=&quot;https://c.example/&quot;" href="/here">c</a></p>',
          }),
    ),
  readPage: () => Promise.resolve(ok("<nav><A HREF='https://d.example'>d</A></nav>")),
}
const here = { article: 'a', version: 'v' }

it.each([
  ['https://a.example/post?utm_source=x', 'where it came from'],
  ['https://a.example/post', 'its own address'],
  ['https://b.example/?q=1&r=2', 'a link in its text'],
  ['https://d.example/', 'a link in its snapshot'],
])('an article leads to %s, %s', async (address) => {
  expect(await leadsTo(address, here, vault)).toBe(true)
})

it.each(['https://evil.example/', 'https://c.example/', 'https://b.example/', 'nonsense'])(
  'it does not lead to %s, which only stands in it',
  async (address) => {
    expect(await leadsTo(address, here, vault)).toBe(false)
  },
)

it('an article that is gone leads nowhere', async () => {
  expect(await leadsTo('https://a.example/post', { article: 'gone', version: 'v' }, vault)).toBe(false)
})
