// The walls around the app window, its frames and workers, proved on the running app: policies, permissions, navigation, windows, the bridge.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Frame, type Response } from 'playwright/test'
import { inRepository } from '../../build/repository.ts'
import { requests } from '../../preload/contract.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { roomOf } from './room.ts'

let site: Site
let app: App

test.beforeAll(async () => {
  site = await startSite()
  app = await launchApp({ allowPrivate: site.hosts() })
  // From here on every request of the window's session is on record; these two events change nothing.
  await app.electron.evaluate(({ BrowserWindow, shell }) => {
    const log: string[] = []
    const opened: string[] = []
    Object.assign(globalThis, { requestLog: log, openedOutside: opened })
    shell.openExternal = (to: string) => Promise.resolve(void opened.push(to))
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('app://offprint/'))
    const { webRequest } = window!.webContents.session
    webRequest.onCompleted({ urls: ['<all_urls>'] }, ({ url }) => void log.push(url))
    webRequest.onErrorOccurred({ urls: ['<all_urls>'] }, ({ url }) => void log.push(url))
  })
  await openAnArticle()
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

/** The welcome article, which every new library holds: the reader's frame then stands with content. */
async function openAnArticle(): Promise<void> {
  await roomOf(app.window).rows.first().click()
  await expect.poll(() => frames().length).toBeGreaterThan(1)
}

const frames = (): Frame[] => app.window.frames()
const address = () => app.window.url()
const windowCount = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const contentsCount = () => app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)

test('no frame and no worker has Node or Electron', async () => {
  const names = ['require', 'process', 'Buffer', 'module', 'global', '__dirname'] as const
  const typesOf = (all: readonly string[]) => all.map((name) => typeof (globalThis as Record<string, unknown>)[name])
  const nothing = names.map(() => 'undefined')
  for (const frame of frames()) expect(await frame.evaluate(typesOf, names), frame.url()).toEqual(nothing)
  expect(app.window.workers().length).toBeGreaterThan(0)
  for (const worker of app.window.workers())
    expect(await worker.evaluate(typesOf, names), worker.url()).toEqual(nothing)
})

test('the bridge is two functions and gives nothing of Electron away', async () => {
  const found = await app.window.evaluate(() => {
    const seen = new Set<unknown>()
    const walk = (value: unknown, path: string, depth: number): string[] => {
      if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value) || depth > 6)
        return []
      seen.add(value)
      return Reflect.ownKeys(value).flatMap((key) => {
        const way = `${path}.${String(key)}`
        return [way, ...walk((value as Record<PropertyKey, unknown>)[key], way, depth + 1)]
      })
    }
    return walk((window as unknown as { offprint: object }).offprint, 'offprint', 0)
  })
  expect(found.filter((path) => path.split('.').length === 2).sort()).toEqual(['offprint.on', 'offprint.request'])
  expect(found.filter((path) => /ipcRenderer|sender|event|invoke|process/i.test(path))).toEqual([])
})

test('an event reaches the page as its value alone', async () => {
  const received = await app.window.evaluate(
    () =>
      new Promise<{ count: number; keys: string[] }>((resolve) => {
        const { offprint } = window as unknown as {
          offprint: {
            on(name: string, callback: (...values: unknown[]) => void): () => void
            request(...args: unknown[]): Promise<unknown>
          }
        }
        const stop = offprint.on('settings.changed', (...values) => {
          stop()
          resolve({ count: values.length, keys: Object.keys(values[0] as object) })
        })
        void offprint.request('settings.write', { density: 'comfortable' })
      }),
  )
  expect(received.count).toBe(1)
  expect(received.keys).not.toContain('sender')
  expect(received.keys).toContain('density')
})

test('a page that patches its own built-ins changes nothing for the preload', async () => {
  const answers = await app.window.evaluate(async () => {
    const { offprint } = window as unknown as {
      offprint: { request(name: string): Promise<{ ok: boolean; value: unknown }> }
    }
    const before = JSON.stringify(await offprint.request('app.info'))
    const kept = [Array.prototype.push, JSON.parse, JSON.stringify, Reflect.apply] as const
    let calls = 0
    const trap = () => {
      calls += 1
      throw new Error('patched')
    }
    Array.prototype.push = JSON.parse = JSON.stringify = Reflect.apply = trap as never
    let after: unknown
    try {
      after = await offprint.request('app.info')
    } finally {
      ;[Array.prototype.push, JSON.parse, JSON.stringify, Reflect.apply] = kept
    }
    return { before, after: JSON.stringify(after), calls }
  })
  expect(answers.after).toBe(answers.before)
  expect(answers.calls).toBe(0)
})

