// What pages say where they keep the rest of a text from whoever reads it.
import type { Draft } from './draft.ts'

export const signInToRead =
  /\b(sign|log) ?in (now )?(to|and) (continue|read|view|keep|go on|finish)|(create|register for) an? (free )?account to (continue|read|keep|finish)|melden sie sich an, um|connectez-vous pour (lire|continuer)|inicia sesión para (leer|continuar|seguir)/i
export const payWords =
  /subscribe (now )?to (continue|keep|read)|to continue reading|continue reading (this|with|by)|this (article|content|story|post) is (only )?(for|available to|reserved for) (our )?(paid |paying )?(subscribers|members)|(already|become) a (subscriber|member)\??|become a paid subscriber|(read|get) the (full|whole) (story|article) with|you have (read|reached) your .{0,20}free (articles?|stories)|(weiterlesen|lesen sie weiter) mit|réservé aux abonnés|para seguir leyendo|abonnez-vous pour lire/i

/** Nothing else is meant by it: it may stand below what is shown, in a box that is no part of the text. */
export const lockedWords =
  /this (article|content|story|post) is (only |exclusively )?(for|available to|reserved for|exclusive to) (our )?((paid|paying|premium|digital) )?(subscribers|members)|available to \w+ members only|unlock (this|the (full|whole)) (article|story)|(subscribe|register|sign (in|up)|log ?in|(create|start) .{3,30}) (now )?to (continue|keep) reading|to (read|finish) (the rest of )?this (article|story),? (subscribe|register|sign|log|become)|(jetzt|hier) weiterlesen mit|(nur|exklusiv) für (unsere )?([\p{L}+]+-?)?abonnent|weiterlesen mit .{0,20}\babo\b|(article )?réservé(e)? (à nos|aux) abonnés|abonnez-vous pour (lire|continuer)|(contenido |artículo )?(exclusivo|solo|reservado) para suscriptores|riservato agli abbonati|abbonati per (continuare|leggere)|alleen voor abonnees/iu

/** Something stands before the text and says so: what the page hides then is not for this reader. */
export function isWalled({ facts, wall, seen }: Pick<Draft, 'facts' | 'wall' | 'seen'>): boolean {
  if (facts.forPayers === true) return true
  return (wall.hasPayWall && payWords.test(seen)) || (wall.asksForPassword && signInToRead.test(seen))
}
