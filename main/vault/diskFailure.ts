// What a disk may answer, in words for a person. No path is in them: they may end in a log.
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import type { FailureReason } from '../../preload/failureReasons.de.ts'
import { codeOf } from './disk.ts'

const reasons: Readonly<Record<string, FailureReason>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  ENXIO: 'the drive does not answer',
  ENODEV: 'the drive does not answer',
  ESTALE: 'the network drive does not answer',
  ETIMEDOUT: 'the network drive does not answer',
  EHOSTDOWN: 'the network drive does not answer',
  EHOSTUNREACH: 'the network drive does not answer',
  ENOTCONN: 'the network drive does not answer',
  ENOENT: 'the folder is gone',
  ENOTDIR: 'a file is in the way of a folder',
  EEXIST: 'a file is in the way of a folder',
  EISDIR: 'a folder is in the way of a file',
  EBUSY: 'another program holds a file there',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its path is too long',
  EFBIG: 'the file is too large for this disk',
  ELOOP: 'its links go round in a circle',
}

/** Throws what is no error of the system: that is a bug, and must not look like a broken disk. */
export function diskFailure(thrown: unknown): Failure {
  const code = codeOf(thrown)
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw thrown
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' }
  return { code: 'cannot-write', reason: reasons[code] ?? `the system says ${code}` }
}

export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (thrown) {
    return failed(diskFailure(thrown))
  }
}
