import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handOverLink } from '../../../src/adapters/link-socket/hand-over.ts';
import { nextOf } from '../../rig/application.ts';
import { addAddresses, openWindow, type RunningWindow } from '../cli/rig/window.ts';
import { startKeyring, type Keyring } from '../keychain/session.ts';
import { startWayland, type WaylandSession } from './wayland.ts';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

let keyring: Keyring;
let wayland: WaylandSession;
let folder: string;
let latchkey: RunningWindow;
let id: string;

// The browser host in a process of its own, with no X server beside the Wayland session.
beforeAll(async () => {
  [keyring, wayland] = await Promise.all([startKeyring(), startWayland()]);
  folder = await mkdtemp(join(tmpdir(), 'latchkey-data-'));
  latchkey = await openWindow({
    ...keyring.env,
    ...wayland.env,
    DISPLAY: '',
    LATCHKEY_DATA_DIR: folder,
    XDG_STATE_HOME: folder,
  });
  const { client } = latchkey;
  await client.vault.create({ protection: 'keychain', passphrase: 'correct horse battery staple' });
  await addAddresses(client, `otpauth://totp/Bank:ann?secret=${secret}&issuer=Bank&period=86400`);
  const { entries } = await nextOf(await client.entries.watch());
  id = entries[0]?.id ?? '';
});
afterAll(async () => {
  await wayland.stop();
  await keyring.stop();
  await rm(folder, { recursive: true, force: true });
});

it('copies by itself, and leaves the picture of the screen to the window where there is no portal', async () => {
  expect(await latchkey.client.host.info()).toMatchObject({
    clipboard: 'application',
    screenCapture: 'window',
  });
});

it('copies a code that another program pastes; a lock clears it, but not what was copied since', async () => {
  const { client } = latchkey;
  const copy = () => client.codes.copy({ id, which: 'current' });
  expect(await copy()).toMatchObject({ by: 'application' });
  expect(await pasted()).toMatch(/^\d{6}$/u);
  await client.vault.lock();
  await expect.poll(pasted).toBe('');

  await client.vault.unlock({ passphrase: 'correct horse battery staple' });
  await copy();
  const other = spawn('wl-copy', { env: outside(), stdio: ['pipe', 'ignore', 'ignore'] });
  other.stdin.end('a letter');
  await once(other, 'exit');
  await expect.poll(pasted).toBe('a letter');
  await client.vault.lock();
  expect(await pasted()).toBe('a letter');
  await client.vault.unlock({ passphrase: 'correct horse battery staple' });
});

it('shows the quick find for the link that `latchkey toggle` hands over', async () => {
  const shows = await latchkey.client.quickFind.shows();
  const shown = nextOf(shows);
  expect(await handOverLink(folder, 'latchkey://find')).toBe('taken');
  expect(await shown).toBe('show');
});

it('clears its code when it ends', async () => {
  await latchkey.client.codes.copy({ id, which: 'current' });
  expect(await pasted()).toMatch(/^\d{6}$/u);
  await latchkey.close();
  expect(await pasted()).toBe('');
});

function outside(): NodeJS.ProcessEnv {
  return { ...process.env, ...wayland.env };
}

/** What another program pastes. */
async function pasted(): Promise<string> {
  const child = spawn('wl-paste', ['--no-newline'], { env: outside(), stdio: ['ignore', 'pipe', 'ignore'] });
  const [text] = await Promise.all([textOf(child.stdout), once(child, 'exit')]);
  return text;
}
