// A .tar.gz of the packed folder, for Linux systems without a package of their own: unpack it anywhere, start bin/offprint.
import { basename, dirname } from 'node:path'
import { runProgram } from './runProgram.ts'

export type TarballOptions = {
  readonly folder: string
  readonly file: string
  readonly compressed: boolean
  /** Every file gets this time, so that the same sources give the same archive. */
  readonly epochSeconds: number
}

export async function tarball({ folder, file, compressed, epochSeconds }: TarballOptions): Promise<void> {
  const ran = await runProgram('tar', [
    '--create',
    `--file=${file}`,
    `--use-compress-program=gzip -${compressed ? 6 : 1}`,
    '--sort=name',
    `--mtime=@${epochSeconds}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--directory=${dirname(folder)}`,
    basename(folder),
  ])
  if (ran.code !== 0) throw new Error(`tar failed:\n${ran.output.trim()}`)
}
