// Versions of an article in a dialog: the list, and two of them compared word by word.
import { useEffect, useState } from 'react'
import type { Article } from '../../../preload/article.ts'
import { closeLayer } from '../../app/layers.ts'
import { useQuery } from '../../app/useQuery.ts'
import { article as articleById } from '../../library/articles.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Comparison } from './Comparison.tsx'
import { Versions } from './Versions.tsx'
import { words } from './words.ts'

export function VersionsDialog({ id, compare }: { id: string; compare: string | undefined }) {
  const article = useQuery(async () => (await articleById(id)) ?? null, [id])
  const [compared, setCompared] = useState(compare)
  const [left, setLeft] = useState<string>()
  useEffect(() => {
    // Deleted for good meanwhile: what is not seen must not keep the keys.
    if (article === null) closeLayer('versions')
  }, [article])
  if (!article) return null
  const back = () => {
    setLeft(compared)
    setCompared(undefined)
  }
  return (
    <Dialog
      title={words.titleOf(article.title)}
      width="page"
      onClose={() => closeLayer('versions')}
      onBack={compared !== undefined && compare === undefined ? back : undefined}
    >
      <div className="dialog-body">
        {compared === undefined ? (
          <Versions article={article} onCompare={setCompared} left={left} />
        ) : (
          <Compared article={article} with={compared} onBack={back} />
        )}
      </div>
    </Dialog>
  )
}

function Compared({ article, with: other, onBack }: { article: Article; with: string; onBack: () => void }) {
  // A version's id says when it was taken: the lower one is the earlier one.
  const [before, after] = other < article.version ? [other, article.version] : [article.version, other]
  return (
    <>
      <Button className="comparison-back" kind="quiet" onClick={onBack}>
        {words.back}
      </Button>
      <Comparison id={article.id} before={before} after={after} lang={article.lang} />
    </>
  )
}
