// The walls of named consent managers, in the markup they really use, before an article that cannot be scrolled until one has chosen. What was
// chosen is reported to `/chosen?manager=…&choice=…`.
import { html, type Routes, type Visit } from './answer.ts'

type Manager = {
  readonly name: string
  /** The wall. Buttons call `choose('refuse')` or `choose('accept')`, which also closes it. */
  wall(visit: Visit): string
  /** Runs before the wall is there; `hide()` takes it away. */
  readonly script?: string
}

const refuse = `onclick="choose('refuse')"`
const accept = `onclick="choose('accept')"`
const words = 'We and our 214 partners store information on your device and use cookies.'
const cover = 'style="position:fixed;inset:0;z-index:9999;background:#000c;color:#fff"'
const bar = 'style="position:fixed;left:0;right:0;bottom:0;z-index:9999;background:#222;color:#fff;padding:20px"'

export const managers: readonly Manager[] = [
  {
    name: 'onetrust',
    wall: () =>
      `<div id="onetrust-consent-sdk"><div class="onetrust-pc-dark-filter" ${cover}></div><div id="onetrust-banner-sdk" role="dialog" ${bar}><p>${words}</p>
<button id="onetrust-pc-btn-handler">Settings</button><button id="onetrust-reject-all-handler" ${refuse}>Reject all</button><button id="onetrust-accept-btn-handler" ${accept}>Accept all</button></div></div>`,
  },
  {
    name: 'cookiebot',
    wall: () =>
      `<div id="CybotCookiebotDialogBodyUnderlay" ${cover}></div><div id="CybotCookiebotDialog" ${bar}><p>${words}</p>
<button id="CybotCookiebotDialogBodyLevelButtonLevelOptinDeclineAll" ${refuse}>Deny</button><button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll" ${accept}>Allow all</button></div>`,
    script: 'window.Cookiebot = { hasResponse: false, dialog: { visible: true } }',
  },
  {
    name: 'didomi',
    wall: () =>
      `<div id="didomi-host"><div id="didomi-popup" class="didomi-popup-backdrop" ${cover}><div class="didomi-popup-notice"><p>${words}</p>
<button id="didomi-notice-learn-more-button">Learn more</button><button id="didomi-notice-disagree-button" ${refuse}>Disagree</button><button id="didomi-notice-agree-button" ${accept}>Agree</button></div></div></div>`,
  },
  {
    name: 'quantcast',
    wall: () =>
      `<div id="qc-cmp2-container" ${cover}><div id="qc-cmp2-main"><div id="qc-cmp2-ui"><p>${words}</p><div class="qc-cmp2-summary-buttons">
<button id="disagree-btn" mode="secondary" ${refuse}>Disagree</button><button mode="primary" ${accept}>Agree</button></div></div></div></div>`,
  },
  {
    name: 'usercentrics',
    wall: () => `<div id="usercentrics-root" style="position:fixed;inset:0;z-index:9999"></div>`,
    script: `window.UC_UI = { areAllConsentsAccepted: () => false, closeCMP() {}, denyAllConsents() {} }
addEventListener('DOMContentLoaded', () => { const root = document.getElementById('usercentrics-root').attachShadow({ mode: 'open' })
root.innerHTML = '<div data-testid="uc-container" style="background:#000c;color:#fff;height:100%"><p>${words}</p><button data-testid="uc-deny-all-button">Deny</button><button data-testid="uc-accept-all-button">Accept</button></div>'
root.querySelector('[data-testid=uc-deny-all-button]').onclick = () => choose('refuse')
root.querySelector('[data-testid=uc-accept-all-button]').onclick = () => choose('accept') })`,
  },
  {
    name: 'sourcepoint',
    wall: (visit) =>
      `<div id="sp_message_container_1" ${cover}><iframe id="sp_message_iframe_1" title="Consent" style="width:100%;height:400px" src="${visit.url('/index.html?message_id=1', 'c.localhost')}"></iframe></div>`,
    script: `addEventListener('message', ({ data }) => { if (data === 'refuse' || data === 'accept') choose(data) })`,
  },
  {
    name: 'cookieyes',
    wall: () =>
      `<div class="cky-overlay" ${cover}></div><div class="cky-consent-container" ${bar}><p>${words}</p>
<button class="cky-btn" data-cky-tag="settings-button">Customise</button><button class="cky-btn" data-cky-tag="reject-button" ${refuse}>Reject all</button><button class="cky-btn" data-cky-tag="accept-button" ${accept}>Accept all</button></div>`,
  },
  {
    name: 'complianz',
    wall: () =>
      `<div id="cmplz-cookiebanner-container" ${bar}><div class="cmplz-cookiebanner"><p>${words}</p>
<button class="cmplz-btn cmplz-accept" ${accept}>Accept</button><button class="cmplz-btn cmplz-deny" ${refuse}>Deny</button></div></div>`,
  },
  {
    name: 'iubenda',
    wall: () =>
      `<div id="iubenda-cs-banner" ${cover}><p>${words}</p><button class="iubenda-cs-customize-btn">Learn more</button>
<button class="iubenda-cs-reject-btn" ${refuse}>Reject</button><button class="iubenda-cs-accept-btn" ${accept}>Accept</button></div>`,
  },
  {
    name: 'osano',
    wall: () =>
      `<div class="osano-cm-window" ${bar}><div class="osano-cm-dialog osano-cm-dialog--type_bar"><p>${words}</p>
<button class="osano-cm-accept-all" ${accept}>Accept all</button><button class="osano-cm-denyAll" ${refuse}>Reject non-essential</button></div></div>`,
    script: 'window.Osano = { cm: { dialogOpen: true } }',
  },
  {
    name: 'tarteaucitron',
    wall: () =>
      `<div id="tarteaucitronRoot" ${bar}><div id="tarteaucitronAlertBig"><p>${words}</p>
<button id="tarteaucitronPersonalize2" ${accept}>OK, accept all</button><button id="tarteaucitronAllDenied2" ${refuse}>Deny all cookies</button></div></div>`,
  },
  {
    name: 'termly',
    wall: () =>
      `<div id="termly-code-snippet-support"><div role="alertdialog" ${bar}><p>${words}</p>
<button data-tid="banner-decline" ${refuse}>Decline</button><button data-tid="banner-accept" ${accept}>Accept</button></div></div>`,
  },
]

