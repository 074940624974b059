import type { CaptureJob } from '../../preload/capture.ts'

/** Without the scheme, and the host as people are told it: a name that only looks like another one shows what it is. */
export function plainAddress({ url, host }: CaptureJob): string {
  return url
    .replace(new URL(url).hostname, () => host)
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '')
}
