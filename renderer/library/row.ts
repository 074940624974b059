// The state of an article and the record of the version it shows -> its row.
import type { Article, Version } from '../../preload/article.ts'
import { englishReasonWords, type Reason } from '../../preload/reason.ts'
import type { Row } from './database.ts'
import { latest, shownVersion, trashedAt, type State } from './fold.ts'
import { highlightsIn } from './highlights.ts'
import { listKeys } from './lists.ts'

/** What a row takes from the record of the version it shows. */
export type Shown = Pick<
  Version,
  | 'version'
  | 'url'
  | 'title'
  | 'byline'
  | 'siteName'
  | 'lang'
  | 'dir'
  | 'publishedAt'
  | 'words'
  | 'verdict'
  | 'capturedAt'
  | 'excerpt'
  | 'thumbnail'
  | 'thumbnailOf'
  | 'pages'
> & { readonly reasons: readonly string[]; readonly because?: readonly Reason[] | undefined } & (
    Pick<Version, 'files'> | Pick<Article, 'pdf'>
  )

const unreadable: Reason = { code: 'files-unreadable' }

/** `record` undefined: the version's files could not be read, and the row holds what the acts say. `ids`: all that are folded into it. */
export function makeRow(state: State, ids: readonly string[], holder: string, record: Shown | undefined): Row {
  const article = makeArticle(state, holder, record)
  const publishedKey = sortableDate(article.publishedAt)
  return {
    ...article,
    ids,
    lists: listKeys(article, trashedAt(state)),
    titleKey: article.title
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .slice(0, 100),
    ...(publishedKey === undefined ? {} : { publishedKey }),
    ...(record ? {} : { lacking: 1 as const }),
  }
}

function makeArticle(state: State, holder: string, record: Shown | undefined): Article {
  const version = shownVersion(state)
  const shown = version === undefined ? undefined : state.saves[version]
  if (version === undefined || !shown) throw new Error(`No version of ${state.id} to show`)
  const saves = Object.values(state.saves)
  const corrected = (field: 'title' | 'byline' | 'publishedAt' | 'lang') =>
    state.corrected[field]?.value || record?.[field]
  const { url, canonicalUrl } = shown.value
  return dropAbsent({
    id: state.id,
    url: record?.url ?? url,
    // What groups articles is what the latest act says, whichever version is shown.
    canonicalUrl: latest(saves)?.value.canonicalUrl ?? canonicalUrl,
    title: corrected('title') || url.replace(/^https?:\/\//, ''),
    byline: corrected('byline'),
    siteName: record?.siteName,
    lang: corrected('lang'),
    publishedAt: corrected('publishedAt'),
    savedAt: saves.map((save) => save.value.savedAt).reduce((a, b) => (b < a ? b : a)),
    words: record?.words ?? 0,
    place: state.place?.value ?? 'inbox',
    favourite: state.favourite?.value ?? false,
    progress: state.progress?.value.progress ?? 0,
    tags: Object.keys(state.tags)
      .filter((tag) => state.tags[tag]?.value)
      .sort(),
    verdict: record?.verdict ?? 'error',
    trashed: trashedAt(state) !== undefined,
    paragraph: state.progress?.value.paragraph,
    reasons: record?.reasons ?? [englishReasonWords(unreadable)],
    because: record ? record.because : [unreadable],
    version,
    heldBy: holder === state.id ? undefined : holder,
    versions: Object.keys(state.saves).sort(),
    capturedAt: record?.capturedAt ?? shown.value.savedAt,
    excerpt: record?.excerpt,
    thumbnail: record?.thumbnail,
    thumbnailOf: record?.thumbnailOf,
    dir: record?.dir,
    note: state.note?.value || undefined,
    highlights: highlightsIn(state).length,
    pdf: record && isPdf(record) ? true : undefined,
    pages: record?.pages,
  })
}

/** By the files of a record; a row has noted it. */
function isPdf(record: Shown): boolean {
  return 'files' in record ? record.files.pdf !== undefined : record.pdf === true
}

type Absent<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] }

/** Absent means unknown: no key holds `undefined`. */
function dropAbsent(fields: Absent<Article>): Article {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Article // only absent ones went
}

/** An instant in UTC, or the day itself; undefined for what is no date. */
function sortableDate(stated: string | undefined): string | undefined {
  if (stated === undefined) return undefined
  const time = Date.parse(stated)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
