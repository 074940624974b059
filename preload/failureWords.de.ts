// What a failure says in German. The English sentences, whose wording is promised, stand in failure.ts.
import { statusWords, unreachable, type Failure } from './failure.ts'
import { germanReason } from './failureReasons.de.ts'
import { formatNumber } from './language.ts'

const unreadable = {
  'too-large': 'sie ist zu groß',
  'no-text': 'sie enthält keinen einfachen Text',
  system: 'das System gibt sie nicht her',
} as const

export function germanFailureWords(reason: Failure): string {
  switch (reason.code) {
    case 'empty-address':
      return 'Geben Sie eine Webadresse ein.'
    case 'invalid-address':
      return 'Das ist keine gültige Webadresse.'
    case 'unsupported-scheme':
      return 'Nur Seiten über http und https können gesichert werden.'
    case 'port-not-allowed':
      return 'Dieser Anschluss (Port) ist für Webseiten nicht erlaubt.'
    case 'address-too-long':
      return `Die Adresse ist zu lang (höchstens ${formatNumber(reason.limit)} Zeichen).`
    case 'link-unusable':
      return 'Mit diesem Link lässt sich nichts anfangen.'
    case 'private-address':
      return 'Diese Adresse liegt auf Ihrem eigenen Rechner oder in Ihrem Netz. Sie wurde nicht geöffnet.'
    case 'not-allowed':
      return 'Nicht erlaubt.'
    case 'offline':
      return 'Sie sind offline. Der Link wartet.'
    case 'host-not-found':
      return `${reason.host} wurde nicht gefunden.`
    case 'no-secure-address':
      return `${reason.host} hat keine sichere Adresse; schreiben Sie http://, um trotzdem zu sichern.`
    case 'connection-closed':
      return `${reason.host} hat die Verbindung geschlossen.`
    case 'too-many-redirects':
      return 'Die Seite leitet zu oft weiter.'
    case 'sign-in-needed':
      return 'Diese Seite verlangt eine Anmeldung.'
    case 'http-status':
      return reason.asksForProof
        ? `Die Website wollte einen Nachweis, dass kein Automat liest (${statusWords(reason)}); ihre Seite wurde nicht gezeigt.`
        : `Die Website antwortete ${statusWords(reason)}.`
    case 'certificate':
      return `Das Sicherheitszertifikat der Website ist nicht gültig (${germanReason(reason.reason)}).`
    case 'too-slow':
      return `Die Seite brauchte zu lange (${reason.seconds} s).`
    case 'too-large':
      return `Die Seite ist größer als ${reason.limitMegabytes} MB.`
    case 'expands-too-much':
      return `Die Seite ist ausgepackt größer als ${reason.limitMegabytes} MB.`
    case 'damaged-data':
      return 'Die Daten der Seite sind beschädigt.'
    case 'not-a-page':
      return 'Diese Adresse ist eine Datei, keine Seite.'
    case 'empty-page':
      return 'Die Seite war leer.'
    case 'invalid-answer':
      return 'Die Website hat eine ungültige Antwort gesendet.'
    case 'script-stuck':
      return 'Das Skript der Seite kam zu keinem Ende.'
    case 'too-complex':
      return 'Die Seite ist zu verwickelt, um gelesen zu werden.'
    case 'page-crashed':
      return 'Die Seite hörte auf zu arbeiten, während sie gesichert wurde.'
    case 'cancelled':
      return 'Abgebrochen.'
    case 'disk-full':
      return 'Ihre Platte ist voll. Die Seite wurde NICHT gesichert; sonst hat sich nichts geändert.'
    case 'cannot-write':
      return `In den Ordner der Bibliothek kann nicht geschrieben werden: ${germanReason(reason.reason)}.`
    case 'file-not-written':
      return `${reason.file} konnte nicht geschrieben werden: ${germanReason(reason.reason)}.`
    case 'file-not-read':
      return `Die Datei ${reason.file} konnte nicht gelesen werden: ${unreadable[reason.why]}. Nichts hat sich geändert.`
    case 'library-in-use':
      if (reason.byOtherUser === true) return 'Die Bibliothek wird von einer anderen Person an diesem Rechner benutzt.'
      return `Die Bibliothek wird von einem anderen Programm benutzt${reason.pid === undefined ? '' : ` (pid ${reason.pid})`}.`
    case 'library-gone':
      return `Die Bibliothek, die in ${reason.folder} lag, ist nicht da. Nichts wurde geschrieben; schließen Sie ihr Laufwerk an, oder starten Sie Offprint ohne Befehl, um neu zu beginnen.`
    case 'list-unopened':
      return 'Die Liste Ihrer Artikel ließ sich nicht öffnen. Ihre Artikel sind sicher in ihren Dateien. Schaffen Sie Platz auf dem Datenträger, und öffnen Sie Offprint dann noch einmal.'
    case 'newer-library':
      return 'Diese Bibliothek stammt von einer neueren Version.'
    case 'damaged':
      return `Braucht Aufmerksamkeit: ${reason.files.join(', ')}.`
    case 'unknown-id':
      return `Kein Artikel hat die Kennung ${reason.id}.`
    case 'deleted-for-good':
      return 'Das wurde endgültig gelöscht und kann nicht zurückkommen.'
    case 'search-stopped':
      return 'Die Suche arbeitet nicht mehr. Nichts ging verloren; suchen Sie noch einmal, oder öffnen Sie Offprint neu.'
    case 'bad-query':
    case 'usage':
      return reason.message
    case 'bug':
      return `In Offprint ist etwas schiefgegangen: ${reason.message}`
    default:
      return unreachable(reason)
  }
}
