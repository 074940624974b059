// The page as it looked, or what to do where none was kept: of an import, of a text file, of what Offprint wrote itself.
import type { RefObject } from 'react'
import type { Article, Version } from '../../preload/article.ts'
import { onArticles } from '../app/articleCommands.ts'
import { runCommand } from '../app/commands.ts'
import { commandWords } from '../app/words.ts'
import { Button } from '../ui/Button.tsx'
import { SnapshotFrame } from './SnapshotFrame.tsx'
import { words } from './words.ts'

type Props = {
  article: Article
  record: Version | undefined
  frame: RefObject<HTMLIFrameElement | null>
}

export function Snapshot({ article, record, frame }: Props) {
  if (!record || record.files['page.html.gz']) return <SnapshotFrame article={article} frame={frame} />
  return (
    <div className="reader-none">
      <p>{words.noSnapshot}</p>
      {/^https?:/.test(article.url) && (
        <Button onClick={() => onArticles([article.id], () => runCommand('article.recapture'))}>
          {commandWords['article.recapture']}
        </Button>
      )}
    </div>
  )
}
