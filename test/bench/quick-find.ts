// How long the quick find takes from its shortcut to six digits on the clipboard, without the typing: by the keys that
// Latchkey registers, and by a key of the window manager that runs `latchkey toggle`, in the browser host under openbox on a screen of its own, with 1,000 entries; beside rofi's menu with as many lines, where
// it is installed (Debian: rofi). The times include what xdotool and xclip take to look.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setImmediate as turn } from 'node:timers/promises';
import { encodeBase32 } from '../../src/core/otp/base32.ts';
import { quickFindKeys, quickFindTitle, startDeskWithQuickFind } from '../e2e/rig/desk-with-quick-find.ts';
import { median, report } from './parts/harness.ts';

const rounds = 15;
const names = Array.from({ length: 1_000 }, (_, at) => `Site-${at}`);

const addresses = names.map(
  (name) => `otpauth://totp/${name}?secret=${encodeBase32(randomBytes(20))}&issuer=${name}`,
);
const { desk, env, stop } = await startDeskWithQuickFind(addresses, async (folder) => {
  const menu = join(folder, 'menu.sh');
  const lines = join(folder, 'lines');
  await writeFile(lines, names.join('\n'));
  await writeFile(menu, `#!/bin/sh\nexec rofi -dmenu -p find < ${lines}\n`, { mode: 0o755 });
  return { 'C-A-r': [menu] };
});
const hasRofi = spawnSync('which', ['rofi']).status === 0;

const times = { own: [] as number[], bound: [] as number[], copied: [] as number[], rofi: [] as number[] };
for (let round = 0; round <= rounds; round += 1) {
  const own = await find(quickFindKeys.own);
  const bound = await find(quickFindKeys.bound);
  const rofi = hasRofi ? await openMenu() : null;
  // The first of each starts what is kept.
  if (round === 0) continue;
  times.own.push(own.shown);
  times.bound.push(bound.shown);
  times.copied.push(own.copied, bound.copied);
  if (rofi !== null) times.rofi.push(rofi);
}

await stop();

const own = median(times.own);
const bound = median(times.bound);
const copied = median(times.copied);
report('quick-find', {
  own_shortcut_to_keys_1k_ms: own,
  bound_command_to_keys_1k_ms: bound,
  enter_to_clipboard_1k_ms: copied,
  own_shortcut_to_clipboard_1k_ms: own + copied,
  bound_command_to_clipboard_1k_ms: bound + copied,
  rofi_1k_ms: hasRofi ? median(times.rofi) : null,
});

/** From the shortcut until the window takes keys, and from Enter until the code can be pasted. */
async function find(keys: string): Promise<{ shown: number; copied: number }> {
  // It stays in the background, with its output.
  spawnSync('xclip', ['-selection', 'clipboard', '-in'], {
    input: '',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...env },
  });
  const start = performance.now();
  desk.press(keys);
  await until(() => desk.title() === quickFindTitle);
  const shownAt = performance.now();
  desk.press('Return');
  await until(() => /^\d{6}$/u.test(desk.clipboard()));
  const copiedAt = performance.now();
  await until(() => desk.title() !== quickFindTitle);
  return { shown: shownAt - start, copied: copiedAt - shownAt };
}

async function openMenu(): Promise<number> {
  const start = performance.now();
  desk.press('ctrl+alt+r');
  await until(() => desk.shows('rofi'));
  const took = performance.now() - start;
  desk.press('Escape');
  await until(() => !desk.shows('rofi'));
  return took;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}
