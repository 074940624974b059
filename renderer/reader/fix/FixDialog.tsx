// Point and fix: the snapshot beside the article made of it. What belongs or does not is pointed at, kept as a rule of the site, and applied.
import { useState } from 'react'
import type { Article, Version } from '../../../preload/article.ts'
import { parseRule, ruleSiteOf, type RuleLine } from '../../../preload/siteRule.ts'
import { closeLayer, openLayer } from '../../app/layers.ts'
import { say } from '../../app/toasts.ts'
import { useQuery } from '../../app/useQuery.ts'
import { article as articleById, record as recordOf } from '../../library/articles.ts'
import { siteRule } from '../../library/siteRules.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ApplyStep } from './ApplyStep.tsx'
import { PointStep } from './PointStep.tsx'
import { words } from './words.ts'
import './Fix.css'

const close = () => closeLayer('fix')

/** By article, what was pointed at and not kept when the dialog was left: it is there again the next time, as long as the app runs. */
const unkept = new Map<string, readonly RuleLine[]>()

export function FixDialog({ id }: { id: string }) {
  const loaded = useQuery(() => load(id), [id])
  const [kept, setKept] = useState<{ readonly site: string; readonly rule: string }>()
  if (loaded === undefined) return null
  if (loaded === null || !loaded.record.files['page.html.gz'] || loaded.site === undefined) return <NoPage />
  const { article, site, rule } = loaded
  if (kept) {
    return (
      <Dialog title={words.applyTitle(kept.site)} description={words.applyText} width="wide" onClose={close}>
        <ApplyStep {...kept} first={article.id} onClose={close} />
      </Dialog>
    )
  }
  const leave = () => {
    close()
    if (unkept.has(id)) say(words.leftUnkept, { undo: () => Promise.resolve(openLayer({ kind: 'fix', id })) })
  }
  return (
    <Dialog title={words.title} description={words.how} width="whole" onClose={leave}>
      <PointStep
        article={article}
        site={site}
        before={parseRule(rule).lines}
        from={unkept.get(id)}
        onChange={(lines) => void (lines ? unkept.set(id, lines) : unkept.delete(id))}
        onKept={(text) => {
          unkept.delete(id)
          setKept({ site, rule: text })
        }}
        onCancel={() => {
          unkept.delete(id)
          close()
        }}
        onLeave={leave}
      />
    </Dialog>
  )
}

function NoPage() {
  return (
    <Dialog title={words.title} description={words.noPage} onClose={close}>
      {null}
    </Dialog>
  )
}

type Loaded = {
  readonly article: Article
  readonly record: Version
  readonly site: string | undefined
  readonly rule: string
}

/** Null where nothing is known of it any more. */
async function load(id: string): Promise<Loaded | null> {
  const [article, record] = await Promise.all([articleById(id), recordOf(id)])
  if (!article || !record) return null
  const site = ruleSiteOf(record.url)
  return { article, record, site, rule: site === undefined ? '' : ((await siteRule(site)) ?? '') }
}
