// Which file lies where; the only place that joins paths of the vault. All names come from checked ids.
import { join } from 'node:path'

export type Layout = ReturnType<typeof layoutOf>

export function layoutOf(root: string, device: string) {
  const article = (id: string) => join(root, 'articles', id.slice(-2), id)
  return {
    root,
    about: join(root, 'offprint.json'),
    readme: join(root, 'README.md'),
    articles: join(root, 'articles'),
    article,
    /** `part` as in the record's `files`, or json. */
    versionFile: (id: string, version: string, part: string) => join(article(id), `${version}.${part}`),
    blobs: join(root, 'blobs'),
    blob: (name: string) => join(root, 'blobs', name.slice(62, 64), name),
    acts: join(root, 'acts'),
    actFile: (path: string) => join(root, 'acts', ...path.split('/')),
    ownActs: (month: string) => `${device}/${month}.jsonl`,
    inbox: join(root, 'inbox', device),
    job: (id: string) => join(root, 'inbox', device, `${id}.json`),
  }
}
