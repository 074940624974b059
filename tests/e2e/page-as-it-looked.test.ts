// The page as it looked when it was saved: kept whole, shown and handed out without a request.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli, type Places } from './app.ts'
import { articlesOf } from './jsonLines.ts'

let site: Site
let places: Places

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
})
test.afterAll(() => site.close())

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })

test('show --page writes one file that holds its styles and pictures and names no address to load', async () => {
  const saved = await run('save', site.url('a', '/news/tide-mill'), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  const [entry] = articlesOf(saved)
  await site.stop()
  const { code, stdout } = await run('show', entry!.id, '--page')
  await site.start()
  expect(code).toBe(0)
  // Said without the page itself: it is long.
  const says = (pattern: RegExp) => pattern.test(stdout)
  expect(says(/^<!DOCTYPE html>\n<html/)).toBe(true)
  expect(stdout.match(/<img[^>]* src="data:image\/png;base64,[^"]{1000,}"/g)?.length).toBe(
    site.truth('/news/tide-mill').images,
  )
  expect(says(/<style/)).toBe(true)
  expect(says(/offprint-asset:|<link[^>]*stylesheet|@import|url\(["']?https?:/)).toBe(false)
  expect(says(/<script(?! type="(?:application\/ld\+json|math))/)).toBe(false)
  expect(says(/<(?!iframe)[^>]* (?:src|srcset|poster|data)="https?:/)).toBe(false)
})
