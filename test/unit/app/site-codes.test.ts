import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteCodesMaximum } from '../../../src/core/entry/site-codes.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { applyImport, readImport, unlockSource } from '../../rig/importing.ts';

const passphrase = 'another long phrase of mine';

describe('the recovery codes of a site', () => {
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
  const keep = async (codes: string[], how: 'add' | 'replace' = 'add') =>
    app.client.siteCodes.keep({ id, codes, how });
  const codes = async () => (await app.client.siteCodes.reveal({ id })).codes;

  it('are kept in their order, each once; the list knows how many, and not which', async () => {
    expect(await keep(['abcd-1234', 'efgh-5678'])).toMatchObject({ kept: 2 });
    expect(await keep(['efgh-5678', 'ijkl-9012'])).toMatchObject({ kept: 1 });
    const unused = { usedAt: null };
    expect(await codes()).toEqual([
      { code: 'abcd-1234', ...unused },
      { code: 'efgh-5678', ...unused },
      { code: 'ijkl-9012', ...unused },
    ]);
    const shown = await entry();
    expect(shown).toMatchObject({ siteCodes: { left: 3, all: 3 } });
    expect(JSON.stringify(shown)).not.toMatch(/abcd|5678/);
  });

  it('are ticked off with the time, and that is taken back', async () => {
    await keep(['abcd-1234', 'efgh-5678']);
    app.clock.jump(60_000);
    const usedAt = app.clock.now();
    expect(await app.client.siteCodes.tick({ id, code: 'efgh-5678', isUsed: true })).toEqual({ usedAt });
    expect(await codes()).toMatchObject([{ usedAt: null }, { code: 'efgh-5678', usedAt }]);
    expect(await entry()).toMatchObject({ siteCodes: { left: 1, all: 2 } });
    await app.client.siteCodes.tick({ id, code: 'efgh-5678', isUsed: false });
    expect(await entry()).toMatchObject({ siteCodes: { left: 2, all: 2 } });
    await expect(app.client.siteCodes.tick({ id, code: 'none-0000', isUsed: true })).rejects.toMatchObject({
      code: 'SITE_CODE_GONE',
    });
  });

  it('give way to new ones of the site, and come back with an undo', async () => {
    await keep(['abcd-1234']);
    const { undoId } = await keep(['wxyz-0000'], 'replace');
    expect(await codes()).toMatchObject([{ code: 'wxyz-0000' }]);
    await app.client.undo.take({ undoId });
    expect(await codes()).toMatchObject([{ code: 'abcd-1234' }]);
    const removed = await app.client.siteCodes.remove({ id });
    expect(await codes()).toEqual([]);
    await app.client.undo.take({ undoId: removed.undoId });
    expect(await codes()).toHaveLength(1);
  });

  it('are no more than the limit, and then none is kept of the new ones', async () => {
    const many = Array.from({ length: siteCodesMaximum }, (_, at) => `code-${at}`);
    await keep(many);
    await expect(keep(['one-more'])).rejects.toMatchObject({
      code: 'SITE_CODES_TOO_MANY',
      data: { maximum: siteCodesMaximum },
    });
    expect(await codes()).toHaveLength(siteCodesMaximum);
  });

  it('are shown after the same proof as a key, and to nobody else', async () => {
    await keep(['abcd-1234']);
    await app.client.vault.setUnlockMethods({ mode: 'both', passphrase });
    const reveal = (proof: { current?: string }) => app.client.siteCodes.reveal({ id, ...proof });
    await expect(reveal({})).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(reveal({ current: 'wrong' })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect(await reveal({ current: passphrase })).toMatchObject({ codes: [{ code: 'abcd-1234' }] });
    await app.client.vault.lock();
    await expect(reveal({ current: passphrase })).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
  });

  it('go along: they are in an encrypted export, and in what is imported from it', async () => {
    await keep(['abcd-1234', 'efgh-5678']);
    const { files } = await app.client.exports.make({
      format: 'latchkey',
      ids: null,
      passphrase: 'correct horse battery staple',
    });
    await app.client.entries.remove({ id });
    const bytes = files[0]?.bytes ?? new Blob([]);
    const { importId } = await readImport(app.client, [{ from: 'file', name: 'x', bytes }]);
    await unlockSource(app.client, { importId, source: 0, passphrase: 'correct horse battery staple' });
    await applyImport(app.client, importId);
    ({ id } = (await entry()) ?? { id: '' });
    expect(await codes()).toEqual([
      { code: 'abcd-1234', usedAt: null },
      { code: 'efgh-5678', usedAt: null },
    ]);
  });
});
