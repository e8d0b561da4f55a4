/**
 * Why Latchkey does not start like this; null if it does. Without Chromium's sandbox a page that breaks out of the
 * window's engine has all that the person has. Root alone gets none, since Chromium refuses to serve root with one.
 * electron-builder's AppImage turns it off by itself where the system keeps it from unprivileged programs.
 *
 * @param argv the arguments of Electron
 * @param user the person's number; undefined where the system has none
 */
export function whyNotWithoutSandbox(argv: readonly string[], user: number | undefined): string | null {
  if (user === 0 || !argv.includes('--no-sandbox')) return null;
  return (
    'Latchkey does not run without the sandbox that keeps its window apart from your files. This system, as Ubuntu ' +
    "23.10 and later, keeps the sandbox from programs that were not installed. Latchkey's .deb brings what allows it."
  );
}
