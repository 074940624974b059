import { formatNumber, inLanguages } from '../../../preload/language.ts'

const english = {
  aloud: 'Reading aloud',
  pause: 'Pause',
  goOn: 'Go on',
  back: 'One sentence back',
  on: 'One sentence on',
  speed: 'Speed',
  times: (rate: number) => `${formatNumber(rate)} ×`,
  stop: 'Stop reading aloud',
  close: 'Close',
  nothingToRead: 'There is no text to read aloud.',
  voiceFailed: 'The voice of this system could not go on reading.',
  noVoice: 'This system has no voice yet. ',
  onLinux:
    'Install speech-dispatcher and a voice such as espeak-ng with your package manager, then start Offprint again.',
  onWindows: 'Add one in Settings, Time and language, Speech.',
  onMac: 'Add one in System Settings, Accessibility, Spoken Content.',
} as const

const german = {
  aloud: 'Vorlesen',
  pause: 'Pause',
  goOn: 'Weiter',
  back: 'Einen Satz zurück',
  on: 'Einen Satz weiter',
  speed: 'Tempo',
  times: (rate: number) => `${formatNumber(rate)} ×`,
  stop: 'Vorlesen beenden',
  close: 'Schließen',
  nothingToRead: 'Es ist kein Text zum Vorlesen da.',
  voiceFailed: 'Die Stimme dieses Systems konnte nicht weiterlesen.',
  noVoice: 'Dieses System hat noch keine Stimme. ',
  onLinux:
    'Installieren Sie speech-dispatcher und eine Stimme wie espeak-ng mit Ihrer Paketverwaltung, und starten Sie Offprint neu.',
  onWindows: 'Fügen Sie eine hinzu unter Einstellungen, Zeit und Sprache, Spracherkennung.',
  onMac: 'Fügen Sie eine hinzu unter Systemeinstellungen, Bedienungshilfen, Gesprochene Inhalte.',
}

export const words = inLanguages(english, german)
