// The contract between the processes. A channel is one entry; the compiler names every place that must change with it.
//   requests   the app window asks main
//   events     main tells the app window
//   questions  main asks the app window, which owns the library and the index (for the queue and the command line)
// Schemas run on every call, in main, in both directions. Nothing here knows Node or the DOM.
import { z } from 'zod'
import { article, articleId, instant, ulid, verdict, version } from './article.ts'
import { act, actBody } from './act.ts'
import { captureJob } from './capture.ts'
import { failure } from './failureSchema.ts'
import { languages, pseudoLanguages } from './language.ts'
import { ruleText } from './siteRule.ts'

const addressText = z.string().max(100_000)

/** How far each file under acts/ has been read: its path below acts/ -> bytes. */
export const cursor = z.record(z.string().max(200), z.number().int().nonnegative())
export type Cursor = z.infer<typeof cursor>

const versionWithHtml = z.object({
  record: version,
  /** The reader HTML, images as offprint-asset: addresses. Sanitise before it is shown. */
  html: z.string(),
})

export const settings = z.object({
  /** A change shows when the window is loaded again. */
  language: z.enum(['system', ...languages, ...pseudoLanguages]),
  theme: z.enum(['system', 'paper', 'sepia', 'dusk', 'ink']),
  font: z.enum(['literata', 'source-serif', 'atkinson', 'inter']),
  fontSizePx: z.number().min(13).max(30),
  lineHeight: z.number().min(1.2).max(2.2),
  measureCh: z.number().min(38).max(78),
  justify: z.boolean(),
  /** Of reading aloud: 1 is as the voice speaks by itself. */
  aloudRate: z.number().min(0.5).max(3),
  /** What lies over the text for the eye: nothing, a line under the one that is read, or all but a few lines dimmed. */
  ruler: z.enum(['none', 'ruler', 'lines']),
  density: z.enum(['comfortable', 'compact']),
  /** Of every view; what is searched for has its own. */
  sort: z.enum(['newest', 'oldest', 'title', 'published', 'longest', 'shortest']),
  listWidthPx: z.number().min(280).max(520),
  sidebarWidthPx: z.number().min(180).max(320),
  sidebarHidden: z.boolean(),
  /** Tags in the sidebar below which nothing is shown. */
  foldedTags: z.array(z.string().max(100)).max(10_000),
  /** What the panel beside the text shows. */
  panel: z.enum(['closed', 'contents', 'highlights', 'details', 'similar']),
  singleKeyShortcuts: z.boolean(),
  /** How much larger than usual the system says all text should be, when that was last asked: what the window is enlarged by before the person does. */
  textScale: z.number().min(1).max(3),
  /** An icon in the tray of the system, where it has one. */
  tray: z.boolean(),
  /** host:port pairs on the person's own computer or network that may be captured from. */
  allowedPrivate: z.array(z.string().max(300)).max(1_000),
  /** What waits to be saved waits until it is told to go on. */
  savingPaused: z.boolean(),
  /** What was searched for, the latest first; kept on this device only, and only when that is wanted. */
  keepSearches: z.boolean(),
  searches: z.array(z.string().max(300)).max(30),
  /** Sites that the person has signed in to; captures of these use the session kept for them. */
  signedInSites: z.array(z.string().max(300)).max(1_000),
})
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  font: 'literata',
  fontSizePx: 18.5,
  lineHeight: 1.62,
  measureCh: 64,
  justify: false,
  aloudRate: 1,
  ruler: 'none',
  density: 'comfortable',
  sort: 'newest',
  listWidthPx: 368,
  sidebarWidthPx: 224,
  sidebarHidden: false,
  foldedTags: [],
  panel: 'closed',
  singleKeyShortcuts: true,
  textScale: 1,
  tray: true,
  allowedPrivate: [],
  savingPaused: false,
  keepSearches: true,
  searches: [],
  signedInSites: [],
}

const appInfo = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  vaultPath: z.string(),
  /** Made with the vault; a library that was filled from another vault is rebuilt. */
  vaultId: z.string(),
  profilePath: z.string(),
  /** The fallback runtime for tests: a line in the window says so, and stays. */
  testRuntime: z.boolean(),
  /** A vault from a newer release opens read-only. */
  readOnly: z.boolean(),
})
export type AppInfo = z.infer<typeof appInfo>

const menuEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line') }),
  z.object({ kind: z.literal('entry'), id: z.string().max(100), words: z.string().max(300), enabled: z.boolean() }),
])

const windowAct = z.enum(['zoom-in', 'zoom-out', 'zoom-reset', 'full-screen', 'close'])
export type WindowAct = z.infer<typeof windowAct>

const refusal = z.object({ url: z.string(), failure })

const openedFrom = z.union([z.object({ article: articleId, version: ulid }), z.object({ job: ulid })])
export type OpenedFrom = z.infer<typeof openedFrom>

/** `article`: the id whose folder holds the version. */
const ruledVersion = z.object({ article: articleId, version: ulid, rule: ruleText })

/** All that wait or have failed may be meant at once, and each channel may be called only so often. */
const jobIds = z.array(ulid).max(1_000_000)

export const requests = {
  /** Answers at once; the captures go on. Addresses that are no web pages come back as refusals and add nothing. */
  'capture.add': {
    args: z.tuple([z.array(addressText).min(1).max(10_000)]),
    result: z.object({ jobs: z.array(captureJob), refused: z.array(refusal) }),
  },
  'capture.jobs': { args: z.tuple([]), result: z.array(captureJob) },
  'capture.cancel': { args: z.tuple([jobIds]), result: z.null() },
  'capture.retry': { args: z.tuple([jobIds]), result: z.null() },
  'capture.remove': { args: z.tuple([jobIds]), result: z.null() },
  /** Asks the person in a native dialog, then retries the job; false when they said no. */
  'capture.allowPrivate': { args: z.tuple([ulid]), result: z.boolean() },

  /** Opens a marked window in which the person signs in to the site of this address; captures of that site are signed in afterwards. */
  'signIn.open': { args: z.tuple([addressText]), result: z.null() },
  'signIn.forget': { args: z.tuple([z.string().max(300)]), result: z.null() },

  /** The acts after the cursor, at most 5,000 at a time, oldest file first; `more` says that there are others. */
  'vault.acts': {
    args: z.tuple([cursor]),
    result: z.object({ acts: z.array(act), cursor, more: z.boolean() }),
  },
  /** The version records and their reader HTML; an entry is null when the vault has it no more, or has it damaged. */
  'vault.versions': {
    args: z.tuple([z.array(z.object({ article: articleId, version: ulid })).max(500)]),
    result: z.array(versionWithHtml.nullable()),
  },
  /** Writes acts and answers when they are durable. */
  'vault.write': { args: z.tuple([z.array(actBody).min(1).max(10_000)]), result: z.array(act) },

  /** What a version would read like by this rule of its site; nothing is written. Sanitise before it is shown. */
  'rule.preview': {
    args: z.tuple([ruledVersion]),
    result: z.object({ html: z.string(), text: z.string(), words: z.number() }),
  },
  /** Reads a version again by this rule, and writes what comes of it as the version to be shown. */
  'rule.apply': {
    args: z.tuple([ruledVersion]),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('new'), version: ulid }),
      z.object({ kind: z.enum(['same', 'worse', 'page-missing']) }),
    ]),
  },

  /**
   * Opens in the default browser: http and https only, at most 2,048 characters, no credentials. False when refused. From what it was opened: an
   * address that is not the article's own, nor in it, nor a link that was given to be saved, is asked about first.
   */
  'open.external': { args: z.tuple([z.string().max(10_000), openedFrom.optional()]), result: z.boolean() },
  'open.vaultFolder': { args: z.tuple([]), result: z.null() },
  /** Asks where, in a native dialog; answers with the name it was saved under, null when the person thought better of it. */
  'file.save': { args: z.tuple([z.string().max(300), z.string().max(50_000_000)]), result: z.string().nullable() },
  /** Asks which text file, in a native dialog; null when the person thought better of it. */
  'file.open': { args: z.tuple([]), result: z.object({ name: z.string(), text: z.string() }).nullable() },
  /** `html`: the whole page for paper, as the window has made it. `failed`: the system could not print. */
  'print.article': {
    args: z.tuple([
      z.object({ title: z.string().max(300), html: z.string().max(50_000_000), to: z.enum(['printer', 'pdf']) }),
    ]),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['printed', 'cancelled', 'failed']) }),
      z.object({ kind: z.literal('saved'), name: z.string() }),
    ]),
  },
  /** A menu of the system at the pointer; answers the id chosen, null when none was. */
  'menu.popup': { args: z.tuple([z.array(menuEntry).max(60)]), result: z.string().nullable() },
  /** Of the menu bar: the commands that have nothing to act on now, and those that are on. Ids of app/commands.ts. */
  'menu.state': {
    args: z.tuple([z.object({ off: z.array(z.string()).max(500), on: z.array(z.string()).max(500) })]),
    result: z.null(),
  },
  /** While it is on, the keys for media of the keyboard or a headset run the commands of reading aloud, whichever window has the focus. */
  'aloud.keys': { args: z.tuple([z.boolean()]), result: z.null() },
  /** What the system's own menu does to the window. */
  'window.act': { args: z.tuple([windowAct]), result: z.null() },
  /** What the system says of the size of text, where the engine leaves it to the page to follow. */
  'window.textScale': { args: z.tuple([z.number()]), result: z.null() },
  /** How much room the vault's disk has: below `low` a banner says so, below `full` nothing more is saved. */
  'vault.space': { args: z.tuple([]), result: z.object({ state: z.enum(['plenty', 'low', 'full']) }) },
  /** Brings back what is whole and whose act is lost; the records of these versions. */
  'vault.adopt': { args: z.tuple([]), result: z.object({ files: z.array(z.string()) }) },
  /** Removes the files of what was purged, and blobs that no version uses any more. How many bytes that has freed. */
  'vault.sweep': { args: z.tuple([]), result: z.object({ files: z.number(), freedBytes: z.number() }) },
  'clipboard.write': { args: z.tuple([z.string().max(10_000_000)]), result: z.null() },

  'settings.read': { args: z.tuple([]), result: settings },
  'settings.write': { args: z.tuple([settings.partial()]), result: settings },
  'app.info': { args: z.tuple([]), result: appInfo },
  /** The system has a place for an icon of ours. */
  'app.hasTray': { args: z.tuple([]), result: z.boolean() },
  /** The first frame with content stands; the window may be shown. */
  'app.painted': { args: z.tuple([]), result: z.null() },
  /** The panes hear what is said from now on; what was said once and earlier is said then. */
  'app.listening': { args: z.tuple([]), result: z.null() },

  /** The window answers questions from now on; those asked earlier are asked then. */
  'question.listening': { args: z.tuple([]), result: z.null() },
  /** The answer to a question; `n` is the question's number. Main checks the value by that question's own schema, once. */
  'question.answer': {
    args: z.tuple([z.number().int(), z.union([z.object({ failure }), z.object({ value: z.unknown() })])]),
    result: z.null(),
  },
  /** Progress of a question that takes long (a rebuild), for the command line. */
  'question.progress': {
    args: z.tuple([z.number().int(), z.object({ done: z.number(), total: z.number() })]),
    result: z.null(),
  },
} as const