export const consentWords = words
export const consentTitle = (name: string) => `The bell founder of ${name}`
export const consentSentence = (name: string) =>
  `The founder of ${name} casts one bell a year, and he tunes it by walking away from it until he likes what he hears.`

export const consents: Routes = {
  '/consent/*': (visit) => {
    const manager = managers.find(({ name }) => visit.path === `/consent/${name}`)
    return manager ? html(page(manager, visit)) : { status: 404, body: 'no such manager' }
  },
  /** Sourcepoint's own address, by which its rule knows it. */
  '/index.html': () =>
    html(`<!doctype html><title>Consent</title><div class="message type-modal"><p>${words}</p>
<button class="message-component message-button sp_choice_type_12" onclick="0">Options</button>
<button class="message-component message-button sp_choice_type_13" onclick="parent.postMessage('refuse', '*')">Reject</button>
<button class="message-component message-button sp_choice_type_11" onclick="parent.postMessage('accept', '*')">Accept</button></div>`),
  '/chosen': () => ({ status: 204 }),
}

function page(manager: Manager, visit: Visit): string {
  const { name, wall, script = '' } = manager
  const paragraphs = [consentSentence(name), ...sentences, ...sentences].map((text) => `<p>${text}</p>`).join('\n')
  return `<!doctype html><html lang="en" style="overflow: hidden; height: 100%"><head><meta charset="utf-8"><title>${consentTitle(name)}</title>
<script>const choose = (choice) => { fetch('/chosen?manager=${name}&choice=' + choice); document.getElementById('wall').remove(); document.documentElement.style.overflow = '' }
${script}</script></head><body><article style="width: 800px; font-size: 24px"><h1>${consentTitle(name)}</h1>${paragraphs}</article>
<div id="wall">${wall(visit)}</div></body></html>`
}

const sentences = [
  'A bell that is too eager, he says, will be tired by Easter, and nobody can tell a tired bell from a cracked one.',
  'The mould is of loam, goat hair and something that his grandmother wrote down in a language nobody has identified.',
  'When the metal is poured the whole street stands outside, and for eleven minutes nobody is allowed to whistle.',
  'He has been asked for smaller bells, for louder ones, and once for a bell that would only be heard by the baker.',
  'The last of these hangs above the oven, and the baker maintains that it works.',
]
