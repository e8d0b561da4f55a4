import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextOf, startApplication } from '../../rig/application.ts';

describe('the list', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;
  /** By name. */
  let ids: Record<string, string>;

  const now = async () => nextOf(await app.client.entries.watch());
  const names = async () => (await now()).entries.map(({ issuer }) => issuer).join('');
  const idOf = (name: string) => ids[name] ?? '';
  const move = (name: string, side: 'before' | 'after', of: string) =>
    app.client.list.move({ id: idOf(name), side, of: idOf(of) });
  const stored = () => app.ports.vaultStore.bytes();
  const nobody = crypto.randomUUID();

  beforeEach(async () => {
    app = await startApplication();
    ids = {};
    for (const [at, issuer] of ['A', 'B', 'C', 'D'].entries()) {
      const { previews } = await app.client.scan.text({
        text: `otpauth://totp/${issuer}:me?secret=GEZDGNBVGY3TQOJ${at + 2}`,
      });
      const { previewId = '' } = previews[0] ?? {};
      ids[issuer] = (await app.client.previews.accept({ previewId, issuer, account: 'me' })).entryId;
    }
  });
  afterEach(() => app.stop());

  it('is put in order by hand, one entry at a time, and each move can be undone', async () => {
    await move('D', 'before', 'B');
    expect(await names()).toBe('ADBC');
    const { undoId } = await move('A', 'after', 'C');
    expect(await names()).toBe('DBCA');
    await app.client.undo.take({ undoId });
    expect(await names()).toBe('ADBC');
    await move('A', 'after', 'A');
    expect(await names()).toBe('ADBC');
  });

  it('keeps its order when Latchkey starts again', async () => {
    await move('D', 'before', 'A');
    await move('B', 'after', 'C');
    const { ports } = app;
    await app.stop();
    app = await startApplication({
      world: { vaultStore: ports.vaultStore, keychain: ports.keychain },
      create: false,
    });
    expect(await names()).toBe('DACB');
  });

  it('keeps a move when an earlier change is undone', async () => {
    const { undoId } = await app.client.list.remove({ ids: [idOf('B')] });
    await move('D', 'before', 'A');
    await app.client.undo.take({ undoId });
    expect(await names()).toBe('DACB');
  });

  it('tells a move from other changes in the older states', async () => {
    await move('D', 'before', 'A');
    const { since } = await app.client.history.list();
    expect(since).toMatchObject([{ kind: 'order' }]);
  });

  it('gives several entries tags and takes some off, all at once, and undoes it at once', async () => {
    const tags = async () => (await now()).entries.map((entry) => entry.tags.join('+'));
    await app.client.list.tag({ ids: [idOf('A'), idOf('B')], add: [' work ', 'mail'], remove: [] });
    expect(await tags()).toEqual(['work+mail', 'work+mail', '', '']);
    const { undoId } = await app.client.list.tag({
      ids: [idOf('B'), idOf('C')],
      add: ['home', 'mail'],
      remove: ['work'],
    });
    expect(await tags()).toEqual(['work+mail', 'mail+home', 'home+mail', '']);
    await app.client.undo.take({ undoId });
    expect(await tags()).toEqual(['work+mail', 'work+mail', '', '']);
  });

  it('deletes several entries at once, into the trash, and brings them back at once', async () => {
    const { undoId } = await app.client.list.remove({ ids: [idOf('A'), idOf('C')] });
    expect(await names()).toBe('BD');
    expect((await now()).trash).toMatchObject([
      { issuer: 'A', deletedAt: app.clock.now() },
      { issuer: 'C', deletedAt: app.clock.now() },
    ]);
    await app.client.undo.take({ undoId });
    expect(await names()).toBe('ABCD');
    expect((await now()).trash).toEqual([]);
  });

  it('changes nothing if one of the entries is not there', async () => {
    const before = stored();
    const missing = { code: 'ENTRY_NOT_FOUND' };
    const some = [idOf('A'), nobody];
    await expect(app.client.list.remove({ ids: some })).rejects.toMatchObject(missing);
    await expect(app.client.list.tag({ ids: some, add: ['x'], remove: [] })).rejects.toMatchObject(missing);
    await expect(app.client.list.move({ id: idOf('A'), side: 'after', of: nobody })).rejects.toMatchObject(
      missing,
    );
    expect(stored()).toEqual(before);
  });

  it('changes nothing if one of the entries has no room for the tags', async () => {
    const many = Array.from({ length: 64 }, (_, at) => `tag ${at}`);
    await app.client.list.tag({ ids: [idOf('B')], add: many, remove: [] });
    const before = stored();
    await expect(
      app.client.list.tag({ ids: [idOf('A'), idOf('B')], add: ['one more'], remove: [] }),
    ).rejects.toMatchObject({ code: 'TAGS_FULL', data: { maximum: 64 } });
    expect(stored()).toEqual(before);
  });

  it('takes a write for each of these, however many entries it is for', async () => {
    const writes = async () => (await app.ports.vaultStore.generations()).length;
    const before = await writes();
    await app.client.list.tag({ ids: Object.values(ids), add: ['x'], remove: [] });
    await app.client.list.remove({ ids: Object.values(ids) });
    expect(await writes()).toBe(before + 2);
  });
});
