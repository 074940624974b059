import { formatNumber } from '../../../preload/language.ts'
import { plural } from '../../ui/plural.ts'

export const german = {
  title: 'Fassungen',
  titleOf: (title: string) => `Fassungen von „${title}“`,
  one: 'Einmal gesichert. Noch einmal aus dem Netz zu sichern nimmt eine weitere Fassung auf; eine schlechtere tritt nie an ihre Stelle.',
  recapture: 'Noch einmal aus dem Netz sichern',
  shown: 'Gezeigt',
  pinned: 'Festgehalten',
  show: 'Diese Fassung zeigen',
  unpin: 'Wieder die beste zeigen',
  compare: 'Vergleichen',
  back: 'Alle Fassungen',
  unreadable: 'Die Dateien dieser Fassung konnten nicht gelesen werden.',
  between: (before: string, after: string) => `Von ${before} bis ${after}.`,
  same: 'Die beiden Fassungen haben denselben Text.',
  changed: (gone: string | undefined, come: string | undefined) =>
    gone && come
      ? `Weg: ${gone}. Neu: ${come}.`
      : gone
        ? `Weg: ${gone}.`
        : come
          ? `Neu: ${come}.`
          : 'Kein Wort ist anders.',
  onlyChanges: 'Nur was sich geändert hat',
  left: (paragraphs: string) => `${paragraphs} gleich`,
  gone: 'entfernt',
  come: 'hinzugefügt',
  ways: {
    rendered: 'wie ein Browser sie zeigt',
    fetched: 'ohne ihre Skripte',
    imported: 'übernommen',
    written: 'von Offprint geschrieben',
  },
  readAgain: (time: string) => `aus dem Abbild neu gelesen, ${time}`,
  readAgainOf: (time: string) => `${time} (neu gelesen)`,
  verdicts: {
    complete: 'Vollständig',
    partial: 'Teilweise',
    wall: 'Eine Sperre',
    error: 'Eine Fehlerseite',
    'not-article': 'Kein Artikel',
  },
  wordsOf: (kept: string, visible: number | undefined, isMore: boolean) =>
    isMore && visible !== undefined ? `${kept} von ${formatNumber(visible)} auf der Seite` : kept,
  images: (kept: number, found: number) => `${formatNumber(kept)} von ${plural(found, 'Bild', 'Bildern')}`,
}
