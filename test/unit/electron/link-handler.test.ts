import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { programOf } from '../../../src/adapters/program.ts';
import { createLinkHandler, openOwnLinks } from '../../../src/main/link-handler.ts';
import { partly } from './partly.ts';

function system(isPackaged = true) {
  const calls: string[] = [];
  const app = partly<
    Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'>
  >({
    isPackaged,
    setAsDefaultProtocolClient: (scheme, path) => calls.push(`${scheme} by ${path}`) > 0,
    removeAsDefaultProtocolClient: (scheme, path) => calls.push(`${scheme} not by ${path}`) > 0,
  });
  return { app, calls };
}

describe("Latchkey's own links", () => {
  it('are opened by the packaged application, and never by the Electron of a checkout', async () => {
    const { app, calls } = system();
    await openOwnLinks(app, '/opt/Latchkey/latchkey-desktop', {}, 'linux');
    expect(calls).toEqual(['latchkey by /opt/Latchkey/latchkey-desktop']);
    const checkout = system(false);
    await openOwnLinks(checkout.app, 'electron', {}, 'linux');
    expect(checkout.calls).toEqual([]);
  });

  it('start the portable program where it is kept, not where it unpacks itself', async () => {
    const { app, calls } = system();
    const env = { PORTABLE_EXECUTABLE_FILE: String.raw`E:\Latchkey.exe` };
    await openOwnLinks(app, programOf(String.raw`C:\Temp\x\Latchkey.exe`, env), env, 'win32');
    expect(calls).toEqual([String.raw`latchkey by E:\Latchkey.exe`]);
  });
});

describe('set-up links', () => {
  it('are opened here only after the person said so, and no longer once they took it back', async () => {
    const { app, calls } = system();
    const links = createLinkHandler(app, '/Applications/Latchkey', {}, 'darwin');
    expect([links.isSupported, calls]).toEqual([true, []]);
    await links.set(true);
    await links.set(false);
    expect(calls).toEqual([
      'otpauth by /Applications/Latchkey',
      'otpauth-migration by /Applications/Latchkey',
      'otpauth not by /Applications/Latchkey',
      'otpauth-migration not by /Applications/Latchkey',
    ]);
  });

  it('are not offered in a checkout, which no link can start', () => {
    expect(createLinkHandler(system(false).app, 'electron', {}, 'linux').isSupported).toBe(false);
  });
});
