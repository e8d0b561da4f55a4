import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

export type ElectronRuntime = { found: true; path: string } | { found: false; why: string };

/** How long the download (about 110 MB) may take before the browser host opens instead. */
const patienceMs = 180_000;

/**
 * Finds Electron's runtime; if missing, Electron's own installer fetches it. `why` is one sentence for the
 * person. LATCHKEY_HOST=browser chooses the browser host without looking.
 */
export async function findElectron(root: string): Promise<ElectronRuntime> {
  if (process.env['LATCHKEY_HOST'] === 'browser') {
    return { found: false, why: 'LATCHKEY_HOST asks for the browser host.' };
  }
  const installed = installedElectron(root);
  if (installed !== null) return { found: true, path: installed };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { found: false, why: 'There is no display for Electron to open a window on.' };
  }
  console.log("Fetching Electron's runtime (once)…");
  spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { timeout: patienceMs });
  const fetched = installedElectron(root);
  return fetched === null
    ? { found: false, why: "Electron's runtime is not installed and could not be fetched here." }
    : { found: true, path: fetched };
}

/**
 * The path of the runtime's executable; null if there is none. Follows Electron's own package (its index.js): the
 * package records the name, and ELECTRON_OVERRIDE_DIST_PATH names another folder, for example a distribution's.
 */
export function installedElectron(root: string): string | null {
  const record = join(root, 'node_modules/electron/path.txt');
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder && !existsSync(record)) return null;
  const name = existsSync(record) ? readFileSync(record, 'utf8') : 'electron';
  const path = join(folder || join(root, 'node_modules/electron/dist'), name);
  return existsSync(path) ? path : null;
}
