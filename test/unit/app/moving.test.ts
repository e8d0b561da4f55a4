import { afterEach, beforeEach, expect, it } from 'vitest';
import { movingLimit } from '../../../src/contract/limits.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { applyImport, readImport } from '../../rig/importing.ts';

let app: Awaited<ReturnType<typeof startApplication>>;
beforeEach(async () => {
  app = await startApplication();
});
afterEach(() => app.stop());

/** The list as the window gets it. */
async function sites() {
  const events = await app.client.moving.watch();
  const { sites: list } = await nextOf(events);
  await events.return?.();
  return list;
}

const add = (...names: string[]) => app.client.moving.add({ app: 'authy', names });

async function siteNamed(name: string) {
  const site = (await sites()).find((one) => one.name === name);
  if (site === undefined) throw new Error(`${name} is not on the list`);
  return site;
}

async function addCode(issuer: string, siteId?: string, secret = 'GEZDGNBVGY3TQOJQ'): Promise<string> {
  const usual = { account: '', kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0 } as const;
  const { preview } = await app.client.scan.typed({ ...usual, secret, issuer });
  const { previewId } = preview;
  return (await app.client.previews.accept({ previewId, issuer, account: '', siteId })).entryId;
}

it('sites are put on the list in their order, each name once', async () => {
  expect(await add('GitHub', 'Mail', ' github ')).toMatchObject({ added: 2, skipped: 1 });
  expect(await add('MAIL', 'Bank')).toMatchObject({ added: 1, skipped: 1 });
  expect(await sites()).toMatchObject([
    { name: 'GitHub', app: 'authy', isMoved: false, entry: null },
    { name: 'Mail' },
    { name: 'Bank' },
  ]);
});

it('a list that would be too long is refused whole', async () => {
  const names = Array.from({ length: movingLimit }, (_, number) => `Site ${number}`);
  await add(...names);
  await expect(add('One more')).rejects.toMatchObject({ code: 'MOVING_FULL', data: { limit: movingLimit } });
  expect(await sites()).toHaveLength(movingLimit);
});

it('names that are empty or too long are refused, and one of exactly the limit is not', async () => {
  await expect(add(' ')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(add('x'.repeat(257))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await add('🗝'.repeat(256));
  expect(await sites()).toHaveLength(1);
});

it('a code that is added marks the site of its name, and one that was there before is only pointed to', async () => {
  const old = await addCode('Mail');
  await add('GitHub', 'Mail');
  expect(await siteNamed('Mail')).toMatchObject({ isMoved: false, entry: { id: old } });
  const fresh = await addCode('github', undefined, 'MFRGGZDFMZTWQ2LK');
  expect(await siteNamed('GitHub')).toMatchObject({ isMoved: true, entry: { id: fresh } });
});

it('a code that is added for a site marks it whatever it is called, and no other', async () => {
  await add('Work mail', 'Microsoft');
  const { id } = await siteNamed('Work mail');
  const entryId = await addCode('Microsoft', id);
  expect(await sites()).toMatchObject([
    { name: 'Work mail', isMoved: true, entry: { id: entryId } },
    { name: 'Microsoft', isMoved: false, entry: null },
  ]);
});

it('an import marks the sites of its codes', async () => {
  await add('Bank', 'Shop', 'Forum');
  const text = ['Bank', 'Forum'].map(
    (issuer, at) =>
      `otpauth://totp/${issuer}:me?secret=GEZDGNBVGY3TQOJ${'ABCDEFG'.charAt(at)}&issuer=${issuer}`,
  );
  const { importId } = await readImport(app.client, [{ from: 'text', text: text.join('\n') }]);
  await applyImport(app.client, importId);
  expect(await sites()).toMatchObject([{ isMoved: true }, { isMoved: false }, { isMoved: true }]);
});

it('what the person says goes before what the codes say, and a deleted code leaves its site to be moved', async () => {
  await add('GitHub', 'Mail');
  const entryId = await addCode('GitHub');
  const { id } = await siteNamed('GitHub');
  await app.client.moving.setMoved({ id, isMoved: false });
  expect(await siteNamed('GitHub')).toMatchObject({ isMoved: false, entry: { id: entryId } });
  await app.client.moving.setMoved({ id, isMoved: true });
  await app.client.entries.remove({ id: entryId });
  expect(await siteNamed('GitHub')).toMatchObject({ isMoved: true, entry: null });

  const mail = await addCode('Mail', undefined, 'MFRGGZDFMZTWQ2LK');
  await app.client.entries.edit({ id: mail, issuer: 'Post', account: '' });
  expect(await siteNamed('Mail')).toMatchObject({ isMoved: true, entry: { id: mail } });
  await app.client.entries.remove({ id: mail });
  expect(await siteNamed('Mail')).toMatchObject({ isMoved: false, entry: null });
  await app.client.entries.restore({ id: mail });
  expect(await siteNamed('Mail')).toMatchObject({ isMoved: true, entry: { id: mail } });
});

it('a site is renamed and removed, and removing and adding are undone', async () => {
  const { undoId } = await add('GitHub', 'Mail');
  const { id } = await siteNamed('GitHub');
  await app.client.moving.rename({ id, name: ' Forge ' });
  const removed = await app.client.moving.remove({ id });
  expect((await sites()).map(({ name }) => name)).toEqual(['Mail']);
  await expect(app.client.moving.rename({ id, name: 'x' })).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });
  await expect(app.client.moving.remove({ id })).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });
  await app.client.undo.take({ undoId: removed.undoId });
  expect((await sites()).map(({ name }) => name)).toEqual(['Forge', 'Mail']);
  const cleared = await app.client.moving.remove({ id: null });
  expect(await sites()).toEqual([]);
  await app.client.undo.take({ undoId: cleared.undoId });
  // The renamed one is no longer as adding left it.
  await app.client.undo.take({ undoId });
  expect((await sites()).map(({ name }) => name)).toEqual(['Forge']);
});

it('the list is encrypted, is there after a lock, and is away while the vault is locked', async () => {
  await app.client.vault.setUnlockMethods({ mode: 'passphrase', passphrase: 'seven quiet otters paint' });
  await add('A very private clinic');
  const bytes = Buffer.from(app.ports.vaultStore.bytes() ?? []);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.includes('private clinic')).toBe(false);
  expect(JSON.stringify(app.ports.preferences.get())).not.toContain('clinic');
  await app.client.vault.lock();
  await expect(app.client.moving.watch().then(nextOf)).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
  await expect(add('Another')).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
  await app.client.vault.unlock({ passphrase: 'seven quiet otters paint' });
  expect(await sites()).toMatchObject([{ name: 'A very private clinic' }]);
});

it('each change keeps the state before it, and the list of older states names it', async () => {
  await add('GitHub');
  const { id } = await siteNamed('GitHub');
  await app.client.moving.setMoved({ id, isMoved: true });
  const { states, since } = await app.client.history.list();
  expect(since).toMatchObject([{ kind: 'moving', count: 1 }]);
  expect(states[0]?.changes).toMatchObject([{ kind: 'moving', count: 1 }]);
});
