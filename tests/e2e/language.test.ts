// The window in other languages: German, and the pseudo-language in which every word that was forgotten stands out, written from right to left.
import { chownSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { newUlid } from '../../main/vault/ulid.ts'
import { startSite } from '../site.ts'
import { launchApp, newFolder, runCli, type App, type LaunchOptions } from './app.ts'
import { madeVault } from './madeVault.ts'
import { oddPages } from './oddPages.ts'
import { resize, roomOf } from './room.ts'

let app: App | undefined
test.afterEach(async () => {
  await app?.close()
  app = undefined
})

/** Started with this language as the person's choice. */
async function launchIn(language: string, options: LaunchOptions = {}): Promise<App> {
  const profile = await newFolder('profile')
  const file = join(profile, 'settings.json')
  writeFileSync(file, JSON.stringify({ settings: { language } }))
  const { uid, gid } = statSync(profile)
  chownSync(file, uid, gid)
  app = await launchApp({ profile, ...options })
  await expect(roomOf(app.window).rows.first()).toBeVisible()
  return app
}

/** The texts and the spoken names of what is shown, without what belongs to articles and what has no language. */
const saidIn = (own: App) =>
  own.window.evaluate(() => {
    const notOurs = 'code, kbd, .row-title, .row-by, .row-excerpt, .tag, [lang]:not(html), iframe, input, textarea'
    const said: string[] = []
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest(notOurs) || !element.checkVisibility()) continue
      said.push(element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? '')
      for (const node of element.childNodes) if (node.nodeType === 3) said.push(node.textContent ?? '')
    }
    return said.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text))
  })

/** What has the same name in every language, and what belongs to the one article that is there. */
const isData = (text: string) => /^(Offprint|How to use Offprint|[\d.]+ [KM]B)$/.test(text)

test('no word of the window is left in English, in the panes, the settings, the shortcuts and the palette', async () => {
  const own = await launchIn('pseudo-rtl')
  const room = roomOf(own.window)
  expect(await own.window.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl')
  for (const keys of ['Control+,', '?', 'Control+k', 'Control+n']) {
    await room.press(keys)
    await expect(own.window.getByRole('dialog')).toBeVisible()
    expect
      .soft(
        (await saidIn(own)).filter((text) => !/[⟦⟧]/.test(text) && !isData(text)),
        keys,
      )
      .toEqual([])
    await room.press('Escape')
    await expect(own.window.getByRole('dialog')).toHaveCount(0)
  }
  const overflow = await own.window.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBe(0)
})

test('in a window of the first size every shortcut is in sight without scrolling, in English and in German', async () => {
  for (const language of ['en', 'de']) {
    const own = await launchIn(language)
    await resize(own, 1280, 832)
    await roomOf(own.window).press('?')
    const sheet = own.window.locator('.shortcuts')
    await expect(sheet).toBeVisible()
    const hidden = await sheet.evaluate((element) => element.scrollHeight - element.clientHeight)
    expect(hidden, language).toBe(0)
    await own.close()
    app = undefined
  }
})

test('in a language of long words the tabs of the side panel give way, not the button that closes it', async () => {
  const own = await launchIn('pseudo-rtl')
  await resize(own, 1280, 832)
  const room = roomOf(own.window)
  await room.rows.first().click()
  await room.press('i')
  const panel = own.window.locator('.panel')
  const close = panel.locator('.panel-head .icon-button')
  // The pane runs as the window does: the panel lies at its end, which is the left here.
  expect((await panel.boundingBox())!.x).toBe(0)
  const [around, inside] = [(await panel.boundingBox())!, (await close.boundingBox())!]
  expect(inside.x).toBeGreaterThanOrEqual(around.x)
  expect(inside.x + inside.width).toBeLessThanOrEqual(around.x + around.width)
  await close.click()
  await expect(own.window.locator('.panel')).toHaveCount(0)
})

test('from right to left the arrow keys lead where they point: dividers, tags, and the sentences of an Arabic text', async () => {
  const sentences = ['في قرية صغيرة تفتح مكتبة.', 'عند الغروب تضيء المصباح.', 'ثم تغلق الباب.']
  const { vault } = await madeVault([{ title: 'المكتبة', paragraphs: [sentences.join(' ')], tags: ['كتب/قرى'] }])
  const own = await launchIn('pseudo-rtl', { vault })
  await resize(own, 1280, 832)
  const room = roomOf(own.window)
  const divider = own.window.getByRole('separator').first()
  const width = async () => Number(await divider.getAttribute('aria-valuenow'))
  const before = await width()
  await divider.focus()
  await room.press('ArrowLeft')
  await expect.poll(width).toBe(before + 16)

  const nested = own.window.locator('.sidebar-open', { hasText: 'قرى' })
  await own.window.locator('.sidebar-open', { hasText: 'كتب' }).focus()
  await room.press('ArrowRight')
  await expect(nested).toHaveCount(0)
  await room.press('ArrowLeft')
  await expect(nested).toHaveCount(1)

  await room.open('المكتبة')
  await room.press('v')
  const chosen = () =>
    own.window.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>(
        'iframe[src="/reader/"], iframe[src="app://offprint/reader/"]',
      )
      return String(frame?.contentWindow?.getSelection() ?? '') || 'nothing'
    })
  const first = await chosen()
  await room.press('ArrowLeft')
  await expect.poll(chosen).toBe(sentences.slice(0, 2).join(' '))
  await room.press('ArrowRight')
  await expect.poll(chosen).toBe(first)
})

