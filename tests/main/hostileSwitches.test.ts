import { expect, it } from 'vitest'
import { hostileSwitches } from '../../main/hostileSwitches.ts'

const linux = { platform: 'linux', isInspected: false } as const

it('A4: names what takes down the sandbox, opens a debugger or another program', () => {
  const hostile = [
    '--no-sandbox',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--disable-web-security',
    '--disable-setuid-sandbox',
    '--renderer-cmd-prefix=/bin/sh',
    '--gpu-launcher=/bin/sh',
    '--utility-cmd-prefix=/bin/sh',
    '--browser-subprocess-path=/bin/sh',
    '--load-extension=/home/x',
    '--user-data-dir=/home/x',
    '--host-rules=MAP * evil.example',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--proxy-server=evil.example:80',
    '--ignore-certificate-errors',
    '--ssl-key-log-file=/home/x',
    '--log-net-log=/home/x',
    '--allow-file-access-from-files',
    '--unsafely-treat-insecure-origin-as-secure=http://evil.example',
    '--enable-logging=file',
    '--single-process',
    '--type=renderer',
    '--headless',
    '--NO-SANDBOX',
  ]
  expect(hostileSwitches(hostile, linux)).toEqual(hostile)
})

it('A4: finds a switch with one dash among the words of a command, where Chromium would take it', () => {
  expect(hostileSwitches(['save', '-no-sandbox', 'https://example.com/'], linux)).toEqual(['-no-sandbox'])
})

it('A4: finds a switch with a slash on Windows only', () => {
  expect(hostileSwitches(['/no-sandbox'], { ...linux, platform: 'win32' })).toEqual(['/no-sandbox'])
  expect(hostileSwitches(['/no-sandbox'], linux)).toEqual([])
})

it('leaves alone what stands after the dashes, because the engine reads nothing there', () => {
  expect(hostileSwitches(['--log-level=3', '--', 'save', '--no-sandbox', '-no-sandbox'], linux)).toEqual([])
})

it('leaves our own options, tags and addresses alone', () => {
  const ours = [
    'tag',
    '01H',
    '+cities',
    '-film',
    '--vault',
    '/home/x',
    '--vault=/x',
    '--profile',
    '/y',
    '--json',
    '-h',
    '-',
  ]
  const more = ['save', 'https://example.com/--no-sandbox', '--allow-private', 'localhost:80', '--limit=5', '--version']
  expect(hostileSwitches([...ours, ...more], linux)).toEqual([])
})

it('K4: takes a link with a switch in it as one word', () => {
  expect(hostileSwitches(['offprint://save?url=https://example.com/ --inspect'], linux)).toEqual([])
})

it('names nothing in a copy for tests, whose fuse has let its inspector open', () => {
  const words = ['--inspect=0', '--remote-debugging-port=0', '--log-level=3', '--', 'list']
  expect(hostileSwitches(words, linux)).toEqual(['--inspect=0', '--remote-debugging-port=0'])
  expect(hostileSwitches(words, { ...linux, isInspected: true })).toEqual([])
})
