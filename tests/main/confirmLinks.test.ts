import { expect, it, vi } from 'vitest'
import type { BrowserWindow } from 'electron'
import { readIntake } from '../../main/intake.ts'
import { failed, ok } from '../../preload/failure.ts'
import { until } from '../until.ts'

vi.mock('electron', () => ({ dialog: {} }))
const { confirmLinks } = await import('../../main/confirmLinks.ts')

function desk(answer: Promise<boolean>) {
  const saved: string[] = []
  const refused: string[] = []
  const asked: string[] = []
  const window = {} as BrowserWindow // only passed on to `ask`
  const links = confirmLinks({
    window: () => window,
    hostOf: (url) => (url.startsWith('https:') ? ok(new URL(url).host) : failed({ code: 'unsupported-scheme' })),
    save: (urls) => void saved.push(...urls),
    ask: (_window, host) => {
      asked.push(host)
      return answer
    },
    refuse: (_window, words) => Promise.resolve(refused.push(words)),
  })
  return { links, saved, refused, asked }
}
const link = (url: string) => readIntake(`offprint://save?url=${encodeURIComponent(url)}`)

it('K3: saves nothing from a link before the person has agreed', async () => {
  const { links, saved, asked } = desk(Promise.resolve(false))
  links.take([link('https://a.example/x')], [])
  await until(() => expect(asked).toEqual(['a.example']))
  expect(saved).toEqual([])
})

it('K3: saves the page once the person has agreed', async () => {
  const { links, saved } = desk(Promise.resolve(true))
  links.take([link('https://a.example/x')], [])
  await until(() => expect(saved).toEqual(['https://a.example/x']))
})

it('K3: lets three links wait and drops the rest', async () => {
  let agree: (yes: boolean) => void = () => undefined
  const { links, asked, saved } = desk(new Promise((resolve) => (agree = resolve)))
  for (let n = 0; n < 10; n += 1) links.take([link(`https://${n}.example/`)], [])
  agree(true)
  await until(() => expect(saved).toHaveLength(3))
  expect(asked).toEqual(['0.example', '1.example', '2.example'])
})

it('K2: says why a link cannot be saved, and asks nothing', async () => {
  const { links, refused, asked } = desk(Promise.resolve(true))
  links.take([link('file:///etc/passwd')], [])
  await until(() => expect(refused).toEqual(['Only http and https pages can be saved.']))
  expect(asked).toEqual([])
})

it('K1: says once what many links in a row are refused for, and again when that is read', async () => {
  const { links, refused } = desk(Promise.resolve(true))
  for (let n = 0; n < 10; n += 1) links.take([readIntake('offprint://save')], [])
  links.take([link('file:///etc/passwd')], [])
  await until(() => expect(refused).toHaveLength(2))
  expect(refused).toEqual(['This link cannot be used.', 'Only http and https pages can be saved.'])
  links.take([readIntake('offprint://save')], [])
  await until(() => expect(refused).toHaveLength(3))
})

it('K3: a question that cannot be shown stops none of those after it', async () => {
  const saved: string[] = []
  let asked = 0
  const links = confirmLinks({
    window: () => ({}) as BrowserWindow,
    hostOf: (url) => ok(new URL(url).host),
    save: (urls) => void saved.push(...urls),
    ask: () => ((asked += 1) === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(true)),
    refuse: () => Promise.reject(new Error('gone')),
  })
  links.take([readIntake('offprint://save'), link('https://a.example/x'), link('https://b.example/x')], [])
  await until(() => expect(saved).toEqual(['https://b.example/x']))
})

it('saves what the person typed without a question', () => {
  const { links, saved, asked } = desk(Promise.resolve(false))
  links.take([readIntake('https://a.example/x')], [])
  expect(saved).toEqual(['https://a.example/x'])
  expect(asked).toEqual([])
})