test('B1: a channel that is not in the contract is refused in the page already', async () => {
  const outcome = await app.window.evaluate(async () => {
    const { offprint } = window as unknown as {
      offprint: { request(name: string): Promise<unknown>; on(name: string, callback: () => void): void }
    }
    const words = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown))
    const tried: string[] = []
    for (const name of ['electron.open', 'toString', '__proto__', 'constructor', 'ELECTRON_BROWSER_REQUIRE', '']) {
      tried.push(
        await Promise.resolve()
          .then(() => offprint.request(name))
          .then(() => 'answered', words),
      )
      try {
        offprint.on(name, () => undefined)
        tried.push('listening')
      } catch (thrown) {
        tried.push(words(thrown))
      }
    }
    return tried
  })
  expect(new Set(outcome)).toEqual(new Set(['Not allowed.']))
})

test('B2: arguments out of shape are refused by the bridge, and by main on its own, and leave no trace', async () => {
  const wrong: [string, ...unknown[]][] = [
    ['capture.add'],
    ['capture.add', 'http://example.org'],
    ['capture.add', [{}]],
    ['capture.add', ['x'.repeat(200_000)]],
    ['vault.write', [{ act: 'tagged', article: '../../../etc/passwd', tag: 'x' }]],
    ['vault.write', [{ act: 'unheard-of', ['__proto__']: { polluted: true } }]],
    ['vault.versions', [{ article: '..', version: '..' }]],
    ['settings.write', { theme: 'pink' }],
    ['capture.cancel', 7],
  ]
  const byBridge = await app.window.evaluate(async (calls) => {
    const { offprint } = window as unknown as {
      offprint: { request(name: string, ...args: unknown[]): Promise<{ ok: boolean }> }
    }
    return Promise.all(calls.map(async ([name, ...args]) => (await offprint.request(name, ...args)).ok))
  }, wrong)
  const byMain = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, calls) => {
    type Handler = (event: unknown, args: unknown) => Promise<{ ok: boolean }>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
    const sender = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().startsWith('app://offprint/'),
    )!.webContents
    const event = { sender, senderFrame: sender.mainFrame }
    return Promise.all(calls.map(async ([name, ...args]) => (await handlers.get(name)!(event, args)).ok))
  }, wrong)
  expect(byBridge).toEqual(wrong.map(() => false))
  expect(byMain).toEqual(wrong.map(() => false))
  const polluted = await app.electron.evaluate(() => 'polluted' in {})
  expect(polluted).toBe(false)
})

test('B1: every channel refuses a caller that is not the main frame of the app window', async () => {
  const answers = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, names) => {
    type Handler = (event: unknown, args: unknown) => Promise<{ ok: boolean; failure?: { code: string } }>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
    const own = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().startsWith('app://offprint/'),
    )!.webContents
    const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await stranger.loadURL('about:blank')
    const callers = {
      'a frame inside': { sender: own, senderFrame: own.mainFrame.frames[0] },
      'a blank window': { sender: stranger.webContents, senderFrame: stranger.webContents.mainFrame },
      'no frame': { sender: own, senderFrame: null },
      'our frame under a stranger': { sender: stranger.webContents, senderFrame: own.mainFrame },
    }
    const found: Record<string, string[]> = {}
    for (const [caller, event] of Object.entries(callers)) {
      found[caller] = []
      for (const name of names) {
        const answer = await handlers.get(name)!(event, [])
        found[caller].push(answer.ok ? `${name} answered` : answer.failure!.code)
      }
    }
    stranger.destroy()
    return { found, registered: [...handlers.keys()] }
  }, Object.keys(requests))
  for (const [caller, codes] of Object.entries(answers.found))
    expect(new Set(codes), caller).toEqual(new Set(['not-allowed']))
  expect(answers.registered.sort()).toEqual(Object.keys(requests).sort())
})

test('nothing but the contract is listened to in main', async () => {
  const names = await app.electron.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String))
  // Electron listens to errors itself.
  expect(names.filter((name) => name !== 'error')).toEqual([])
})

test('no frame inside the window has the bridge', async () => {
  await app.window.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.id = 'blank-frame'
    document.body.append(frame)
  })
  const inside = frames().filter((frame) => frame !== app.window.mainFrame())
  expect(inside.length).toBeGreaterThanOrEqual(2)
  for (const frame of inside)
    expect(await frame.evaluate(() => typeof (globalThis as Record<string, unknown>).offprint), frame.url()).toBe(
      'undefined',
    )
  await app.window.evaluate(() => document.getElementById('blank-frame')?.remove())
})

