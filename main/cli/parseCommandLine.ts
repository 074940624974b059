// argv -> what to do. Knows nothing of Electron; what it does not know is refused with a usage line.
import { z } from 'zod'
import { tagName } from '../../preload/article.ts'
import { tidyTag } from '../../preload/tidyTag.ts'
import { parseAllowance } from '../capture/address.ts'
import type { ExtractCommand } from './extractFiles.ts'

const options = z.object({ json: z.boolean(), allow: z.array(z.string()) })

/** A command as one process may pass it to the process that holds the vault. */
export const command = z.discriminatedUnion('name', [
  options.extend({ name: z.literal('save'), urls: z.array(z.string()) }),
  options.extend({
    name: z.literal('list'),
    query: z.string(),
    limit: z.number().optional(),
    offset: z.number().optional(),
  }),
  options.extend({
    name: z.literal('search'),
    query: z.string(),
    limit: z.number().optional(),
    offset: z.number().optional(),
    explain: z.boolean().optional(),
  }),
  options.extend({
    name: z.literal('show'),
    id: z.string(),
    version: z.string().optional(),
    as: z.enum(['record', 'text', 'html', 'page']),
  }),
  options.extend({ name: z.literal('versions'), id: z.string() }),
  options.extend({ name: z.literal('pin'), id: z.string(), version: z.string().optional() }),
  options.extend({ name: z.literal('tag'), id: z.string(), add: z.array(z.string()), remove: z.array(z.string()) }),
  options.extend({ name: z.literal('trash'), id: z.string() }),
  options.extend({ name: z.literal('re-extract'), query: z.string() }),
  options.extend({ name: z.literal('rebuild') }),
  options.extend({ name: z.literal('verify') }),
  options.extend({ name: z.literal('where') }),
])
export type Command = z.infer<typeof command>
export type CommandName = Command['name']

export type Places = { readonly vault?: string; readonly profile?: string }

export type Invocation =
  | { kind: 'window'; places: Places; urls: readonly string[]; allow: readonly string[] }
  /** `readsStdin`: the addresses of `save -` are still to come. */
  | { kind: 'command'; places: Places; command: Command; readsStdin: boolean }
  /** Needs no vault, and opens none. */
  | { kind: 'extract'; extract: ExtractCommand }
  | { kind: 'help'; text: string }
  | { kind: 'version' }
  | { kind: 'usage'; message: string }

type Usage = { readonly words: string; readonly what: string; readonly more: string }

export const usages: Readonly<Record<CommandName | 'extract', Usage>> = {
  save: {
    words: 'save URL... | save -',
    what: 'Save pages; - reads addresses from standard input, one a line.',
    more: 'Says what was saved on standard output once it is safely on disk, and progress on standard error.',
  },
  list: { words: 'list [QUERY]', what: 'List articles, newest first.', more: 'Options: --limit N, --offset N.' },
  search: {
    words: 'search QUERY',
    what: 'Find articles by any words of their text.',
    more:
      'Words, "a phrase", OR, prefix*, -without, tag:, site:. sort:newest, and more (see Search help in the window).\n' +
      'Options: --limit N, --offset N, --explain (why each was found, and what it scores). No hits is not an error.',
  },
  show: {
    words: 'show ID [VERSION] [--html|--text|--page]',
    what: 'Show one article.',
    more: 'Without an option: its record. --page: the page as it looked, as one HTML file that needs nothing else. VERSION: an older one.',
  },
  versions: {
    words: 'versions ID',
    what: 'List the versions kept of an article, newest first.',
    more: 'What each is worth and why. Saving an address again takes another version; a worse one is never the one shown.',
  },
  pin: {
    words: 'pin ID [VERSION]',
    what: 'Choose the version of an article that is shown.',
    more: 'Without a version: the latest good one again.',
  },
  tag: { words: 'tag ID +a -b', what: 'Add and remove tags.', more: 'Tags nest by /: +cities/harbours.' },
  trash: {
    words: 'trash ID',
    what: 'Move an article to the Trash.',
    more: 'Nothing is deleted; the window can take it back.',
  },
  're-extract': {
    words: 're-extract [QUERY]',
    what: 'Read kept articles again from their frozen pages, offline.',
    more: 'A better reading becomes a new version, a worse one is not kept; the old version stays in any case.',
  },
  rebuild: {
    words: 'rebuild',
    what: 'Fill the library and the search index anew from the vault.',
    more: 'Loses nothing.',
  },
  verify: {
    words: 'verify',
    what: 'Read every file of the vault and name what is damaged.',
    more: 'Exit code 4 when anything needs attention.',
  },
  extract: {
    words: 'extract FILE... --url BASE',
    what: 'Show what extraction makes of page files; saves nothing.',
    more:
      'One JSON object a line: file, the keys of the article, html and text. Files may be gzipped.\n' +
      '  --url BASE                 the address the files were loaded from\n' +
      '  --pairs -                  read lines of FILE, tab, BASE from standard input instead\n' +
      '  --text-without-captions    leave the captions of figures out of text\n' +
      '  --why                      add why: which step removed or added which block',
  },
  where: { words: 'where', what: 'Say where the vault and the profile are.', more: '' },
}

