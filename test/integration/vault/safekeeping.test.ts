import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAutoLock } from '../../../src/app/vault/auto-lock.ts';
import { lockTriggers } from '../../../src/contract/vocabulary.ts';
import { createKit } from '../../../src/app/recovery/kit.ts';
import { createQuarantine } from '../../../src/app/quarantine/quarantine.ts';
import { createEntries } from '../../../src/app/entries/entries.ts';
import { createHistory } from '../../../src/app/history/history.ts';
import { createRestores } from '../../../src/app/history/restores.ts';
import { createUndo } from '../../../src/app/history/undo.ts';
import type { Vault } from '../../../src/app/vault/vault.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import type { QuarantinedEntry } from '../../../src/core/entry/quarantined.ts';
import { Failure } from '../../../src/app/failure.ts';
import { createPreferences } from '../../../src/app/preferences/preferences.ts';
import { createMemoryPower, createMemoryPreferences } from '../../rig/memory-ports.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { createRig, PASSPHRASE, until, type Rig } from './rig.ts';

let rig: Rig;
let vault: Vault;
beforeEach(async () => {
  rig = await createRig();
  vault = await rig.create({ protection: 'keychain', passphrase: PASSPHRASE });
});
afterEach(() => rig.stop());

const failureCode = async (action: () => unknown): Promise<string> => {
  try {
    await action();
    return 'none';
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
};

const issuers = (document: VaultDocument | null) => document?.entries.map(({ issuer }) => issuer);
const add = (issuer: string) =>
  vault.change((document) => ({ ...document, entries: [...document.entries, anEntry({ issuer })] }));

const makeKit = () => createKit({ vault, vaultPath: rig.path, clock: rig.clock });

describe('a recovery kit', () => {
  const kitState = () => {
    const state = vault.state();
    return state.state === 'open' ? state.kit : null;
  };

  it('is shown once, with all that the page needs, and counts as checked when two groups were typed off it', async () => {
    const kit = makeKit();
    const page = await kit.make();
    expect(page.groups).toHaveLength(8);
    expect(page.qrText).toContain(page.groups.join(''));
    expect(page).toMatchObject({ vaultPath: rig.path, madeAt: rig.clock.now() });
    expect(kitState()).toEqual({ madeAt: page.madeAt, checkedAt: null });
    expect(await failureCode(() => kit.check(['00000', '00000']))).toBe('KIT_GROUP_WRONG');
    rig.clock.move(1_000);
    await kit.check(page.asks.map((group) => (page.groups[group - 1] ?? '').toLowerCase()));
    expect(kitState()).toEqual({ madeAt: page.madeAt, checkedAt: rig.clock.now() });
    expect(await failureCode(() => kit.check(page.groups))).toBe('KIT_NOT_PENDING');
  });

  it('is forgotten with a lock; then the whole code checks it', async () => {
    const kit = makeKit();
    const page = await kit.make();
    await vault.lock();
    await vault.unlock(PASSPHRASE);
    expect(await failureCode(() => kit.check(page.groups))).toBe('KIT_NOT_PENDING');
    expect(await failureCode(() => kit.verify(page.groups.toReversed().join('')))).toBe('KIT_TYPO');
    await kit.verify(page.qrText);
    expect(kitState()?.checkedAt).not.toBeNull();
  });

  it('is replaced only with the passphrase', async () => {
    const kit = makeKit();
    const first = await kit.make();
    expect(await failureCode(() => kit.make())).toBe('PASSPHRASE_NEEDED');
    const second = await kit.make(PASSPHRASE);
    expect(await failureCode(() => kit.verify(first.groups.join('')))).toBe('KIT_WRONG');
    await kit.verify(second.groups.join(''));
  });
});

describe('going back to a generation', () => {
  const parts = () => {
    const undo = createUndo(vault);
    const restores = createRestores({ vault, undo, clock: rig.clock });
    const history = createHistory({ vault, restores, clock: rig.clock });
    return {
      undo,
      restores,
      history,
      entries: createEntries({ vault, undo, clock: rig.clock, codeClock: rig.clock }),
    };
  };

  it('lists what is there, shows what would change, does it, and takes it back', async () => {
    const { undo, restores, history } = parts();
    await add('First');
    await add('Second');
    const { states } = await history.list();
    expect(states.map(({ content }) => content)).toEqual([
      { state: 'opens', entries: 1, trash: 0, quarantined: 0 },
      { state: 'opens', entries: 0, trash: 0, quarantined: 0 },
    ]);
    const preview = await history.preview(states[0]?.generation ?? -1);
    expect(preview.entries).toMatchObject([{ issuer: 'First', change: 'same' }]);
    expect(preview.onlyHere).toMatchObject([{ issuer: 'Second' }]);
    const taken = await restores.take(preview.restoreId, 'replace');
    expect(taken).toMatchObject({ added: 0, trashed: 1 });
    expect(issuers(vault.document())).toEqual(['First']);
    expect(vault.document()?.trash).toHaveLength(1);
    await undo.take(taken.undoId);
    expect(issuers(vault.document())).toEqual(['First', 'Second']);
    expect(vault.document()?.trash).toEqual([]);
    expect(await failureCode(() => undo.take(taken.undoId))).toBe('UNDO_GONE');
  });

  it('says of each what was changed in it, and what was since', async () => {
    const { history, entries } = parts();
    await add('First');
    await add('Second');
    await vault.change((document) => ({
      ...document,
      entries: document.entries.map((entry) => ({ ...entry, issuer: `The ${entry.issuer}` })),
    }));
    const kit = makeKit();
    await kit.make();
    await kit.verify((await kit.make(PASSPHRASE)).qrText);
    await vault.setUnlockMethods({ mode: 'both', current: PASSPHRASE });
    await vault.change(({ entries: [first, second], ...document }) => ({
      ...document,
      entries: second ? [second] : [],
      trash: first ? [{ ...first, deletedAt: rig.clock.now() }] : [],
    }));
    await entries.purge(null);
    const { states, since } = await history.list();
    const named = (issuer: string, was: string | null = null) => ({
      issuer,
      account: 'ann@example.com',
      was: was === null ? null : { issuer: was, account: 'ann@example.com' },
    });
    expect(since).toEqual([{ kind: 'gone', count: 1, entries: [named('The First')] }]);
    expect(states.map(({ changes }) => changes)).toEqual([
      [{ kind: 'removed', count: 1, entries: [named('The First')] }],
      [{ kind: 'unlockMethods', count: 1, entries: [] }],
      [{ kind: 'kit', count: 1, entries: [] }],
      [{ kind: 'kit', count: 1, entries: [] }],
      [
        {
          kind: 'renamed',
          count: 2,
          entries: [named('The First', 'First'), named('The Second', 'Second')],
        },
      ],
      [{ kind: 'added', count: 1, entries: [named('Second')] }],
      [{ kind: 'added', count: 1, entries: [named('First')] }],
      null,
    ]);
  });

  it('says which are broken, and forgets previews and undos with a lock', async () => {
    const { undo, restores, history, entries } = parts();
    await add('First');
    await add('Second');
    const oldest = (await rig.names()).find((name) => name.includes('.generation-1.'));
    await rig.write(Buffer.from('broken'), oldest);
    const { states } = await history.list();
    expect(states.map(({ content }) => content.state)).toEqual(['opens', 'broken']);
    expect(await failureCode(() => history.preview(1))).toBe('OLDER_STATE_UNREADABLE');
    const preview = await history.preview(2);
    const { undoId } = await entries.purge(null);
    await vault.lock();
    await vault.unlock(PASSPHRASE);
    expect(await failureCode(() => restores.take(preview.restoreId, 'merge'))).toBe('RESTORE_GONE');
    expect(await failureCode(() => undo.take(undoId))).toBe('UNDO_GONE');
  });
});

describe('the trash', () => {
  it('is purged of what the person says, and of all, with an undo', async () => {
    const undo = createUndo(vault);
    const entries = createEntries({ vault, undo, clock: rig.clock, codeClock: rig.clock });
    const [one, other] = [anEntry(), anEntry()].map((entry) => ({ ...entry, deletedAt: rig.clock.now() }));
    if (!one || !other) throw new Error('there are two');
    await vault.change((document) => ({ ...document, trash: [one, other] }));
    expect((await entries.purge([one.id])).purged).toBe(1);
    const { undoId, purged } = await entries.purge(null);
    expect([purged, vault.document()?.trash.length]).toEqual([1, 0]);
    await undo.take(undoId);
    expect(vault.document()?.trash.map(({ id }) => id)).toEqual([other.id]);
  });
});

describe('a quarantined entry', () => {
  const record = (
    json: object | string,
    secrets = Buffer.from('12345678901234567890'),
  ): QuarantinedEntry => ({
    kind: 'entry',
    json: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)),
    secrets,
    wrong: 'digits',
    reason: 'too_big at parameters.digits',
  });
  const broken = {
    issuer: 'Bank',
    account: 'ada',
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 99, period: 30, secret: [0, 20] },
  };
  const fix = {
    issuer: 'Bank',
    account: 'ada',
    kind: 'totp',
    algorithm: 'SHA1',
    period: 30,
    counter: 0,
  } as const;

  async function start(...records: QuarantinedEntry[]) {
    await vault.change((document) => ({ ...document, quarantine: records }));
    const undo = createUndo(vault);
    const quarantine = createQuarantine({ vault, undo, clock: rig.clock });
    const { quarantined } = await until(quarantine.watch(), () => true);
    return { undo, quarantine, quarantined, id: quarantined[0]?.id ?? '' };
  }

  it('is shown as far as it can be read, without its secret', async () => {
    const { quarantined } = await start(record(broken), record('no JSON', Buffer.alloc(0)));
    expect(quarantined).toMatchObject([
      { issuer: 'Bank', account: 'ada', kind: 'totp', digits: 99, period: 30, secretBytes: 20 },
      { issuer: null, kind: null, secretBytes: 0 },
    ]);
    expect(JSON.stringify(quarantined)).not.toContain('1234567890');
  });

  it('becomes an entry with what the person fills in, and goes back with the undo', async () => {
    const { quarantine, undo, id } = await start(record(broken));
    expect(await failureCode(() => quarantine.fix({ ...fix, id, digits: 99 }))).toBe('QUARANTINE_NOT_FIXED');
    const { entryId, undoId } = await quarantine.fix({ ...fix, id, digits: 6 });
    const [entry] = vault.document()?.entries ?? [];
    expect(entry).toMatchObject({ id: entryId, issuer: 'Bank', parameters: { digits: 6 } });
    expect(Buffer.from(entry?.parameters.secret ?? []).toString()).toBe('12345678901234567890');
    expect(vault.document()?.quarantine).toEqual([]);
    await undo.take(undoId);
    expect([vault.document()?.entries.length, vault.document()?.quarantine.length]).toEqual([0, 1]);
  });

  it('is not mended into a second one of what is there: it is compared as a scan is', async () => {
    const { quarantine, undo, id } = await start(record(broken));
    const { entryId, undoId } = await quarantine.fix({ ...fix, id, digits: 6 });
    const known = vault.document()?.entries.find((entry) => entry.id === entryId);
    await undo.take(undoId);
    await vault.change((document) => ({ ...document, entries: known ? [...document.entries, known] : [] }));
    expect(await failureCode(() => quarantine.fix({ ...fix, id, digits: 6 }))).toBe('ALREADY_HERE');
    expect(await failureCode(() => quarantine.fix({ ...fix, id, digits: 8 }))).toBe('SAME_SECRET');
    expect(vault.document()?.quarantine).toHaveLength(1);
    const corrected = await quarantine.fix({ ...fix, id, digits: 8, onSameSecret: 'correct' });
    expect(corrected.entryId).toBe(entryId);
    expect(vault.document()).toMatchObject({ entries: [{ parameters: { digits: 8 } }], quarantine: [] });
  });

  it('cannot be fixed where there is no secret', async () => {
    const { quarantine, id } = await start(record('no JSON', Buffer.alloc(0)));
    expect(await failureCode(() => quarantine.fix({ ...fix, id, digits: 6 }))).toBe('QUARANTINE_NOT_FIXED');
  });

  it('is carried out byte for byte, and dropped with an undo', async () => {
    const one = record('{"half');
    const { quarantine, undo, id } = await start(one);
    const exported: unknown = JSON.parse(quarantine.export(id).text);
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    expect(exported).toMatchObject({ json: base64(one.json), secrets: base64(one.secrets) });
    const { undoId } = await quarantine.drop(id);
    expect(vault.document()?.quarantine).toEqual([]);
    expect(await failureCode(() => quarantine.drop(id))).toBe('QUARANTINE_NOT_FOUND');
    await undo.take(undoId);
    expect(Buffer.from(vault.document()?.quarantine[0]?.json ?? [])).toEqual(one.json);
  });
});

