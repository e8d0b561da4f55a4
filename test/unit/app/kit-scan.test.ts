import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KitPage } from '../../../src/contract/recovery.ts';
import type { Screens } from '../../../src/app/ports.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { pictureOf, pixelsOf } from '../../rig/qr-pictures.ts';

const passphrase = 'seven quiet otters paint';
const site = 'otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ&issuer=ACME';

describe('a recovery kit that is scanned', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;
  let kit: KitPage;
  /** What the displays show. */
  let displays: string[][];
  const screens: Screens = {
    capture: async () => 'application',
    take: async () => ({ outcome: 'taken', pictures: displays.map(pictureOf) }),
  };

  beforeEach(async () => {
    displays = [];
    app = await startApplication({ screens, create: false });
    await app.client.vault.create({ protection: 'passphrase', passphrase });
    kit = await app.client.recovery.make({ passphrase });
  });
  afterEach(() => app.stop());

  const state = async () => nextOf(await app.client.vault.watch());
  const seenIn = (...texts: string[]) => ({ from: 'picture' as const, ...pixelsOf(texts) });

  it('opens the locked vault off the screen, beside other codes, on whichever display', async () => {
    await app.client.vault.lock();
    displays = [[site], ['https://example.org/', kit.qrText]];
    await app.client.recovery.open({ code: { from: 'screen' } });
    expect(await state()).toMatchObject({ state: 'open', openedBy: 'recovery' });
  });

  it('opens it off a picture', async () => {
    await app.client.vault.lock();
    await app.client.recovery.open({ code: seenIn(site, kit.qrText) });
    expect(await state()).toMatchObject({ state: 'open', openedBy: 'recovery' });
  });

  it('counts as checked', async () => {
    expect(await state()).toMatchObject({ kit: { checkedAt: null } });
    await app.client.recovery.verify({ code: seenIn(kit.qrText) });
    expect(await state()).toMatchObject({ kit: { checkedAt: app.clock.now() } });
  });

  it('opens a backup that it protects', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-backups-'));
    await app.client.backup.setUp({ folder, keep: 3, protection: { by: 'recovery' } });
    const { backups } = await app.client.backup.list();
    const bytes = new Blob([await readFile(join(folder, backups[0]?.name ?? ''))]);
    await app.client.backup.turnOff();
    const source = { from: 'file', bytes } as const;
    await expect(app.client.backup.preview({ source, secret: { with: 'here' } })).rejects.toMatchObject({
      code: 'BACKUP_SECRET_NEEDED',
    });
    const code = seenIn(kit.qrText);
    expect(await app.client.backup.preview({ source, secret: { with: 'recovery', code } })).toMatchObject({
      restoreId: expect.any(String),
    });
    await rm(folder, { recursive: true });
  });

  it('says where there is none, where it is another vault’s, and where there is no picture; and opens nothing', async () => {
    await app.client.vault.lock();
    displays = [[site]];
    await expect(app.client.recovery.open({ code: { from: 'screen' } })).rejects.toMatchObject({
      code: 'KIT_NOT_SEEN',
    });
    const other = await startApplication({ screens });
    const foreign = await other.client.recovery.make({});
    await other.stop();
    await expect(app.client.recovery.open({ code: seenIn(foreign.qrText) })).rejects.toMatchObject({
      code: 'KIT_WRONG',
    });
    await expect(app.client.recovery.open({ code: seenIn(kit.qrText.slice(0, -1)) })).rejects.toMatchObject({
      code: 'KIT_LENGTH',
    });
    const short = { ...seenIn(kit.qrText), width: 3 };
    await expect(app.client.recovery.open({ code: short })).rejects.toMatchObject({
      code: 'PICTURE_INVALID',
    });
    expect(await state()).toMatchObject({ state: 'locked' });
  });
});
