import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLocalAccount, type OpenLocalAccount } from '../../../../src/app/account/open-local-account.ts';
import { sealLocalAccount, unsealLocalAccount } from '../../../../src/app/account/seal.ts';
import { emptyLocalAccount, type LocalAccount } from '../../../../src/app/account/local-account.ts';
import type { SealedFile } from '../../../../src/app/ports.ts';
import { createListLog, createMemorySealedFile } from '../../../rig/memory-ports.ts';

const noor: LocalAccount = { ...emptyLocalAccount, address: 'noor@example.org', trustedUntil: 5 };

let file: ReturnType<typeof createMemorySealedFile>;
let log: ReturnType<typeof createListLog>;
beforeEach(() => {
  file = createMemorySealedFile();
  log = createListLog();
});

/** The key is zeroed with `close`: each gets its own copy. */
const key = randomBytes(32);
const open = (
  from: SealedFile = file,
  with_: Uint8Array = key,
  isOurs = () => true,
): Promise<OpenLocalAccount> =>
  openLocalAccount(Buffer.from(with_), { file: from, log, changed: () => {}, isOurs, otherKeys: () => [] });

describe('the local account', () => {
  test('are there again after a restart', async () => {
    await (await open()).change(noor);
    expect((await open()).get()).toEqual(noor);
  });

  test('are gone from the disk once they are forgotten', async () => {
    const kept = await open();
    await kept.change(noor);
    await kept.forget();
    expect(file.bytes()).toBeNull();
    expect(kept.get()).toEqual(emptyLocalAccount);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 40)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => Buffer.from(bytes.with(60, (bytes[60] ?? 0) ^ 1))],
    ['of a later format', (bytes: Buffer) => Buffer.from(bytes.with(8, 2))],
    ['sealed with another key', () => sealLocalAccount(noor, randomBytes(32))],
  ])(
    'that are %s count as none, are reported once, and are not written over before there are others',
    async (_, break_) => {
      const broken = break_(sealLocalAccount(noor, key));
      await file.write(broken);
      const kept = await open();
      expect(kept.get()).toEqual(emptyLocalAccount);
      await kept.refresh();
      expect(log.lines).toHaveLength(1);
      expect(Buffer.compare(file.bytes() ?? Buffer.alloc(0), broken)).toBe(0);
      await kept.change({ address: 'new@example.org' });
      expect((await open()).get().address).toBe('new@example.org');
    },
  );

  test('of another server are left alone', async () => {
    await file.write(sealLocalAccount(noor, key));
    expect((await open(file, key, () => false)).get()).toEqual(emptyLocalAccount);
    expect(file.bytes()).not.toBeNull();
  });

  test('do not change where the disk refuses before the server was asked', async () => {
    const kept = await open(full());
    await expect(kept.prepare(noor)).rejects.toMatchObject({
      code: 'LOCAL_ACCOUNT_WRITE_FAILED',
      data: { reason: 'ENOSPC' },
    });
    expect(kept.get()).toEqual(emptyLocalAccount);
  });

  test('count in memory where the disk refuses after the server did it, and are written with the next change', async () => {
    const disk = full();
    const kept = await open(disk);
    await kept.change(noor);
    expect(kept.get()).toEqual(noor);
    expect(log.lines).toEqual(['local-account-not-written {"reason":"ENOSPC"}']);
    await kept.refresh();
    expect(kept.get()).toEqual(noor);
    disk.write = (bytes) => file.write(bytes);
    await kept.change({ ended: 'expired' });
    expect((await open()).get()).toEqual({ ...noor, ended: 'expired' });
  });

  test('stay where the file cannot be removed', async () => {
    const kept = await open({ ...file, remove: () => Promise.reject(refusal()) });
    await kept.change(noor);
    await expect(kept.forget()).rejects.toMatchObject({ code: 'LOCAL_ACCOUNT_WRITE_FAILED' });
    expect(kept.get()).toEqual(noor);
  });

  test('that another process wrote are taken in, and so is its sign-out', async () => {
    const [one, other] = [await open(), await open()];
    await one.change(noor);
    await other.refresh();
    expect(other.get()).toEqual(noor);
    await one.forget();
    await other.refresh();
    expect(other.get()).toEqual(emptyLocalAccount);
  });

  test('are sealed again when the vault has a new key', async () => {
    const kept = await open();
    await kept.change(noor);
    const next = randomBytes(32);
    await kept.reseal(Buffer.from(next));
    expect((await open(file, next)).get()).toEqual(noor);
    expect(unsealLocalAccount(file.bytes() ?? new Uint8Array(), key)).toBeNull();
  });

  test('know the key that they are sealed with', async () => {
    const kept = await open();
    expect(kept.isSealedWith(key)).toBe(true);
    expect(kept.isSealedWith(randomBytes(32))).toBe(false);
  });

  test('that another process has sealed again, and changed, are taken in and not written over', async () => {
    const [one, other] = [await open(), await open()];
    await one.change(noor);
    await other.refresh();
    const next = randomBytes(32);
    await one.reseal(Buffer.from(next));
    await one.change({ ended: 'expired' });
    await other.reseal(Buffer.from(next));
    expect(other.get()).toEqual({ ...noor, ended: 'expired' });
    expect((await open(file, next)).get()).toEqual({ ...noor, ended: 'expired' });
  });

  test('give nothing away whatever the bytes are', () => {
    const holds = fc.property(
      fc.uint8Array({ maxLength: 300 }),
      (bytes) => unsealLocalAccount(bytes, key) === null,
    );
    expect(() => fc.assert(holds)).not.toThrow();
  });

  test('look different on the disk each time', () => {
    expect(sealLocalAccount(noor, key).equals(sealLocalAccount(noor, key))).toBe(false);
  });
});

function refusal(): Error {
  return Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
}

/** A disk that takes nothing until a test lets it. */
function full(): SealedFile {
  return { ...file, write: () => Promise.reject(refusal()) };
}