test('every answer of our own scheme carries its policy', async () => {
  const responses: Response[] = []
  const keep = (response: Response) => void responses.push(response)
  app.window.on('response', keep)
  await app.window.reload()
  await openAnArticle()
  // The frame is filled as soon as it is there; that its page has come may be told a little later.
  await expect.poll(() => responses.some((response) => response.url().endsWith('/reader/'))).toBe(true)
  app.window.off('response', keep)
  const own = responses.filter((response) => /^(app|offprint-asset):/.test(response.url()))
  expect(own.length).toBeGreaterThan(3)
  for (const response of own) {
    const { 'content-security-policy': policy = '' } = await response.allHeaders()
    expect(policy, response.url()).toContain("default-src 'none'")
    expect(policy, response.url()).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/)
  }
  const policyOf = async (end: RegExp) => {
    const response = own.find((one) => end.test(one.url()))
    return (await response?.allHeaders())?.['content-security-policy'] ?? ''
  }
  const page = await policyOf(/\/index\.html$/)
  for (const part of [
    "script-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ])
    expect(page).toContain(part)
  const reader = await policyOf(/\/reader\/$/)
  for (const part of [
    "default-src 'none'",
    'img-src offprint-asset: data:',
    'sandbox allow-same-origin',
    "form-action 'none'",
    "base-uri 'none'",
  ])
    expect(reader).toContain(part)
  expect(reader).not.toContain('allow-scripts')
})

test('the reader frame is sandboxed without scripts', async () => {
  const sandboxes = await app.window
    .locator('iframe')
    .evaluateAll((all) => all.map((frame) => frame.getAttribute('sandbox')))
  expect(sandboxes.length).toBeGreaterThan(0)
  expect(new Set(sandboxes)).toEqual(new Set(['allow-same-origin']))
})

test('the policy stops inline scripts, eval, pictures from outside, forms, bases and requests', async () => {
  const before = site.requests.length
  const broken = await app.window.evaluate(
    async (outside) => {
      const directives = new Set<string>()
      Object.assign(window, { brokenDirectives: directives })
      document.addEventListener('securitypolicyviolation', (event) => directives.add(event.effectiveDirective))
      // What the driver evaluates is exempt from the rule about eval; a task of the page's own is not.
      const later = (act: () => void) =>
        new Promise<void>((resolve) =>
          setTimeout(() => {
            try {
              act()
            } catch {
              /* a refusal may throw */
            }
            resolve()
          }),
        )
      await later(() => {
        const script = document.createElement('script')
        script.textContent = 'window.inlineRan = true'
        document.body.append(script)
      })
      await later(() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.inlineRan = true">'))
      await later(() => void new Function('window.evalRan = true')())
      await later(() => {
        const image = document.createElement('img')
        image.src = `${outside}/trackers/from-app.png`
        document.body.append(image)
      })
      await later(() => {
        const form = document.createElement('form')
        form.action = `${outside}/steal`
        document.body.append(form)
        form.submit()
      })
      await later(() => {
        const base = document.createElement('base')
        base.href = outside
        document.head.append(base)
      })
      await later(() => {
        const object = document.createElement('object')
        object.data = `${outside}/popup`
        document.body.append(object)
      })
      const fetched = await fetch(`${outside}/collect`).then(
        () => 'answered',
        () => 'refused',
      )
      let socket = 'refused'
      try {
        socket = await new Promise((resolve) => {
          const opened = new WebSocket(outside.replace('http', 'ws'))
          opened.onopen = () => resolve('open')
          opened.onerror = () => resolve('refused')
        })
      } catch {
        // refused by an exception is refused as well
      }
      return { fetched, socket }
    },
    site.url('a', ''),
  )
  expect(broken).toEqual({ fetched: 'refused', socket: 'refused' })
  // A submitted form is judged outside the page, so its violation comes when it comes.
  const directives = () =>
    app.window.evaluate(() => [...(window as unknown as { brokenDirectives: Set<string> }).brokenDirectives])
  await expect
    .poll(directives)
    .toEqual(expect.arrayContaining(['img-src', 'connect-src', 'form-action', 'base-uri', 'require-trusted-types-for']))
  expect(await app.window.evaluate(() => 'inlineRan' in window || 'evalRan' in window)).toBe(false)
  expect(site.requests.length).toBe(before)
  expect(address()).toMatch(/^app:\/\/offprint\//)
})

type Away = { readonly way: 'link' | 'assign' | 'open' | 'open named' | 'submit'; readonly to: string }

/** Runs in the page, in a task of its own. */
function leadAway({ way, to }: Away): void {
  setTimeout(() => {
    if (way === 'assign') location.assign(to)
    else if (way === 'open') window.open(to)
    else if (way === 'open named') window.open(to, 'named')
    else {
      const element = document.createElement(way === 'link' ? 'a' : 'form')
      if (element instanceof HTMLAnchorElement) element.href = to
      else element.action = to
      document.body.append(element)
      if (element instanceof HTMLFormElement) element.submit()
      else element.click()
      element.remove()
    }
  })
}

const askedInfo = () =>
  app.window.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve))
    const { offprint } = window as unknown as { offprint: { request(name: string): Promise<{ ok: boolean }> } }
    return (await offprint.request('app.info')).ok
  })

