/** Where the person was: npm runs its scripts in the clone, and keeps that folder in INIT_CWD. Another npm further up may have set it too. */
export function callersFolder(script: string, environment: NodeJS.ProcessEnv = process.env): string {
  const isRunByNpm = environment['npm_lifecycle_event'] === script
  return (isRunByNpm ? environment['INIT_CWD'] : undefined) ?? process.cwd()
}
