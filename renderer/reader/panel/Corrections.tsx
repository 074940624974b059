// Title, author, date and language by hand. A correction is an act of its own, so it stays when the page is saved again; an emptied field
// goes back to what the page said.
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { ActBody } from '../../../preload/act.ts'
import { statedDate, type Article, type Version } from '../../../preload/article.ts'
import { tell } from '../../app/acts.ts'
import { openLayer } from '../../app/layers.ts'
import { perform } from '../../library/acts.ts'
import { Button } from '../../ui/Button.tsx'
import { words } from './words.ts'

type Field = Extract<ActBody, { act: 'corrected' }>['field']
const fields = ['title', 'byline', 'publishedAt', 'lang'] as const satisfies readonly Field[]

export function Corrections({
  article,
  record,
  onDone,
}: {
  article: Article
  record: Version | undefined
  onDone: () => void
}) {
  const form = useId()
  const [values, setValues] = useState(valuesOf(article))
  const said = record && valuesOf(record)
  const [problem, setProblem] = useState<Field>()

  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = fields.find((field) => !isValid(field, values[field].trim()))
    setProblem(wrong)
    if (wrong) return
    const before = valuesOf(article)
    const changed = fields.filter((field) => values[field].trim() !== before[field])
    const acts = changed.map((field): ActBody => {
      const value = values[field].trim()
      // Back to what the page said is no correction any more.
      const isOwn = value === '' || value === said?.[field]
      return { act: 'corrected', article: article.id, field, ...(isOwn ? {} : { value }) }
    })
    if (acts.length === 0 || (await tell(perform(acts)))) onDone()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onDone()
    // A title is of one line: in its field, too, Enter is the end of it.
    else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement) event.currentTarget.requestSubmit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <form className="panel-corrections" onSubmit={(event) => void keep(event)} onKeyDown={onKeyDown}>
      {fields.map((field, index) => (
        <label key={field}>
          <span>{words.fields[field]}</span>
          {field === 'title' ? (
            <textarea
              autoFocus
              rows={3}
              value={values.title}
              maxLength={300}
              onChange={(event) => setValues({ ...values, title: event.target.value.replace(/\n/g, ' ') })}
            />
          ) : (
            <input
              value={values[field]}
              maxLength={300}
              autoComplete="off"
              spellCheck={false}
              placeholder={words.placeholders[field]}
              {...(problem === field ? { 'aria-invalid': true, 'aria-describedby': `${form}-${index}` } : {})}
              onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            />
          )}
          {problem === field && (
            <span id={`${form}-${index}`} className="panel-problem" role="alert">
              {words.problems[field]}
            </span>
          )}
          {said && said[field] !== '' && said[field] !== values[field] && (
            <span className="panel-hint">{words.pageSaid(said[field])}</span>
          )}
        </label>
      ))}
      <p className="panel-hint">{words.correctionHint}</p>
      <div className="panel-actions">
        <Button kind="quiet" onClick={() => openLayer({ kind: 'tags', ids: [article.id] })}>
          {words.editTags}
        </Button>
        <span className="panel-gap" />
        <Button kind="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button kind="primary" type="submit">
          {words.keep}
        </Button>
      </div>
    </form>
  )
}

/** As they stand in the fields: a date without its hour. */
function valuesOf({ title, byline, publishedAt, lang }: Pick<Article, Field>): Readonly<Record<Field, string>> {
  return { title, byline: byline ?? '', publishedAt: publishedAt?.slice(0, 10) ?? '', lang: lang ?? '' }
}

function isValid(field: Field, value: string): boolean {
  if (value === '') return true
  if (field === 'publishedAt') return statedDate.safeParse(value).success
  if (field === 'lang') return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i.test(value)
  return true
}