test('German can be chosen in the settings, and window and menu speak it', async () => {
  const own = await launchIn('en')
  const room = roomOf(own.window)
  await room.press('Control+,')
  await own.window.getByRole('radio', { name: 'Deutsch' }).click()
  await expect(
    own.window
      .getByRole('treeitem', { name: 'Eingang' })
      .or(own.window.getByText('Eingang', { exact: true }))
      .first(),
  ).toBeVisible()
  await expect.poll(() => own.window.evaluate(() => document.documentElement.lang)).toBe('de')
  const menu = await own.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(menu).toEqual(['Datei', 'Bearbeiten', 'Gehe zu', 'Artikel', 'Lesen', 'Ansicht', 'Hilfe'])
})

test('beside the text, passages and notes written from right to left are set so, whatever the name of their colour', async () => {
  const text = 'كان الميناء القديم يضيء مصابيحه كل مساء.'
  const { vault } = await madeVault([
    {
      title: 'مصابيح الميناء',
      lang: 'ar',
      paragraphs: [text],
      acts: (article) => [
        {
          ...{ act: 'highlighted', article, highlight: newUlid(), colour: 'green' },
          ...{ quote: text, prefix: '', suffix: '', paragraph: 0, offset: 0 },
        },
      ],
    },
  ])
  app = await launchApp({ vault })
  const room = roomOf(app.window)
  await room.open('مصابيح الميناء')
  await room.press('i')
  await app.window.getByRole('tab', { name: 'Highlights' }).click()
  await expect(app.window.locator('.panel-highlight q')).toHaveCSS('direction', 'rtl')
})

test('in the narrowest window the key of Undo stands on one line beside it, in German too', async () => {
  const own = await launchIn('de')
  const room = roomOf(own.window)
  await resize(own, 720, 520)
  await room.press('Control+,')
  await own.window.evaluate(() =>
    window.offprint.request('settings.write', { allowedPrivate: ['printer-of-the-second-floor.lan'] }),
  )
  await own.window.locator('.settings-hosts button').first().press('Enter')
  const key = own.window.locator('.toast-undo kbd')
  await expect(key).toHaveText(process.platform === 'darwin' ? '⌘ Z' : 'Strg Z')
  const lines = await key.evaluate((of) => {
    const text = document.createRange()
    text.selectNodeContents(of)
    return text.getClientRects().length
  })
  expect(lines).toBe(1)
})

test('in the narrowest window the headings of point-and-fix take one line each, in German too', async () => {
  const path = '/news/tide-mill'
  const site = await startSite()
  try {
    const own = await launchIn('de', { allowPrivate: site.hosts(), args: [site.url('a', path)] })
    const room = roomOf(own.window)
    await expect(room.row(site.truth(path).title)).toBeVisible({ timeout: 60_000 })
    await expect(room.captures).toHaveCount(0)
    await resize(own, 720, 520)
    await room.open(site.truth(path).title)
    await room.press('Control+Shift+e')
    const dialog = own.window.getByRole('dialog')
    await dialog.frameLocator('iframe[title="Die Seite, wie sie aussah"]').locator('article p').first().click()
    await expect(dialog.locator('.fix-amount')).toContainText(/Wörter, \d+ (mehr|weniger)/)
    const heights = await dialog.locator('.fix-pane > h3').evaluateAll((all) => all.map((one) => one.clientHeight))
    expect(new Set(heights).size, heights.join()).toBe(1)
    const cut = await dialog.locator('.fix-amount').evaluate((amount) => amount.scrollWidth - amount.clientWidth)
    expect(cut).toBe(0)
  } finally {
    await app?.close()
    app = undefined
    await site.close()
  }
})

