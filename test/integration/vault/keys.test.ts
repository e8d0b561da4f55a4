import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anEntry } from '../../unit/vault/samples.ts';
import { codeOf, createRig, failureOf, PASSPHRASE, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.stop());

const bothWays = { protection: 'keychain', passphrase: PASSPHRASE } as const;

describe('a vault whose keychain does not give the key', () => {
  it.each(['locked', 'denied', 'unavailable', 'absent', 'wrongKey'] as const)(
    'says so (%s), touches nothing, and opens when the keychain has it again',
    async (outcome) => {
      await rig.create();
      const before = await rig.bytes();
      const items = new Map(rig.keychain.items);
      if (outcome === 'absent') rig.keychain.items.clear();
      else if (outcome === 'wrongKey') rig.keychain.items.forEach((_, item) => setOtherKey(item));
      else rig.keychain.refusal = outcome === 'unavailable' ? { outcome, reason: 'x' } : { outcome };
      const vault = await rig.open();
      expect(vault.state()).toEqual({
        state: 'keyMissing',
        outcome,
        backend: 'memory',
        keptBy: 'memory',
        unlockMethods: { keychain: true, passphrase: false, recovery: false },
        mode: 'session',
        path: rig.path,
      });
      expect(await codeOf(vault.unlock(PASSPHRASE))).toBe('PASSPHRASE_NOT_SET');
      expect(await codeOf(vault.change((document) => document))).toBe('VAULT_NOT_OPEN');
      expect(await rig.bytes()).toEqual(before);

      rig.keychain.refusal = null;
      items.forEach((secret, item) => rig.keychain.items.set(item, secret));
      await vault.retry();
      expect(vault.state().state).toBe('open');
    },
  );

  it('tells an item that is no key at all from none', async () => {
    await rig.create();
    rig.keychain.items.forEach((_, item) => rig.keychain.items.set(item, 'hello'));
    expect((await rig.open()).state()).toMatchObject({ state: 'keyMissing', outcome: 'wrongKey' });
  });

  it.each(['absent', 'wrongKey'] as const)(
    'opens with the passphrase, and the keychain gets the same key again (%s)',
    async (outcome) => {
      const first = await rig.create(bothWays);
      await first.change((document) => ({ ...document, entries: [anEntry()] }));
      const items = new Map(rig.keychain.items);
      if (outcome === 'absent') rig.keychain.items.clear();
      else rig.keychain.items.forEach((_, item) => setOtherKey(item));
      const vault = await rig.open();
      await vault.unlock(PASSPHRASE);
      expect(vault.state()).toMatchObject({
        state: 'open',
        unlockMethods: { keychain: true, passphrase: true },
      });
      expect(rig.keychain.items).toEqual(items);
      expect((await rig.open()).document()?.entries).toHaveLength(1);
    },
  );

  it('opens with the passphrase all the same where the keychain takes nothing', async () => {
    await rig.create(bothWays);
    rig.keychain.items.clear();
    const vault = await rig.open();
    rig.keychain.refusal = { outcome: 'denied' };
    await vault.unlock(PASSPHRASE);
    expect(vault.state().state).toBe('open');
    expect(rig.log.lines).toEqual(['keychain-item-not-restored {"outcome":"denied"}']);
  });

  it('asks a locked keychain nothing more once the passphrase has opened the vault', async () => {
    await rig.create(bothWays);
    rig.keychain.refusal = { outcome: 'locked' };
    const vault = await rig.open();
    rig.keychain.calls.length = 0;
    await vault.unlock(PASSPHRASE);
    expect(rig.keychain.calls).toEqual([]);
  });

  function setOtherKey(item: string): void {
    rig.keychain.items.set(item, Buffer.alloc(32, 7).toString('base64'));
  }
});

describe('a lock', () => {
  it('takes the vault away until the passphrase is given', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    await vault.change((document) => ({ ...document, entries: [anEntry()] }));
    await vault.lock();
    expect(vault.state()).toEqual({
      state: 'locked',
      unlockMethods: { keychain: false, passphrase: true, recovery: false },
      mode: 'passphrase',
      cause: 'person',
    });
    expect(vault.document()).toBeNull();
    expect(await codeOf(vault.change((document) => document))).toBe('VAULT_NOT_OPEN');
    await vault.unlock(PASSPHRASE);
    expect(vault.document()?.entries).toHaveLength(1);
  });

  it('zeroes every secret: those shown, those replaced and those removed before', async () => {
    const vault = await rig.create(bothWays);
    const seen = new Set<Uint8Array>();
    const see = () => vault.document()?.entries.forEach((entry) => seen.add(entry.parameters.secret));
    const [one, other] = [anEntry(), anEntry()];
    await vault.change((document) => ({ ...document, entries: [one, other] }));
    see();
    await vault.change((document) => ({
      ...document,
      entries: document.entries.flatMap((entry) =>
        entry.id === one.id ? [{ ...entry, parameters: anEntry().parameters }] : [],
      ),
    }));
    see();
    expect(seen.size).toBe(3);
    expect([...seen].every(isZeroed)).toBe(false);
    await vault.lock();
    expect([...seen].map(isZeroed)).toEqual([true, true, true]);
  });

  it('is refused where nothing could open the vault again', async () => {
    const vault = await rig.create();
    expect(await codeOf(vault.lock())).toBe('PASSPHRASE_NOT_SET');
    expect(vault.state().state).toBe('open');
  });

  it('waits for a change that is under way', async () => {
    const vault = await rig.create(bothWays);
    const change = vault.change((document) => ({ ...document, entries: [anEntry()] }));
    await Promise.all([change, vault.lock()]);
    await vault.unlock(PASSPHRASE);
    expect(vault.document()?.entries).toHaveLength(1);
  });
});

describe('wrong passphrases', () => {
  it('change nothing, and cost more and more time', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    await vault.lock();
    for (let count = 0; count < 3; count += 1) {
      expect(await codeOf(vault.unlock('something quite else'))).toBe('PASSPHRASE_WRONG');
    }
    const wait = await failureOf(vault.unlock(PASSPHRASE));
    expect(wait).toEqual({ code: 'PASSPHRASE_WAIT', data: { waitMs: 1_000 } });
    rig.clock.move(1_000);
    expect(await codeOf(vault.unlock('something quite else'))).toBe('PASSPHRASE_WRONG');
    expect((await failureOf(vault.unlock(PASSPHRASE)))?.data).toEqual({ waitMs: 2_000 });
    rig.clock.move(2_000);
    await vault.unlock(PASSPHRASE);
    expect(vault.state().state).toBe('open');
  });

  it('that were a typing mistake are forgotten with the right one', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    for (let round = 0; round < 3; round += 1) {
      await vault.lock();
      await codeOf(vault.unlock('mistake'));
      await codeOf(vault.unlock('mistake'));
      await vault.unlock(PASSPHRASE);
    }
    expect(vault.state().state).toBe('open');
  });

  it('that come all at once do not get round the wait', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    await vault.lock();
    const codes = await Promise.all(
      Array.from({ length: 6 }, (_, at) => codeOf(vault.unlock(`guess ${at}`))),
    );
    expect(codes.filter((code) => code === 'PASSPHRASE_WRONG')).toHaveLength(3);
    expect(codes.filter((code) => code === 'PASSPHRASE_WAIT')).toHaveLength(3);
  });
});

function isZeroed(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
