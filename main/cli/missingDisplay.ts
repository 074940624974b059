// On Linux the engine needs a display even when no window opens, and without one it ends in a crash and without a word.

/** What to tell the person; undefined when there may be a display. Commands that need no engine, as --help, need not ask. */
export function missingDisplay(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (platform !== 'linux' || environment['DISPLAY'] || environment['WAYLAND_DISPLAY']) return undefined
  return 'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). Commands run without one as: xvfb-run offprint ...'
}
