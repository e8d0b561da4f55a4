import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextOf, startApplication } from '../../rig/application.ts';

describe('entries', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;
  let id: string;

  const add = async (uri: string, onSameName?: 'replace' | 'keepBoth') => {
    const { previews } = await app.client.scan.text({ text: uri });
    const { previewId = '', issuer = '', account = '' } = previews[0] ?? {};
    return app.client.previews.accept({ previewId, issuer, account, ...(onSameName ? { onSameName } : {}) });
  };
  const now = async () => nextOf(await app.client.entries.watch());

  beforeEach(async () => {
    app = await startApplication();
    ({ entryId: id } = await add('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ'));
  });
  afterEach(() => app.stop());

  it('are renamed, trimmed', async () => {
    await app.client.entries.edit({ id, issuer: ' ACME Corp ', account: 'you' });
    expect((await now()).entries[0]).toMatchObject({ issuer: 'ACME Corp', account: 'you' });
  });

  it('need a name', async () => {
    await expect(app.client.entries.edit({ id, issuer: ' ', account: '' })).rejects.toMatchObject({
      code: 'LABEL_EMPTY',
    });
    expect((await now()).entries[0]).toMatchObject({ issuer: 'ACME', account: 'me' });
  });

  it('go to the trash and come back whole', async () => {
    await app.client.entries.setPinned({ id, pinned: true });
    const [entry] = (await now()).entries;
    await app.client.entries.remove({ id });
    const gone = await now();
    expect(gone.entries).toEqual([]);
    expect(gone.trash).toMatchObject([{ id, deletedAt: app.clock.now() }]);
    await app.client.entries.restore({ id });
    expect(await now()).toEqual({ entries: [entry], trash: [] });
  });

  it('leave the trash after 30 days', async () => {
    await app.client.entries.remove({ id });
    app.clock.move(30 * 86_400_000);
    await add('otpauth://totp/Other:me?secret=GEZDGNBVGY3TQOJR');
    expect((await now()).trash).toEqual([]);
  });

  it('that are not there are said to be not there', async () => {
    const other = crypto.randomUUID();
    await expect(app.client.entries.remove({ id: other })).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' });
    await expect(app.client.entries.restore({ id })).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' });
  });

  it('keep a counter that the person corrects, where they have one', async () => {
    const { entryId } = await add('otpauth://hotp/Bank:me?secret=GEZDGNBVGY3TQOJR&counter=3');
    await app.client.entries.setCounter({ id: entryId, counter: 41 });
    expect((await now()).entries.find((entry) => entry.id === entryId)?.counter).toBe(41);
    await expect(app.client.entries.setCounter({ id, counter: 1 })).rejects.toMatchObject({
      code: 'ENTRY_NOT_HOTP',
    });
  });

  it('take a new secret under the same names, and give the old one back', async () => {
    const code = async () => (await nextOf(await app.client.codes.watch())).codes[0]?.code;
    const before = await code();
    expect(await add('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJZ', 'replace')).toMatchObject({
      entryId: id,
      replaced: true,
    });
    expect(await code()).not.toBe(before);
    expect((await now()).entries).toMatchObject([{ id, former: 1 }]);
    expect((await now()).trash).toMatchObject([
      { issuer: 'ACME', account: 'me', deletedAt: app.clock.now() },
    ]);
    const [old] = (await app.client.former.list({ id })).former;
    expect(old?.look.code).toBe(before);
    const { undoId } = await app.client.former.takeBack({ id, replacedAt: old?.replacedAt ?? 0 });
    expect(await code()).toBe(before);
    // The new one is not lost, and nothing is left of the old one in the trash.
    expect(await now()).toMatchObject({ entries: [{ id, former: 1 }], trash: [] });
    await app.client.undo.take({ undoId });
    expect(await code()).not.toBe(before);
    expect(await now()).toMatchObject({ entries: [{ id, former: 1 }], trash: [{ issuer: 'ACME' }] });
  });

  it('that were replaced can be put back beside the new one, and are then no longer to be undone', async () => {
    await add('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJZ', 'replace');
    const [trashed] = (await now()).trash;
    await app.client.entries.restore({ id: trashed?.id ?? '' });
    const { entries, trash } = await now();
    expect(trash).toEqual([]);
    expect(entries).toMatchObject([{ id }, { id: trashed?.id }]);
    const [old] = (await app.client.former.list({ id })).former;
    await expect(app.client.former.takeBack({ id, replacedAt: old?.replacedAt ?? 0 })).rejects.toMatchObject({
      code: 'ALREADY_HERE',
    });
  });

  it('are not put back beside the very same', async () => {
    await app.client.entries.remove({ id });
    const { entryId } = await add('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ');
    await expect(app.client.entries.restore({ id })).rejects.toMatchObject({
      code: 'ALREADY_HERE',
      data: { entryId },
    });
    expect((await now()).entries).toHaveLength(1);
  });

  const settings = { algorithm: 'SHA1', digits: 6, period: 30, counter: 0 } as const;
  const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  it('show what other settings would make, and keep nothing of a look', async () => {
    const { entryId } = await add(`otpauth://totp/RFC:x?secret=${rfc}`);
    app.clock.jump(59_000 - app.clock.now());
    const before = await now();
    const look = async (other: object) =>
      app.client.entries.look({ id: entryId, kind: 'totp', ...settings, ...other });
    // RFC 6238, appendix B, and RFC 4226, appendix D.
    expect(await look({ digits: 8 })).toEqual({ code: '94287082', remainingMs: 1_000 });
    expect(await look({ kind: 'hotp', counter: 9 })).toEqual({ code: '520489', remainingMs: null });
    expect((await look({ kind: 'steam', digits: 99 })).code).toMatch(/^[2-9BCDFGHJKMNPQRTVWXY]{5}$/);
    expect(await now()).toEqual(before);
  });

  it.each([
    ['digits', { digits: 4 }, { minimum: 5, maximum: 10 }],
    ['digits', { digits: 11 }, { minimum: 5, maximum: 10 }],
    ['period', { period: 0 }, { minimum: 1, maximum: 86_400 }],
    ['counter', { kind: 'hotp', counter: -1 }, { minimum: 0 }],
  ] as const)('are not given %s out of range: %j', async (field, wrong, range) => {
    const refused = { code: 'SETTINGS_INVALID', data: { field, ...range } };
    const input = { id, kind: 'totp', ...settings, ...wrong } as const;
    await expect(app.client.entries.look(input)).rejects.toMatchObject(refused);
    await expect(app.client.entries.setSettings(input)).rejects.toMatchObject(refused);
  });

  it('take other settings for the same secret, with an undo, but not into the very same as another', async () => {
    const before = await now();
    const { undoId } = await app.client.entries.setSettings({
      id,
      kind: 'totp',
      ...settings,
      algorithm: 'SHA512',
      digits: 8,
      period: 60,
    });
    expect((await now()).entries).toMatchObject([{ id, algorithm: 'SHA512', digits: 8, period: 60 }]);
    await app.client.undo.take({ undoId });
    expect(await now()).toEqual(before);

    const { previews } = await app.client.scan.text({
      text: 'otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ&digits=8',
    });
    const previewId = previews[0]?.previewId ?? '';
    const { entryId } = await app.client.previews.accept({
      previewId,
      issuer: 'ACME',
      account: 'me',
      onSameSecret: 'keepBoth',
    });
    const into = app.client.entries.setSettings({ id: entryId, kind: 'totp', ...settings });
    await expect(into).rejects.toMatchObject({ code: 'ALREADY_HERE', data: { entryId: id } });
  });

  it('never show a secret: no event holds one', async () => {
    const text = JSON.stringify(await now());
    expect(text).not.toMatch(/GEZDGNBVGY3TQOJQ|MTIzNDU2Nzg5|31323334/iu);
  });
});