test('the window stays where it is, whatever tries to lead it away', async () => {
  const before = address()
  const count = await windowCount()
  const requestsBefore = site.requests.length
  const lookAlikes = [
    'app://offprint.evil/index.html',
    'app://offprint@evil/index.html',
    'app://offprint:1/index.html',
    'app://extract/extract.html',
    'app://offprin/',
    'apps://offprint/',
    'offprint-asset:../../index.html',
    'file:///etc/passwd',
    'data:text/html,hello',
    'chrome://gpu',
    'view-source:app://offprint/index.html',
    site.url('a', '/news/tide-mill'),
  ]
  for (const target of lookAlikes) {
    for (const way of ['link', 'assign', 'open', 'open named', 'submit'] as const) {
      await app.window.evaluate(leadAway, { way, to: target })
      // A question that main answers after the attempt: by then it has been refused, or the window is elsewhere.
      await expect.poll(() => askedInfo().catch(() => false), `${way} ${target}`).toBe(true)
      expect(address(), `${way} ${target}`).toBe(before)
    }
  }
  await app.window.evaluate(
    (to) => {
      const refresh = document.createElement('meta')
      refresh.httpEquiv = 'refresh'
      refresh.content = `0; url=${to}`
      document.head.append(refresh)
    },
    site.url('a', '/'),
  )
  await app.window.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'javascript:window.linkRan=true'
    document.body.append(link)
    link.click()
  })
  await app.window.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  expect(address()).toBe(before)
  expect(await app.window.evaluate(() => 'linkRan' in window)).toBe(false)
  expect(await windowCount()).toBe(count)
  expect(site.requests.length).toBe(requestsBefore)
})

test('a frame cannot be led out of our own pages either', async () => {
  const reader = frames().find((frame) => frame.url().startsWith('app://offprint/reader/'))!
  for (const target of [
    site.url('a', '/news/tide-mill'),
    'file:///etc/passwd',
    'data:text/html,hello',
    'app://extract/extract.html',
  ]) {
    await app.window.evaluate((to) => {
      const frame = [...document.querySelectorAll('iframe')].find(
        (one) => one.contentWindow?.location.pathname === '/reader/',
      )
      const link = frame!.contentDocument!.createElement('a')
      link.href = to
      frame!.contentDocument!.body.append(link)
      link.click()
      link.remove()
    }, target)
  }
  await expect.poll(() => reader.url()).toMatch(/^app:\/\/offprint\/reader\//)
})

test('a page of ours that is led to an empty page comes back', async () => {
  const before = address()
  // Chromium asks nobody before it shows about:blank, so it can only be put right afterwards.
  const away: Away = { way: 'link', to: 'about:blank' }
  await app.window.evaluate(leadAway, away)
  await expect.poll(() => address()).toBe(before)
  await expect(roomOf(app.window).rows.first()).toBeVisible()
  await openAnArticle()
})

test('a webview makes no page', async () => {
  const before = await contentsCount()
  await app.window.evaluate(
    (to) => {
      const view = document.createElement('webview')
      view.setAttribute('src', to)
      document.body.append(view)
    },
    site.url('a', '/'),
  )
  await app.window.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  expect(await contentsCount()).toBe(before)
})

test('of all permissions the window has three, and nobody is asked', async () => {
  const states = await app.window.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'persistent-storage',
      'background-sync',
      'accelerometer',
      'gyroscope',
      'magnetometer',
      'screen-wake-lock',
      'payment-handler',
      'idle-detection',
      'storage-access',
      'window-management',
      'local-fonts',
    ]
    const found: Record<string, string> = {}
    for (const name of names) {
      try {
        found[name] = (await navigator.permissions.query({ name: name as PermissionName })).state
      } catch {
        found[name] = 'unknown' // this engine has no such permission
      }
    }
    return found
  })
  const granted = Object.entries(states)
    .filter(([, state]) => state === 'granted')
    .map(([name]) => name)
  expect(granted.sort()).toEqual(['clipboard-write', 'persistent-storage'])
  expect(Object.values(states)).not.toContain('prompt')

  const tried = await app.window.evaluate(async () => {
    const outcome = (promise: Promise<unknown> | undefined) =>
      (promise ?? Promise.reject(new Error('absent'))).then(
        () => 'allowed',
        () => 'denied',
      )
    return {
      geolocation: await outcome(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      notification: Notification.permission === 'granted' ? 'allowed' : await Notification.requestPermission(),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
      midi: await outcome(navigator.requestMIDIAccess({ sysex: true })),
      clipboardRead: await outcome(navigator.clipboard.readText()),
      persist: await outcome(
        navigator.storage
          .persist()
          .then((persisted) => (persisted ? true : Promise.reject(new Error('not persisted')))),
      ),
    }
  })
  expect(tried).toEqual({
    geolocation: 'denied',
    notification: 'denied',
    camera: 'denied',
    microphone: 'denied',
    screen: 'denied',
    midi: 'denied',
    clipboardRead: 'denied',
    persist: 'allowed',
  })
})

