// Where the link leads that is pointed at: its host first, because that is who will know of the visit. Names that look like others stand as what they are.
import { useQuery } from '../app/useQuery.ts'
import { useStore } from '../ui/useStore.ts'
import { keptArticle } from './keptArticle.ts'
import { linkAtHand } from './linkAtHand.ts'
import { words } from './words.ts'
import './LinkStatus.css'

export function LinkStatus() {
  const link = useStore(linkAtHand, (now) => now.link)
  const address = link?.address
  const isKept = useQuery(async () => address !== undefined && (await keptArticle(address)) !== undefined, [address])
  if (!link) return null
  const rest = link.address.slice(link.address.indexOf(link.host) + link.host.length)
  return (
    <p className="link-status">
      <bdi>
        <b>{link.host}</b>
        {rest === '/' ? '' : rest}
      </bdi>
      {isKept && <span>{words.keptHere}</span>}
    </p>
  )
}