export const events = {
  'capture.changed': captureJob,
  'capture.removed': ulid,
  /** There are acts in the vault that the library has not seen. */
  'vault.grown': z.null(),
  'settings.changed': settings,
  /** A command chosen in the menu: an id from app/commands.ts. */
  'command.run': z.string(),
  /** Text of links that came from outside (a second start, a drop on the icon): shown in the add field, or saved at once. */
  'intake.text': z.string(),
  /** What was copied, to be taken as if it were pasted: the tray asks for it. */
  'intake.copied': z.string(),
  /** A mistake of ours that nobody expected. */
  'went.wrong': failure,
  'question.asked': z.object({ n: z.number().int(), name: z.string(), args: z.json() }),
} as const

const shown = article.extend({
  text: z.string().optional(),
  html: z.string().optional(),
  /** For `page`: where the vault holds the version shown. */
  held: z.object({ article: articleId, version: ulid }).optional(),
})
/** A version as the command line lists it. */
const versionLine = z.object({
  version: ulid,
  capturedAt: instant,
  way: z.string().optional(),
  verdict: verdict.optional(),
  reasons: z.array(z.string()),
  words: z.number().optional(),
  images: z.object({ kept: z.number(), found: z.number() }).optional(),
  shown: z.boolean(),
  pinned: z.boolean(),
})
const hit = article.extend({
  /** Plain text; the matched words stand between U+E000 and U+E001. */
  snippet: z.string(),
  /** When asked for: what was found of each thing asked, field by field, and what it adds to the score. */
  why: z
    .object({
      score: z.number(),
      lift: z.number(),
      nearness: z.number(),
      parts: z.array(
        z.object({
          asked: z.string(),
          score: z.number(),
          rarity: z.number(),
          articles: z.number(),
          words: z.array(z.object({ word: z.string(), in: z.record(z.string(), z.number()) })),
        }),
      ),
    })
    .optional(),
  /** Not found as it was asked, but for what these words may have been meant for. */
  also: z.array(z.object({ typed: z.string(), meant: z.array(z.string()) })).optional(),
})

