// Why a disk does not write and a certificate does not hold, by the English words, which failures carry: captures that failed with an earlier release
// hold nothing else. What is said here in German is all that may be said.

const german = {
  'you may not write there': 'dort darf nicht geschrieben werden',
  'the disk is read-only': 'der Datenträger ist schreibgeschützt',
  'the disk is full': 'der Datenträger ist voll',
  'the disk reports an error': 'der Datenträger meldet einen Fehler',
  'the drive does not answer': 'das Laufwerk antwortet nicht',
  'the network drive does not answer': 'das Netzlaufwerk antwortet nicht',
  'the folder is gone': 'der Ordner ist weg',
  'a file is in the way of a folder': 'eine Datei ist einem Ordner im Weg',
  'a folder is in the way of a file': 'ein Ordner ist einer Datei im Weg',
  'another program holds a file there': 'ein anderes Programm hält dort eine Datei fest',
  'too many files are open': 'zu viele Dateien sind geöffnet',
  'its path is too long': 'ihr Pfad ist zu lang',
  'the file is too large for this disk': 'die Datei ist zu groß für diesen Datenträger',
  'its links go round in a circle': 'ihre Verknüpfungen führen im Kreis',
  'it was opened for reading': 'sie wurde nur zum Lesen geöffnet',
  'it belongs to another site': 'es gehört zu einer anderen Website',
  'it has expired or is not valid yet': 'es ist abgelaufen oder noch nicht gültig',
  'nobody trusted has signed it': 'niemand Vertrauenswürdiges hat es unterschrieben',
  'it has errors': 'es ist fehlerhaft',
  'its revocation cannot be checked': 'ob es widerrufen wurde, lässt sich nicht prüfen',
  'its revocation could not be checked': 'ob es widerrufen wurde, ließ sich nicht prüfen',
  'it was revoked': 'es wurde widerrufen',
  'it is malformed': 'es hat nicht die richtige Form',
  'its signature is too weak': 'seine Unterschrift ist zu schwach',
  'its name is not unique': 'sein Name ist nicht eindeutig',
  'its key is too weak': 'sein Schlüssel ist zu schwach',
  'it names what it may not name': 'es nennt, was es nicht nennen darf',
  'it is valid for too long': 'es gilt zu lange',
  'it is not in the public logs': 'es steht nicht in den öffentlichen Verzeichnissen',
  'it is known to be misused': 'es wird bekanntermaßen missbraucht',
} as const

export type FailureReason = keyof typeof german | `the system says ${string}`

/** As it came where nothing is known of it. */
export function germanReason(reason: string): string {
  const known: Readonly<Record<string, string>> = german
  return known[reason] ?? reason.replace(/^the system says /, 'das System sagt ')
}
