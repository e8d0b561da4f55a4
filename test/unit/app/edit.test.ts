import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { iconFileLimits } from '../../../src/contract/limits.ts';
import { ownPicture } from '../../../src/core/entry/icon.ts';
import { nextOf, startApplication } from '../../rig/application.ts';

let app: Awaited<ReturnType<typeof startApplication>>;
let id: string;

beforeEach(async () => {
  app = await startApplication();
  const { previews } = await app.client.scan.text({
    text: 'otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ',
  });
  const { previewId = '', issuer = '', account = '' } = previews[0] ?? {};
  ({ entryId: id } = await app.client.previews.accept({ previewId, issuer, account }));
});
afterEach(() => app.stop());

const entry = async () => (await nextOf(await app.client.entries.watch())).entries[0];

describe('an edit of an entry', () => {
  it('changes what it names, leaves the rest, and is taken back', async () => {
    await app.client.entries.edit({ id, tags: ['Work'], note: 'in the safe' });
    const { undoId } = await app.client.entries.edit({ id, issuer: 'Post', note: 'one\r\ntwo\n\n' });
    expect(await entry()).toMatchObject({
      issuer: 'Post',
      account: 'me',
      tags: ['Work'],
      note: 'one\ntwo',
      icon: null,
    });
    await app.client.undo.take({ undoId });
    expect(await entry()).toMatchObject({ issuer: 'ACME', tags: ['Work'], note: 'in the safe' });
  });

  it('keeps a tag once however it is written, and no empty one', async () => {
    await app.client.entries.edit({ id, tags: [' Work ', 'work', '', 'Cafe\u0301', 'Café', 'Home'] });
    expect((await entry())?.tags).toEqual(['Work', 'Cafe\u0301', 'Home']);
  });

  it('needs a name, and refuses to make two the same', async () => {
    await expect(app.client.entries.edit({ id, issuer: '', account: '' })).rejects.toMatchObject({
      code: 'LABEL_EMPTY',
    });
    await app.client.entries.edit({ id, account: '' });
    await expect(app.client.entries.edit({ id, issuer: '' })).rejects.toMatchObject({ code: 'LABEL_EMPTY' });
  });
});

describe('the icon of an entry', () => {
  const picture = (file: Uint8Array) => ({
    kind: 'picture' as const,
    file: new Blob([new Uint8Array(file)]),
  });
  /** A picture of noise, which nothing makes small, with a place in its description. */
  const noise = sharp(randomBytes(300 * 200 * 3), { raw: { width: 300, height: 200, channels: 3 } });

  it('is chosen by name or as a letter, and taken away again', async () => {
    for (const icon of [{ kind: 'named', name: 'github' }, { kind: 'letter' }, null] as const) {
      await app.client.entries.edit({ id, icon });
      expect((await entry())?.icon).toEqual(icon);
    }
  });

  it.each(['png', 'jpeg', 'webp'] as const)(
    'is an own picture: %s, made small and written anew',
    async (format) => {
      const file = await noise
        .clone()
        .withExif({ IFD0: { Copyright: 'canary of the camera' } })
        .toFormat(format)
        .toBuffer();
      expect(file.toString('latin1')).toContain('canary of the camera');
      await app.client.entries.edit({ id, icon: picture(file) });
      const icon = (await entry())?.icon;
      if (icon?.kind !== 'picture') throw new Error('it has no picture');
      const { picture: kept } = await app.client.entries.picture({ hash: icon.hash });
      const bytes = Buffer.from(await kept.arrayBuffer());
      expect(bytes.length).toBeLessThanOrEqual(ownPicture.bytes);
      expect(bytes.toString('latin1')).not.toContain('canary');
      const { side } = ownPicture;
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: side, height: side });
    },
  );

  it.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'kind'],
    ['a text', Buffer.from('hello'), 'kind'],
    ['a film', Buffer.from('GIF89a and more'), 'kind'],
    ['half a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'damaged'],
    ['a file that is too large', Buffer.alloc(iconFileLimits.bytes + 1), 'size'],
  ])('is not %s, and stays as it is', async (_what, file, reason) => {
    await app.client.entries.edit({ id, icon: { kind: 'letter' } });
    await expect(app.client.entries.edit({ id, icon: picture(file) })).rejects.toMatchObject({
      code: 'ICON_REFUSED',
      data: { reason },
    });
    expect((await entry())?.icon).toEqual({ kind: 'letter' });
  });

  it('that nobody has is not found', async () => {
    await expect(app.client.entries.picture({ hash: 'none' })).rejects.toMatchObject({
      code: 'ENTRY_NOT_FOUND',
    });
  });
});

describe('the history of an entry’s secrets', () => {
  const replaceWith = async (secret: string) => {
    const { previews } = await app.client.scan.text({ text: `otpauth://totp/ACME:me?secret=${secret}` });
    const { previewId = '', issuer = '', account = '' } = previews[0] ?? {};
    await app.client.previews.accept({ previewId, issuer, account, onSameName: 'replace' });
  };
  const history = async () => (await app.client.former.list({ id })).former;

  it('is looked at, and deleted for good: of the trash too', async () => {
    await replaceWith('GEZDGNBVGY3TQOJR');
    await replaceWith('GEZDGNBVGY3TQOJS');
    expect(await entry()).toMatchObject({ former: 2 });
    const [newer, older] = await history();
    expect(newer?.look.code).toMatch(/^\d{6}$/);
    const { undoId } = await app.client.former.forget({ id, replacedAt: newer?.replacedAt ?? 0 });
    expect(await history()).toEqual([older]);
    expect((await nextOf(await app.client.entries.watch())).trash).toHaveLength(1);
    await app.client.undo.take({ undoId });
    expect(await history()).toHaveLength(2);
    await app.client.former.forget({ id, replacedAt: null });
    expect(await nextOf(await app.client.entries.watch())).toMatchObject({
      entries: [{ former: 0 }],
      trash: [],
    });
    await expect(app.client.former.forget({ id, replacedAt: null })).rejects.toMatchObject({
      code: 'FORMER_GONE',
    });
  });

  it('shows codes by the corrected clock, as the list does', async () => {
    await app.client.preferences.set({ codeCorrectionMs: 3_600_000 });
    const [{ code: inList } = { code: '' }] = (await nextOf(await app.client.codes.watch())).codes;
    await replaceWith('GEZDGNBVGY3TQOJR');
    expect((await history())[0]?.look.code).toBe(inList);
  });
});
