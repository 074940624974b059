export const german = {
  title: (host: string) => `Anmeldefenster: ${host} · Offprint`,
  menu: 'Anmeldefenster',
  save: 'Diese Seite sichern',
  back: 'Zurück',
  reload: 'Neu laden',
  done: 'Fertig',
}
