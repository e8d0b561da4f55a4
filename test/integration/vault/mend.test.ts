import { randomBytes } from 'node:crypto';
import { rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../../../src/app/vault/vault.ts';
import { TRASH_KEPT_MS } from '../../../src/core/vault/trash.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { sealVault, unsealVault } from '../../../src/core/vault/seal.ts';
import { anEntry, asVersion, withParameters } from '../../unit/vault/samples.ts';
import { codeOf, createRig, NOW, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.stop());

describe('the generations of a vault', () => {
  const counts = async () => {
    const names = (await rig.names()).filter((name) => name.includes('.generation-'));
    const found = await Promise.all(
      names.map(async (name) => parseLayout(await rig.bytes(name)).header.generation),
    );
    return found.toSorted((a, b) => a - b);
  };

  it('of one day are the last ten', async () => {
    const vault = await rig.create();
    for (let at = 0; at < 13; at += 1) await addTo(vault);
    expect(await counts()).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('go back further than ten changes: the last of each day before', async () => {
    const vault = await rig.create();
    await addTo(vault);
    await addTo(vault);
    rig.clock.move(24 * 60 * 60_000);
    for (let at = 0; at < 11; at += 1) await addTo(vault);
    expect(await counts()).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('say in their names when they were written, and those of before are dated by their file', async () => {
    const vault = await rig.create();
    await addTo(vault);
    const name = (await rig.names()).find((one) => one.includes('.generation-')) ?? '';
    expect(name).toBe('vault.latchkey.generation-1.20260101T000000000Z');
    const old = 'vault.latchkey.generation-1';
    await rename(join(rig.folder, name), join(rig.folder, old));
    await utimes(join(rig.folder, old), new Date(NOW - 1_000), new Date(NOW - 1_000));
    await addTo(vault);
    expect(await vault.olderStates()).toMatchObject([
      { generation: 2, writtenAt: NOW },
      { generation: 1, writtenAt: NOW - 1_000 },
    ]);
  });

  it('are none of them used up by using codes, proving the kit, or trash whose time is over', async () => {
    const vault = await rig.create();
    const counted = anEntry({
      parameters: { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 7, secret: randomBytes(20) },
    });
    await vault.change((document) => ({
      ...document,
      entries: [counted],
      trash: [{ ...anEntry(), deletedAt: NOW }],
    }));
    const before = await counts();
    const use = (entry: Entry): Entry => ({
      ...entry,
      uses: entry.uses + 1,
      lastUsedAt: rig.clock.now(),
      parameters: withParameters(entry, { counter: 8 + entry.uses }),
    });
    for (let at = 0; at < 20; at += 1) {
      await vault.change((document) => ({ ...document, entries: document.entries.map(use) }));
    }
    rig.clock.move(TRASH_KEPT_MS);
    await vault.change((document) => ({ ...document, entries: document.entries.map(use) }));
    expect(vault.document()).toMatchObject({
      entries: [{ uses: 21, parameters: { counter: 28 } }],
      trash: [],
    });
    expect(await counts()).toEqual(before);
  });
});

describe('a vault file that does not open', () => {
  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['one bit is flipped in the content', (bytes) => flip(bytes, bytes.length - 40)],
    ['one bit is flipped in the header', (bytes) => flip(bytes, 40)],
    ['it is cut off', (bytes) => bytes.subarray(0, 200)],
    ['it is empty', () => Buffer.alloc(0)],
    ['it is full of zeros', (bytes) => Buffer.alloc(bytes.length)],
  ];

  it.each(damages)('as %s gives way to the newest generation that does', async (_what, damage) => {
    const writer = await rig.create();
    await addTo(writer);
    await addTo(writer);
    await writer.close();
    const broken = damage(await rig.bytes());
    await rig.write(broken);

    const vault = await rig.open();
    expect(vault.state()).toMatchObject({
      state: 'open',
      recoveredFrom: { generation: 2, writtenAt: NOW },
    });
    expect(vault.document()?.entries).toHaveLength(1);
    expect(await rig.bytes(), 'opening touches nothing').toEqual(broken);

    await addTo(vault);
    const copy = (await rig.names()).find((name) => name.includes('.broken-'));
    expect(await rig.bytes(copy)).toEqual(broken);
    const again = await rig.open();
    expect(again.state()).toMatchObject({ state: 'open', recoveredFrom: null });
    expect(again.document()?.entries).toHaveLength(2);
  });

  it('twice leaves two broken copies', async () => {
    const writer = await rig.create();
    await addTo(writer);
    for (let round = 0; round < 2; round += 1) {
      await rig.write(Buffer.from(`broken ${round}`));
      await addTo(await rig.open());
    }
    expect((await rig.names()).filter((name) => name.includes('.broken-'))).toHaveLength(2);
  });

  it('while it is open is kept apart, and nothing of what was open is lost', async () => {
    const vault = await rig.create();
    await addTo(vault);
    await rig.write(Buffer.from('broken while open'));
    await addTo(vault);
    expect((await rig.open()).document()?.entries).toHaveLength(2);
    const copy = (await rig.names()).find((name) => name.includes('.broken-'));
    expect(String(await rig.bytes(copy))).toBe('broken while open');
  });

  it('as it is lost gives way to a generation too: that is no first run', async () => {
    const writer = await rig.create();
    await addTo(writer);
    await writer.close();
    await rm(rig.path);
    const vault = await rig.open();
    expect(vault.state()).toMatchObject({ state: 'open', recoveredFrom: { generation: 1 } });
    expect(await codeOf(vault.create({ protection: 'keychain' }))).toBe('VAULT_EXISTS');
    await addTo(vault);
    expect((await rig.open()).document()?.entries).toHaveLength(1);
  });

  it.each([
    ['notAVault', () => Buffer.from('{}')],
    ['truncated', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['tampered', (bytes: Buffer) => flip(bytes, bytes.length - 1)],
  ] as const)('and has no older one is shown as it is: %s', async (reason, damage) => {
    await rig.create();
    const broken = damage(await rig.bytes());
    await rig.write(broken);
    const vault = await rig.open();
    expect(vault.state()).toEqual({ state: 'damaged', reason, path: rig.path });
    expect(await rig.bytes()).toEqual(broken);
  });

  it('can be put aside, with all that was beside it, for a new one', async () => {
    const writer = await rig.create();
    await addTo(writer);
    expect(await codeOf(writer.setAside())).toBe('VAULT_OPEN');
    await writer.close();
    rig.keychain.items.clear();
    const bytes = await rig.bytes();
    const vault = await rig.open();
    const path = await vault.setAside();
    expect(vault.state().state).toBe('absent');
    expect(await rig.bytes(path.slice(rig.folder.length + 1))).toEqual(bytes);
    expect(await codeOf(vault.setAside())).toBe('VAULT_ABSENT');
    await vault.create({ protection: 'keychain' });
    expect(vault.document()?.entries).toEqual([]);
  });
});

describe('a vault of a newer Latchkey', () => {
  it('is open for reading only where the format allows it', async () => {
    const writer = await rig.create();
    await addTo(writer);
    await writer.close();
    await rig.write(asVersion(await rig.bytes(), keyOf(rig), 1, 7));
    const before = await rig.bytes();
    const vault = await rig.open();
    expect(vault.state()).toMatchObject({ state: 'open', readOnly: true });
    expect(vault.document()?.entries).toHaveLength(1);
    expect(await codeOf(addTo(vault))).toBe('VAULT_READ_ONLY');
    expect(await rig.bytes()).toEqual(before);
  });

  it('becomes one under an open vault: the next change is refused', async () => {
    const vault = await rig.create();
    await rig.write(asVersion(await rig.bytes(), keyOf(rig), 1, 7));
    expect(await codeOf(addTo(vault))).toBe('VAULT_READ_ONLY');
    expect(vault.state()).toMatchObject({ state: 'open', readOnly: true });
  });

  it('that cannot be read at all does not give way to what was before it', async () => {
    const writer = await rig.create();
    await addTo(writer);
    await writer.close();
    const newer = asVersion(await rig.bytes(), keyOf(rig), 2, 0);
    await rig.write(newer);
    rig.keychain.calls.length = 0;
    const vault = await rig.open();
    expect(vault.state()).toMatchObject({ state: 'damaged', reason: 'newer' });
    expect(rig.keychain.calls, 'no key would help').toEqual([]);
    expect(await rig.bytes()).toEqual(newer);
  });
});

describe('what is in a vault', () => {
  it('and does not pass validation is counted, and still there after a change', async () => {
    const vault = await rig.create();
    const json = Buffer.from('{ "from": "who knows" }');
    const secrets = randomBytes(20);
    const { header, document } = unsealVault(await rig.bytes(), keyOf(rig));
    const quarantine = [{ kind: 'entry', json, secrets, wrong: 'other', reason: '' } as const];
    await rig.write(sealVault(header, { ...document, quarantine }, keyOf(rig)));
    await addTo(vault);
    expect(vault.state()).toMatchObject({ state: 'open', quarantined: 1 });
    const [kept] = (await rig.open()).document()?.quarantine ?? [];
    expect(kept && Buffer.from(kept.json)).toEqual(json);
    expect(kept && Buffer.from(kept.secrets)).toEqual(secrets);
  });

  it('and has lain in the trash for 30 days is gone, at the next start too', async () => {
    const vault = await rig.create();
    const trashed = { ...anEntry(), deletedAt: NOW };
    await vault.change((document) => ({ ...document, trash: [trashed] }));
    rig.clock.move(30 * 86_400_000 - 1);
    expect((await rig.open()).document()?.trash).toHaveLength(1);
    rig.clock.move(1);
    const reader = await rig.open();
    expect(reader.document()?.trash).toEqual([]);
    expect(unsealVault(await rig.bytes(), keyOf(rig)).document.trash).toEqual([]);
  });
});

async function addTo(vault: Vault): Promise<void> {
  await vault.change((document) => ({ ...document, entries: [...document.entries, anEntry()] }));
}

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

function keyOf({ keychain }: Rig): Buffer {
  return Buffer.from([...keychain.items.values()][0] ?? '', 'base64');
}
