// A network that wants its guests to sign in first (a train's, a hotel's) answers every plain address of the web with a page of its own. Kept for the
// article, it would take the place of all links that are saved there. Nobody else's server is asked whether there is such a network: it is known by
// what came. Secure addresses no such network can answer.
import { markupWords } from './markupWords.ts'

/** Longer than any such page, in characters. */
const longest = 2_500
const longestInSitesName = 800
const longestMarkup = 300_000

/** What nobody says who is not in the way of it. */
const wayOut =
  /(connect|get connected|log ?in|sign ?in|join) (now )?to (the |our |this |free )*(internet|wi-?fi|wlan|hotspot|network)|(access|use|reach|surf) (the |our |this |free )*(internet|wi-?fi|wlan|hotspot)|(get|go|be|you are) online|internet access|captive portal|network authentication|internetzugang|internet nutzen|(mit|ins|im) (dem )?(internet|w-?lan) (verbinden|surfen|anmelden)|w-?lan (nutzen|verbinden|anmeldung)|acc[eè]s (à )?(l['’])?internet|(connecter|accéder|connexion) (à |au )?(l['’])?(internet|wi-?fi)|acceso a internet|conectar(se|te)? a (internet|la red|wi-?fi)|accesso a internet|connett\S+ a(lla rete| internet)|toegang tot (het )?internet|verbinding maken met (het )?(internet|wifi)/i
const network = /\b(wi-?fi|w-?lan|hotspot|captive)\b/i

export function isCaptivePortal(asked: string, reached: string, markup: string): boolean {
  const [from, to] = [new URL(asked), new URL(reached)]
  if (from.protocol !== 'http:' || markup.length > longestMarkup) return false
  if (!/<(form|button|input)\b/i.test(markup)) return false
  const shown = markupWords(markup)
  // In the very name of the site it must say more: that page may be the site's own. Where a network speaks for itself, it is at the root.
  if (from.hostname === to.hostname)
    return from.pathname !== '/' && shown.length <= longestInSitesName && wayOut.test(shown) && network.test(shown)
  if (shown.length > longest) return false
  // Most of them are told where their guest wanted to go.
  const knowsAsked = to.search.toLowerCase().includes(from.hostname)
  return wayOut.test(shown) || (knowsAsked && network.test(`${shown} ${to.hostname}`))
}