test('what a capture notes, and what it found wanting, is said in German, in the message and in the details', async () => {
  const site = await startSite({ routes: oddPages })
  try {
    const room = roomOf((await launchIn('de', { allowPrivate: site.hosts() })).window)
    const save = async (path: string) => {
      await room.press('Control+n')
      await room.page.getByRole('dialog').getByRole('textbox').fill(site.url('a', path).replace('//', '//me:word@'))
      await room.press('Enter')
      await expect(room.page.getByRole('dialog')).toHaveCount(0)
    }
    const message = room.page.locator('.toast-words')
    const removed = 'Die Anmeldedaten wurden aus der Adresse entfernt.'
    const again = /Bereits am \d{1,2}\. \p{L}+ \d{4} gesichert\. Eine neue Fassung wurde aufgenommen\./u
    for (const path of ['/changing/wall', '/changing/longer']) {
      await save(path)
      await expect(message).toHaveText(removed)
      await room.page.locator('.toast-close').click()
      site.revise(path)
      await save(path)
      await expect(message).toHaveText(again)
      const worse = ['Das sieht nach einer Anmeldeschranke aus', 'Die frühere Fassung ist vollständiger']
      if (path === '/changing/wall') for (const words of worse) await expect(message).toContainText(words)
      await room.page.locator('.toast-close').click()
    }
    await save('/odd/one-broken-image')
    await expect(message).toContainText('Ein Bild konnte nicht gesichert werden.')
    await expect(room.rows.first().getByTitle('Ein Bild konnte nicht gesichert werden.')).toBeVisible()

    await room.row(site.truth('/changing/longer').title).first().click()
    await room.press('i')
    await room.page.locator('.panel-tabs button:nth-child(3)').click()
    const details = room.page.locator('.panel-details')
    await expect(details).toContainText(removed)
    await expect(details).toContainText(again)
  } finally {
    await site.close()
  }
})

test('a library that is made in German begins with a German guide, and the menu of a sign-in window is German', async () => {
  const site = await startSite()
  try {
    const own = await launchIn('de', { allowPrivate: site.hosts() })
    await roomOf(own.window).open('Offprint benutzen')
    await own.electron.evaluate(({ Menu }) => {
      const labels: (string | undefined)[] = []
      const build = Menu.buildFromTemplate.bind(Menu)
      Menu.buildFromTemplate = (entries) => {
        const menu = build(entries)
        labels.push(...menu.items.filter(({ type }) => type !== 'separator').map(({ label }) => label))
        return menu
      }
      Object.assign(globalThis, { labels })
    })
    await own.window.evaluate((url) => window.offprint.request('signIn.open', url), site.url('a', '/members/tides'))
    const labels = () => own.electron.evaluate(() => (globalThis as typeof globalThis & { labels: string[] }).labels)
    const page = ['Diese Seite sichern', 'Zurück', 'Neu laden', 'Fertig']
    const edit = ['Rückgängig', 'Wiederholen', 'Ausschneiden', 'Kopieren', 'Einfügen', 'Alles auswählen']
    await expect.poll(labels).toEqual([...page, ...edit, 'Anmeldefenster', 'Bearbeiten'])
  } finally {
    await site.close()
  }
})

test('the command line speaks English, also where the window that answers it speaks German', async () => {
  const { vault, profile } = await launchIn('de')
  const ended = await runCli(['save', 'ftp://a.example/'], { vault, profile })
  expect(ended.stderr).toContain('Only http and https pages can be saved.')
})

test('what stands under the title of a row runs as the title does, whichever way the window runs', async () => {
  const site = await startSite()
  const path = '/ar/village-library'
  try {
    const options = { allowPrivate: site.hosts(), args: [site.url('a', path)] }
    const room = roomOf((await launchIn('pseudo-rtl', options)).window)
    const under = (title: string) => room.row(title).locator('.row-by')
    await expect(under(site.truth(path).title)).toHaveCSS('direction', 'rtl')
    await expect(under('How to use Offprint')).toHaveCSS('direction', 'ltr')
    await app?.close()
    app = undefined
    const usual = roomOf((await launchIn('en', options)).window)
    await expect(usual.row(site.truth(path).title).locator('.row-by')).toHaveCSS('direction', 'rtl')
  } finally {
    await site.close()
  }
})
