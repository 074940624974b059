import { useEffect, useState } from 'react'
import { closeLayer } from '../app/layers.ts'
import { showList, typeQuery } from '../app/selection.ts'
import { focusList } from '../app/searchField.ts'
import { diskUse, type SiteUse } from '../library/diskUse.ts'
import { Button } from '../ui/Button.tsx'
import { fileSize } from '../ui/fileSize.ts'
import { words } from './words.ts'

const firstRows = 8

/** Counted when the settings are opened, while one looks at them. */
export function DiskUse() {
  const [sites, setSites] = useState<readonly SiteUse[]>()
  const [isWhole, setWhole] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    void diskUse({ signal: abort.signal }).then((found) => !abort.signal.aborted && setSites(found))
    return () => abort.abort()
  }, [])
  if (!sites) return <p>{words.counting}</p>
  const total = sites.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const shown = isWhole ? sites : sites.slice(0, firstRows)
  const most = Math.max(1, sites[0]?.sizeBytes ?? 1)
  return (
    <>
      <p>{words.diskTotal(fileSize(total), sites.length)}</p>
      <ol className="settings-use" aria-label={words.diskUse}>
        {shown.map(({ site, articles, sizeBytes }) => (
          <li key={site}>
            {site.includes('.') ? (
              <button type="button" className="settings-site" title={words.showSite(site)} onClick={() => show(site)}>
                <bdi>{site}</bdi>
              </button>
            ) : (
              <bdi>{site}</bdi>
            )}
            <span>{words.articles(articles)}</span>
            <span>{fileSize(sizeBytes)}</span>
            <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(sizeBytes / most) * 100} height="3" />
            </svg>
          </li>
        ))}
      </ol>
      {sites.length > firstRows && (
        <div>
          <Button onClick={() => setWhole(!isWhole)}>
            {isWhole ? words.fewerSites : words.allSites(sites.length)}
          </Button>
        </div>
      )}
    </>
  )
}

function show(site: string) {
  closeLayer('settings')
  typeQuery(`site:${site}`)
  showList()
  focusList()
}
