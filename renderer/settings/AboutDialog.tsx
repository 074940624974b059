import { z } from 'zod'
import { licence, type Licence } from '../../preload/licence.ts'
import { appInfo } from '../app/appSettings.ts'
import { closeLayer } from '../app/layers.ts'
import { useQuery } from '../app/useQuery.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Logo } from '../ui/Logo.tsx'
import { useStore } from '../ui/useStore.ts'
import { words } from './words.ts'

/** Made by the build beside index.html; not there in every build. */
const licencesAddress = '/licences.json'

export function AboutDialog() {
  const info = useStore(appInfo)
  const licences = useQuery(readLicences, [])
  return (
    <Dialog title={words.about} onClose={() => closeLayer('about')}>
      <div className="dialog-body about">
        <Logo size={44} />
        <h3>Offprint</h3>
        {info && <p>{words.version(info.version)}</p>}
        <p className="about-purpose">{words.purpose}</p>
        {info && <p>{words.engine(info.electron, info.chromium)}</p>}
        <p>{words.own}</p>
        <section className="about-licences" aria-label={words.licences}>
          <h4>{words.licences}</h4>
          {licences === undefined || licences.length === 0 ? (
            <p>{words.licencesMissing}</p>
          ) : (
            licences.map((one) => <LicenceEntry key={`${one.name} ${one.version}`} licence={one} />)
          )}
        </section>
      </div>
    </Dialog>
  )
}

function LicenceEntry({ licence: { name, version, licence: terms, text } }: { licence: Licence }) {
  return (
    <details>
      <summary>
        <span>
          {name} {version}
        </span>
        <span>{terms}</span>
      </summary>
      <pre>{text}</pre>
    </details>
  )
}

async function readLicences(): Promise<readonly Licence[]> {
  try {
    const answer = await fetch(licencesAddress)
    const parsed = z.array(licence).safeParse(answer.ok ? await answer.json() : [])
    return parsed.success ? parsed.data : []
  } catch {
    return [] // this build has none
  }
}
