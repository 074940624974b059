import { captures } from '../app/captures.ts'
import { useQuery } from '../app/useQuery.ts'
import { newest } from '../library/articles.ts'
import { useStore } from '../ui/useStore.ts'

/** `isFirst`: nothing is kept but the welcome article, whose id is `welcome`, and nothing is being saved. Undefined until that is known. */
export function useFirstStart(): { readonly isFirst: boolean; readonly welcome: string | undefined } | undefined {
  const known = useQuery(welcomeIfAlone, [])
  const hasJobs = useStore(captures, (now) => now.jobs.length > 0)
  return known && { isFirst: known.isNew && !hasJobs, welcome: known.id }
}

async function welcomeIfAlone(): Promise<{ readonly isNew: boolean; readonly id: string | undefined }> {
  const [only, other] = await newest({ kind: 'all' }, { limit: 2 })
  if (other) return { isNew: false, id: undefined }
  return { isNew: only === undefined || only.url === 'offprint:welcome', id: only?.id }
}