test('only http and https addresses without sign-in details reach the default browser, those that no article leads to after a question', async () => {
  await app.electron.evaluate(({ dialog }) => {
    const questions: string[] = []
    Object.assign(globalThis, { questions })
    dialog.showMessageBox = ((_parent: unknown, { message }: { message: string }) => {
      questions.push(message)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }) as unknown as typeof dialog.showMessageBox // called with a parent only
  })
  await app.electron.evaluate(() => void (globalThis as unknown as { openedOutside: string[] }).openedOutside.splice(0))
  const good = ['https://example.org/a?b=c#d', 'http://example.org/']
  const bad = [
    'file:///etc/passwd',
    'ftp://example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.org',
    'tel:1',
    'smb://host/share',
    'ssh://host',
    'ms-settings:',
    'ms-word:ofe|u|x',
    'search-ms:query',
    'steam://run/1',
    'vscode://file/x',
    'offprint://save?url=x',
    'app://offprint/index.html',
    'chrome://settings',
    'view-source:https://example.org',
    'about:blank',
    'blob:https://example.org/1',
    'ws://example.org',
    'jar:https://example.org!/',
    'x-apple.systempreferences:',
    'https://user:pw@example.org/',
    '//example.org',
    'example.org',
    '',
    ' ',
    'https://',
    `https://example.org/${'a'.repeat(2_100)}`,
    '-a https://example.org',
    '\\\\host\\share',
  ]
  const answers = await app.window.evaluate(
    (all) => {
      const { offprint } = window as unknown as {
        offprint: { request(name: string, ...args: unknown[]): Promise<{ ok: boolean; value: boolean }> }
      }
      return Promise.all(all.map((one) => offprint.request('open.external', one).then(({ ok, value }) => ok && value)))
    },
    [...good, ...bad],
  )
  expect(answers).toEqual([...good.map(() => true), ...bad.map(() => false)])
  const opened = await app.electron.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside)
  expect(opened).toEqual(good)
  const asked = await app.electron.evaluate(() => (globalThis as unknown as { questions: string[] }).questions)
  expect(asked).toEqual(good.map(() => 'Open example.org in the browser?'))
})

