import { describe, expect, it } from 'vitest'
import { parseCommandLine, usages } from '../../../main/cli/parseCommandLine.ts'

const commandOf = (...args: string[]) => {
  const parsed = parseCommandLine(args)
  if (parsed.kind !== 'command') throw new Error(`not a command: ${JSON.stringify(parsed)}`)
  return parsed
}

describe('the command line', () => {
  it('opens the window when no command is named', () => {
    expect(parseCommandLine([])).toEqual({ kind: 'window', places: {}, urls: [], allow: [] })
  })

  it('opens the window with the addresses it is given', () => {
    expect(parseCommandLine(['https://a.example/x'])).toMatchObject({ kind: 'window', urls: ['https://a.example/x'] })
  })

  it('U2: takes a name with a dot in it for an address, and a word without one for a command that is none', () => {
    for (const word of ['example.com/a', 'example.com', 'localhost.example:8080/', 'müller.example?q'])
      expect(parseCommandLine([word])).toMatchObject({ kind: 'window', urls: [word] })
    for (const word of ['sve', 'ls', './page.html', '/tmp/page.html', 'a b.example', '.'])
      expect(parseCommandLine([word])).toMatchObject({ kind: 'usage' })
  })

  it('reads options before and after the command', () => {
    const parsed = commandOf(
      '--vault',
      'v',
      'save',
      'https://a.example/',
      '--profile=p',
      '--allow-private',
      'a.localhost:80',
      '--allow-private=b.localhost:81',
      '--json',
    )
    expect(parsed.places).toEqual({ vault: 'v', profile: 'p' })
    expect(parsed.command).toEqual({
      name: 'save',
      urls: ['https://a.example/'],
      json: true,
      allow: ['a.localhost:80', 'b.localhost:81'],
    })
  })

  it('takes a lone dash as standard input', () => {
    expect(commandOf('save', '-')).toMatchObject({ readsStdin: true, command: { urls: [] } })
  })

  it('joins the words of a query', () => {
    expect(commandOf('search', 'signal', 'tower', 'tag:cities', '--limit', '3').command).toMatchObject({
      query: 'signal tower tag:cities',
      limit: 3,
    })
  })

  it('keeps a tag as the window does: without empty parts', () => {
    expect(commandOf('tag', 'ID', '+ cities / harbours/', '-/odd').command).toMatchObject({
      add: ['cities/harbours'],
      remove: ['/odd'],
    })
  })

  it('takes a host that is allowed for what it is, however it is written', () => {
    const allow = ['LOCALHOST.:8080', '127.1:80', '[::0001]:81'].flatMap((one) => ['--allow-private', one])
    expect(commandOf('save', 'https://a.example', ...allow).command.allow).toEqual([
      'localhost:8080',
      '127.0.0.1:80',
      '[::1]:81',
    ])
  })

  it('tells added tags from removed ones', () => {
    expect(commandOf('tag', 'ID', '+a', '-b', '+c/d').command).toMatchObject({
      id: 'ID',
      add: ['a', 'c/d'],
      remove: ['b'],
    })
  })

  it('takes everything after two dashes as words', () => {
    expect(commandOf('search', '--', '--json').command).toMatchObject({ query: '--json', json: false })
  })

  it.each([
    ['--frobnicate'],
    ['frobnicate'],
    ['save'],
    ['search'],
    ['show'],
    ['show', 'A', 'B', 'C'],
    ['versions'],
    ['versions', 'A', 'B'],
    ['pin'],
    ['pin', 'A', 'B', 'C'],
    ['tag', 'A'],
    ['tag', 'A', 'b'],
    ['tag', 'A', `+${'x'.repeat(101)}`],
    ['tag', 'A', '+ / '],
    ['tag', 'A', '- '],
    ['verify', 'x'],
    ['list', '--vault'],
    ['list', '--vault', '--json'],
    ['list', '--limit', 'many'],
    ['list', '--text'],
    ['save', 'https://a.example', '--allow-private', 'nonsense'],
  ])('A1: refuses %s with a usage line', (...args) => {
    expect(parseCommandLine(args)).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('Usage: offprint') as string,
    })
  })

  it('A1: refuses nothing because of its length', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `https://a.example/${n}`)
    expect(commandOf('save', ...many).command).toMatchObject({ urls: many })
  })

  it('has a help text for each command', () => {
    for (const name of Object.keys(usages)) {
      expect(parseCommandLine([name, '--help'])).toMatchObject({
        kind: 'help',
        text: expect.stringContaining(`offprint ${name}`) as string,
      })
    }
  })

  it('reads what extract is asked', () => {
    expect(parseCommandLine(['extract', 'a.html', 'b.html', '--url', 'https://a.example/', '--why'])).toEqual({
      kind: 'extract',
      extract: {
        files: ['a.html', 'b.html'],
        base: 'https://a.example/',
        pairs: false,
        textWithoutCaptions: false,
        why: true,
      },
    })
    expect(parseCommandLine(['extract', '--pairs', '-', '--text-without-captions', '--json'])).toMatchObject({
      kind: 'extract',
      extract: { files: [], pairs: true, textWithoutCaptions: true },
    })
  })

  it.each([
    [['extract']],
    [['extract', 'a.html']],
    [['extract', '--pairs', 'a.txt']],
    [['extract', '--pairs', '-', 'a.html']],
    [['list', '--why']],
    [['list', '--url', 'https://a.example/']],
  ])('refuses %j with the usage line', (args) => {
    expect(parseCommandLine(args)).toMatchObject({ kind: 'usage' })
  })
})
