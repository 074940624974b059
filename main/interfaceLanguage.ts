// The language of window, menus and dialogs: the person's choice, else the first of the system's languages that we speak.
import { app } from 'electron'
import type { Settings } from '../preload/contract.ts'
import { bestLanguage, speak } from '../preload/language.ts'

/** Call when the app is ready. */
export function speakAsSet(language: Settings['language']) {
  speak(language === 'system' ? bestLanguage(app.getPreferredSystemLanguages()) : language)
}
