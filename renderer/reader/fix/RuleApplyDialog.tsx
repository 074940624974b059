import { closeLayer } from '../../app/layers.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ApplyStep } from './ApplyStep.tsx'
import { words } from './words.ts'
import './Fix.css'

const close = () => closeLayer('ruleApply')

/** The rule of a site, on what is kept of it. */
export function RuleApplyDialog({ site, rule }: { site: string; rule: string }) {
  return (
    <Dialog title={words.applyTitle(site)} description={words.applyText} width="wide" onClose={close}>
      <ApplyStep site={site} rule={rule} onClose={close} />
    </Dialog>
  )
}