export const questions = {
  /** Which kept article one of these addresses belongs to. All are canonical already. */
  'library.find': {
    args: z.tuple([z.array(z.string())]),
    result: z
      .object({
        id: articleId,
        canonicalUrl: z.string(),
        savedAt: instant,
        version: ulid,
        words: z.number(),
        verdict,
        trashed: z.boolean(),
      })
      .nullable(),
  },
  /** Reads what is new in the vault; answers when list and search know it. */
  'library.catchUp': { args: z.tuple([]), result: z.null() },
  /** Newest first; a query narrows it, in the order of `search`. */
  'library.list': {
    args: z.tuple([z.object({ query: z.string(), limit: z.number(), offset: z.number() })]),
    result: z.array(article),
  },
  /** Those that are found for another spelling come last, marked; never more than `limit` together. */
  'library.search': {
    args: z.tuple([
      z.object({ query: z.string(), limit: z.number(), offset: z.number(), explain: z.boolean().optional() }),
    ]),
    result: z.array(hit),
  },
  'library.show': {
    args: z.tuple([articleId, z.enum(['record', 'text', 'html', 'page'])]),
    result: shown.nullable(),
  },
  /** Every version kept of an article, newest first; the one shown is marked. */
  'library.versions': { args: z.tuple([articleId]), result: z.array(versionLine).nullable() },
  /** One of them as `library.show` shows the one that is current. */
  'library.showVersion': {
    args: z.tuple([articleId, ulid, z.enum(['record', 'text', 'html', 'page'])]),
    result: shown.nullable(),
  },
  /** What the reader has said of the pages of this site: see siteRule.ts. */
  'library.siteRule': { args: z.tuple([z.string().max(300)]), result: z.string().nullable() },
  /** The window is about to close: what is not written yet is written, and the answer comes when the vault has it. */
  'window.leaving': { args: z.tuple([]), result: z.null() },
  /** Empties library and index and fills them from the vault. */
  'library.rebuild': {
    args: z.tuple([]),
    result: z.object({ articles: z.number(), damaged: z.array(z.string()), adopted: z.array(z.string()) }),
  },
} as const

export type Requests = typeof requests
export type RequestName = keyof Requests
export type RequestArgs<N extends RequestName> = z.infer<Requests[N]['args']>
export type RequestResult<N extends RequestName> = z.infer<Requests[N]['result']>

export type Events = typeof events
export type EventName = keyof Events
export type EventValue<N extends EventName> = z.infer<Events[N]>

export type Questions = typeof questions
export type QuestionName = keyof Questions
export type QuestionArgs<N extends QuestionName> = z.infer<Questions[N]['args']>
export type QuestionResult<N extends QuestionName> = z.infer<Questions[N]['result']>

/** What bridge.ts exposes as `window.offprint`. Requests answer with a Result; they throw only for a bug. */
export type Bridge = {
  request<N extends RequestName>(
    name: N,
    ...args: RequestArgs<N>
  ): Promise<import('./failure.ts').Result<RequestResult<N>>>
  /** Calls back for every event of the name until the returned function is called. */
  on<N extends EventName>(name: N, callback: (value: EventValue<N>) => void): () => void
}
