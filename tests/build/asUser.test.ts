import { describe, expect, test } from 'vitest'
import { asUser, environmentOf, tiedToUs } from '../../build/asUser.ts'

const user = { name: 'reader', uid: 997, gid: 996, home: '/var/lib/reader' }

describe('the words that start the app as another user', () => {
  test('leave no way back to root', () => {
    expect(asUser(user, ['electron', '--x'])).toEqual([
      'setpriv',
      '--reuid=997',
      '--regid=996',
      '--clear-groups',
      '--no-new-privs',
      'electron',
      '--x',
    ])
  })

  test('give a person their own groups, and a number without a name none', () => {
    expect(asUser({ ...user, name: 'anna', uid: 1000 }, ['electron'])).toContain('--init-groups')
    expect(asUser({ ...user, name: '1000', uid: 1000 }, ['electron'])).toContain('--clear-groups')
  })

  test('allow a program with more rights only where the sandbox is one', () => {
    expect(asUser(user, ['electron'], 'helper')).not.toContain('--no-new-privs')
  })

  test('are the command itself when the user stays the same', () => {
    expect(asUser(undefined, ['electron'])).toEqual(['electron'])
  })

  test.runIf(process.platform === 'linux')(
    'bind its life to ours after the user has changed, because the bond is lost with the change',
    () => {
      expect(tiedToUs(asUser(user, ['electron', '--', 'x']))).toEqual([
        'setpriv',
        '--reuid=997',
        '--regid=996',
        '--clear-groups',
        '--no-new-privs',
        'setpriv',
        '--pdeathsig',
        'TERM',
        'electron',
        '--',
        'x',
      ])
      expect(tiedToUs(['Xvfb', '-auth', 'x'])).toEqual(['setpriv', '--pdeathsig', 'TERM', 'Xvfb', '-auth', 'x'])
    },
  )
})

describe('the environment of the app', () => {
  const ours = {
    PATH: '/usr/bin',
    LANG: 'de_DE.UTF-8',
    DISPLAY: ':3',
    HOME: '/root',
    USER: 'root',
    XDG_CONFIG_HOME: '/root/.config',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/0/bus',
    SSH_AUTH_SOCK: '/root/agent',
    npm_config_cache: '/root/.npm',
    TMPDIR: '/root/tmp',
    NODE_OPTIONS: '--inspect',
    ELECTRON_RUN_AS_NODE: '1',
  }

  test('holds nothing of the user we were, and keeps language and display', () => {
    expect(environmentOf(user, ours)).toEqual({
      PATH: '/usr/bin',
      LANG: 'de_DE.UTF-8',
      DISPLAY: ':3',
      HOME: '/var/lib/reader',
      USER: 'reader',
      LOGNAME: 'reader',
      SHELL: '/bin/sh',
    })
  })

  test('loses only what changes Electron when the user stays the same', () => {
    const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _node, ...kept } = ours

    expect(environmentOf(undefined, ours)).toEqual(kept)
  })
})
