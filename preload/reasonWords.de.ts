// What a reason says in German. The English sentences, which are written into the files, stand in reason.ts.
import { unreachable } from './failure.ts'
import { formatNumber } from './language.ts'
import type { Reason } from './reason.ts'

export function germanReasonWords(why: Reason): string {
  switch (why.code) {
    case 'robot-check':
      return 'Die Website wollte sicher sein, dass kein Automat liest; ihre Seite wurde nicht gezeigt.'
    case 'error-page':
      return `Die Seite sagt: „${why.title}“.`
    case 'sign-in-wall':
      return `Das sieht nach einer Anmeldeschranke aus; ${visibleWords(why)}`
    case 'pay-wall':
      return `Das sieht nach einer Bezahlschranke aus; ${visibleWords(why)}`
    case 'consent-wall':
      return `Das sieht nach einer Einwilligungsabfrage aus; ${visibleWords(why)}`
    case 'no-article':
      return 'Es wurde kein Artikeltext gefunden. Der Link ist gesichert.'
    case 'little-kept':
      return `${formatNumber(why.words)} von ${formatNumber(why.visible)} sichtbaren Wörtern wurden aufbewahrt.`
    case 'list-of-links':
      return 'Die Seite ist eine Liste von Links.'
    case 'part-kept':
      return `Nur ${formatNumber(why.words)} von etwa ${formatNumber(why.of)} Wörtern, die sich wie Text lesen, wurden aufbewahrt.`
    case 'breaks-off':
      return `Der Text bricht ab${why.offersMore ? ', und die Seite bietet an weiterzulesen' : ''}: ${visibleWords(why)}`
    case 'still-changing':
      return 'Die Seite änderte sich noch, als ihre Zeit um war.'
    case 'more-pages':
      return `Der Artikel hat mehr Seiten als die ${formatNumber(why.kept)}, die aufbewahrt wurden.`
    case 'page-missing':
      return `Seite ${formatNumber(why.page)} des Artikels war nicht zu bekommen.`
    case 'images-missing':
      return why.images === 1
        ? 'Ein Bild konnte nicht gesichert werden.'
        : `${formatNumber(why.images)} Bilder konnten nicht gesichert werden.`
    case 'images-too-large':
      return why.images === 1
        ? 'Ein Bild ist zu groß, um es aufzubewahren.'
        : `${formatNumber(why.images)} Bilder sind zu groß, um sie aufzubewahren.`
    case 'left-out':
      return `${why.files === 1 ? 'Eine Schrift oder ein größeres Bild wurde' : `${formatNumber(why.files)} Schriften oder größere Bilder wurden`} weggelassen: Die Kopie wäre sonst mehr als dreimal so groß wie das, was die Seite selbst geladen hat.`
    case 'pdf-pictures':
      return 'Die Seiten sind Bilder: Es gibt keinen Text zu durchsuchen.'
    case 'pdf-partly-read':
      return `Nur der Text der ersten ${formatNumber(why.read)} von ${formatNumber(why.pages)} Seiten wird durchsucht.`
    case 'pdf-locked':
      return 'Das PDF ist mit einem Passwort gesperrt; sein Text lässt sich nicht lesen.'
    case 'files-unreadable':
      return 'Die gesicherten Dateien konnten nicht gelesen werden.'
    default:
      return unreachable(why)
  }
}

function visibleWords({ words, of }: { readonly words: number; readonly of?: number | undefined }): string {
  if (of !== undefined) return `${formatNumber(words)} von etwa ${formatNumber(of)} Wörtern sind zu sehen.`
  if (words === 0) return 'kein Wort ist zu sehen.'
  return words === 1 ? 'ein Wort ist zu sehen.' : `${formatNumber(words)} Wörter sind zu sehen.`
}