test('no path leads out of the folder of our own pages', async () => {
  const answers = await app.electron.evaluate(
    async ({ BrowserWindow }, all) => {
      const own = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('app://offprint/'))!
        .webContents.session
      const found: [string, number, string][] = []
      for (const one of all) {
        try {
          const response = await own.fetch(one)
          found.push([one, response.status, (await response.text()).slice(0, 60)])
        } catch (thrown) {
          found.push([one, 404, String(thrown).slice(0, 20)]) // refused before it was an address
        }
      }
      return found
    },
    [
      'app://offprint/../main/main.cjs',
      'app://offprint/..%2fmain%2fmain.cjs',
      'app://offprint/%2e%2e/main/main.cjs',
      'app://offprint/%2e%2e%2fmain%2fmain.cjs',
      'app://offprint/..%5cmain%5cmain.cjs',
      'app://offprint/assets/..%2f..%2fmain%2fmain.cjs',
      'app://offprint/..%2f..%2fpackage.json',
      'app://offprint//etc/passwd',
      'app://offprint/%2fetc%2fpasswd',
      'app://offprint/index.html%00.js',
      'app://offprint/%E0%A4%A',
      'app://offprint/..%2frenderer-sibling%2fx',
      'app://offprint/snapshot/..%2f..%2foffprint.json/x',
      'app://offprint/snapshot/01ARZ3NDEKTSV4RRFFQ69G5FAV/..%2f..%2foffprint.json',
      'app://offprint/snapshot/01ARZ3NDEKTSV4RRFFQ69G5FAV/01ARZ3NDEKTSV4RRFFQ69G5FAV',
      'app://evil/index.html',
      'offprint-asset:../offprint.json',
      'offprint-asset:..%2foffprint.json',
      `offprint-asset:${'0'.repeat(64)}.png/../../offprint.json`,
      `offprint-asset:${'0'.repeat(64)}.png`,
      'offprint-asset:/etc/passwd',
    ],
  )
  for (const [one, status, body] of answers) {
    expect(status, one).toBe(404)
    expect(body, one).not.toMatch(/root:|"format"|require\(|"name"/)
  }
})

test('every page in the app runs with the preferences that the rules ask for', async () => {
  const all = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      url: contents.getURL(),
      preferences: (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
      spelling: contents.session.isSpellCheckerEnabled(),
    })),
  )
  expect(all.length).toBeGreaterThan(0)
  for (const { url, preferences, spelling } of all) {
    expect(preferences, url).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
    for (const never of [
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'navigateOnDragDrop',
    ])
      expect([undefined, false, ''], `${never} of ${url}`).toContain(preferences[never] as undefined)
    expect(spelling, url).toBe(false)
  }
})

test('web preferences in the source are literal, and only ones on the list; those of strangers’ pages are one set', () => {
  const shared = '...shutPreferences(session)'
  const allowed = new Set([
    'session',
    'partition',
    'preload',
    'sandbox',
    'contextIsolation',
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webSecurity',
    'webviewTag',
    'navigateOnDragDrop',
    'spellcheck',
    'disableDialogs',
    'disableBlinkFeatures',
    'autoplayPolicy',
    'backgroundThrottling',
    'javascript',
    'images',
    'safeDialogs',
    'v8CacheOptions',
    'enableWebSQL',
    'plugins',
    'devTools',
    'allowRunningInsecureContent',
    'experimentalFeatures',
  ])
  const blocks = readdirSync(inRepository('main'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [
        ...readFileSync(join(inRepository('main'), name), 'utf8').matchAll(
          /(?:webPreferences: |function shutPreferences\([^{]*\{\s*return )\{([^}]*)\}/g,
        ),
      ].map(([, body]) => ({ name, body: body! })),
    )
  expect(blocks.length).toBeGreaterThanOrEqual(3) // the window, the captured pages, the extract page
  expect(blocks.map(({ name }) => name)).toContain('capture/shutWindow.ts')
  for (const { name, body: whole } of blocks) {
    const body = whole.replace(shared, 'sandbox: true')
    expect(body, name).not.toContain('...')
    const keys = [...body.replace(/\/\/.*$/gm, '').matchAll(/^\s*([A-Za-z]+)(?=[:,])/gm)].map(([, key]) => key!)
    expect(
      keys.filter((key) => !allowed.has(key)),
      name,
    ).toEqual([])
    expect(body, name).toMatch(/sandbox: true/)
    expect(body, name).not.toMatch(
      /webSecurity: false|nodeIntegration\w*: true|contextIsolation: false|allowRunningInsecureContent: true|experimentalFeatures: true|webviewTag: true/,
    )
  }
})

test('nothing but our own schemes was asked for by the window in all of this', async () => {
  const log = await app.electron.evaluate(() => (globalThis as unknown as { requestLog: string[] }).requestLog)
  expect(log.length).toBeGreaterThan(0)
  const fromOutside = log.filter((url) => !/^(app|offprint-asset|blob|data):/.test(url))
  // What the tests above tried was refused before it left: the site has not seen one of them.
  expect(site.requests).toEqual([])
  expect(
    fromOutside.filter((url) => !url.startsWith(site.url('a', '')) && !url.startsWith('file:///etc/passwd')),
  ).toEqual([])
})