describe('the vault locks by itself', () => {
  function start(changes: { lockAfterMinutes?: number; lockOnSuspend?: boolean } = {}) {
    const preferences = createPreferences({ store: createMemoryPreferences(), log: rig.log });
    preferences.change(changes);
    const power = createMemoryPower();
    const autoLock = createAutoLock({ vault, preferences, power, clock: rig.clock, log: rig.log });
    autoLock.start();
    return { autoLock, power, preferences };
  }
  const locked = () => until(vault.watchState(), ({ state }) => state === 'locked');
  /** It looks again whether the person is away once so many minutes have passed. */
  const looksAgainIn = (minutes: number) => expect.poll(rig.clock.waits).toContain(minutes * 60_000);

  it('after the minutes without the person, counted from what was done last', async () => {
    const { autoLock } = start({ lockAfterMinutes: 5 });
    await looksAgainIn(5);
    rig.clock.move(4 * 60_000);
    autoLock.active();
    rig.clock.move(4 * 60_000);
    await looksAgainIn(1);
    expect(vault.state().state).toBe('open');
    rig.clock.move(2 * 60_000);
    expect(await locked()).toMatchObject({ cause: 'idle' });
    autoLock.stop();
  });

  it('never, where the person said so', async () => {
    const { autoLock, preferences } = start({ lockAfterMinutes: 30 });
    await looksAgainIn(30);
    preferences.change({ lockAfterMinutes: 0 });
    await expect.poll(rig.clock.waits).toEqual([]);
    rig.clock.move(20 * 60 * 60_000);
    preferences.change({ lockAfterMinutes: 24 * 60 });
    await looksAgainIn(4 * 60);
    expect(vault.state().state).toBe('open');
    autoLock.stop();
  });

  it('by minutes that are set while it is open', async () => {
    const { autoLock, preferences } = start({ lockAfterMinutes: 0 });
    preferences.change({ lockAfterMinutes: 1 });
    await looksAgainIn(1);
    rig.clock.move(60_000);
    expect(await locked()).toMatchObject({ cause: 'idle' });
    autoLock.stop();
  });

  it.each(lockTriggers)('with the %s of the computer', async (event) => {
    const { autoLock, power } = start();
    power.happens(event);
    expect(await locked()).toMatchObject({ cause: event });
    autoLock.stop();
  });

  it('not with what the person switched off', async () => {
    const { autoLock, power } = start({ lockOnSuspend: false });
    power.happens('suspend');
    power.happens('screenLock');
    expect(await locked()).toMatchObject({ cause: 'screenLock' });
    autoLock.stop();
  });
});