const commonOptions = `Options of every command:
  --vault DIR                keep the articles there
  --profile DIR              keep the library, the index and settings there
  --allow-private HOST:PORT  capture from this address of your own computer or network (repeatable)
  --json                     one JSON object a line on standard output, and nothing else there
  --help                     this text`

export function generalHelp(): string {
  const width = Math.max(...Object.values(usages).map(({ words }) => words.length))
  const lines = Object.values(usages).map(({ words, what }) => `  offprint ${words.padEnd(width)}  ${what}`)
  return [
    `Usage: offprint ${'[URL...]'.padEnd(width - 'Usage'.length)}  Open the window, and save these pages.`,
    ...lines,
    '',
    commonOptions,
  ].join('\n')
}

function helpOf(name: CommandName | 'extract'): string {
  const { words, what, more } = usages[name]
  return [`Usage: offprint ${words}`, '', what, more, '', commonOptions]
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .join('\n')
}

/** A scheme, or `example.com/a`: what is wrong with it the window says. No command has a dot in its name. */
const mayBeAddress = /^(?:[a-z][a-z0-9+.-]*:|[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:[:/?#]|$))/iu

const valueFlags = ['--vault', '--profile', '--limit', '--offset', '--allow-private', '--url', '--pairs']
const plainFlags = [
  '--json',
  '--help',
  '--html',
  '--text',
  '--page',
  '--version',
  '--explain',
  '--text-without-captions',
  '--why',
]
/** They belong to `extract` alone. */
const extractFlags = ['--text-without-captions', '--why']

/** `args` are the words after the program's name. Never throws. */
export function parseCommandLine(args: readonly string[]): Invocation {
  const words: string[] = []
  const flags = new Set<string>()
  const values: { [K in 'vault' | 'profile' | 'limit' | 'offset' | 'url' | 'pairs']?: string } = {}
  const allow: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    if (word === '--') {
      words.push(...args.slice(at + 1))
      break
    }
    const [flag, inline] = splitAtEquals(word)
    if (valueFlags.includes(flag)) {
      const value = inline ?? args[at + 1]
      if (value === undefined || (inline === undefined && value.startsWith('--')))
        return usage(`${flag} needs a value.`)
      if (inline === undefined) at += 1
      if (flag === '--allow-private') {
        const allowance = parseAllowance(value)
        if (allowance === undefined) return usage(`--allow-private needs HOST:PORT, not ${value}.`)
        allow.push(allowance)
      } else values[flag.slice(2) as keyof typeof values] = value // the list above holds no other names
    } else if (plainFlags.includes(flag) && inline === undefined) flags.add(flag)
    else if (word === '-h') flags.add('--help')
    else if (word.startsWith('--')) return usage(`${word} is not an option of offprint.`)
    else words.push(word)
  }

  const places: Places = {
    ...(values.vault === undefined ? {} : { vault: values.vault }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
  }
  const [name, ...operands] = words
  if (flags.has('--version')) return { kind: 'version' }
  if (name === undefined || !isCommandName(name)) {
    if (flags.has('--help')) return { kind: 'help', text: generalHelp() }
    const strange = words.find((word) => !mayBeAddress.test(word))
    if (strange !== undefined) return usage(`${strange} is not a command of offprint.`)
    return { kind: 'window', places, urls: words, allow }
  }
  if (flags.has('--help')) return { kind: 'help', text: helpOf(name) }
  if (name === 'extract') return parseExtract(operands, flags, values)
  if (values.url !== undefined || values.pairs !== undefined || extractFlags.some((flag) => flags.has(flag)))
    return usage(`--url, --pairs, ${extractFlags.join(' and ')} belong to extract.`, name)
  const limits = numbers(values)
  if (limits === undefined) return usage('--limit and --offset need a whole number.', name)
  const parsed = parseOperands(name, operands, flags, limits)
  if (typeof parsed === 'string') return usage(parsed, name)
  return {
    kind: 'command',
    places,
    command: { ...parsed, json: flags.has('--json'), allow },
    readsStdin: name === 'save' && operands.includes('-'),
  }
}

function parseExtract(
  files: readonly string[],
  flags: ReadonlySet<string>,
  { url, pairs }: { readonly url?: string; readonly pairs?: string },
): Invocation {
  if (pairs !== undefined && (pairs !== '-' || files.length > 0 || url !== undefined))
    return usage('--pairs takes - alone: files and addresses then come from standard input.', 'extract')
  if (pairs === undefined && files.length === 0) return usage('extract needs a file.', 'extract')
  if (pairs === undefined && url === undefined)
    return usage('extract needs --url, the address the files were loaded from.', 'extract')
  return {
    kind: 'extract',
    extract: {
      files,
      ...(url === undefined ? {} : { base: url }),
      pairs: pairs !== undefined,
      textWithoutCaptions: flags.has('--text-without-captions'),
      why: flags.has('--why'),
    },
  }
}

const shownAs = ['html', 'text', 'page'] as const

type Parsed = Command extends infer C ? (C extends Command ? Omit<C, 'json' | 'allow'> : never) : never

function parseOperands(
  name: CommandName,
  operands: readonly string[],
  flags: ReadonlySet<string>,
  limits: { limit?: number; offset?: number },
): Parsed | string {
  const [first, ...others] = operands
  if (name !== 'show' && shownAs.some((as) => flags.has(`--${as}`))) return '--html, --text and --page belong to show.'
  if (name !== 'search' && flags.has('--explain')) return '--explain belongs to search.'
  switch (name) {
    case 'save':
      if (first === undefined) return 'save needs a web address.'
      return { name, urls: operands.filter((word) => word !== '-') }
    case 'list':
      return { name, query: operands.join(' '), ...limits }
    case 'search':
      if (first === undefined) return 'search needs words to look for.'
      return { name, query: operands.join(' '), ...limits, explain: flags.has('--explain') }
    case 'show':
      if (first === undefined || others.length > 1) return 'show needs one id.'
      return {
        name,
        id: first,
        ...(others[0] && { version: others[0] }),
        as: shownAs.find((as) => flags.has(`--${as}`)) ?? 'record',
      }
    case 'versions':
      return first === undefined || others.length > 0 ? 'versions needs one id.' : { name, id: first }
    case 'pin':
      if (first === undefined || others.length > 1) return 'pin needs an id, and the version to be shown.'
      return { name, id: first, ...(others[0] && { version: others[0] }) }
    case 'tag': {
      const changes = others.filter((word) => /^[+-]./.test(word))
      if (first === undefined || changes.length === 0 || changes.length < others.length)
        return 'tag needs an id, then +tag or -tag.'
      const those = (sign: string) => changes.filter((word) => word.startsWith(sign)).map((word) => word.slice(1))
      const add = those('+').map(tidyTag)
      const remove = those('-').map((tag) => tagName.safeParse(tag).data)
      if (!areTags(add) || !areTags(remove)) return 'A tag is more than spaces and slashes, and at most 100 characters.'
      return { name, id: first, add, remove }
    }
    case 'trash':
      if (first === undefined || others.length > 0) return 'trash needs one id.'
      return { name, id: first }
    case 're-extract':
      return { name, query: operands.join(' ') }
    case 'rebuild':
    case 'verify':
    case 'where':
      return first === undefined ? { name } : `${name} takes no further words.`
  }
}

function areTags(tags: readonly (string | undefined)[]): tags is string[] {
  return tags.every((tag) => tag !== undefined)
}

function isCommandName(word: string): word is CommandName | 'extract' {
  return Object.hasOwn(usages, word)
}

function splitAtEquals(word: string): [string, string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function numbers(values: { limit?: string; offset?: string }): { limit?: number; offset?: number } | undefined {
  const entries = (['limit', 'offset'] as const).flatMap((key) =>
    values[key] === undefined ? [] : [[key, values[key]] as const],
  )
  if (entries.some(([, value]) => !/^\d{1,9}$/.test(value))) return undefined
  return Object.fromEntries(entries.map(([key, value]) => [key, Number(value)]))
}

function usage(message: string, name?: CommandName | 'extract'): Invocation {
  return {
    kind: 'usage',
    message: `${message}\nUsage: offprint ${name === undefined ? 'COMMAND ...; offprint --help lists them' : usages[name].words}`,
  }
}
