import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openKept, type Kept } from '../../../../src/app/account/kept.ts';
import { sealTraces, unsealTraces } from '../../../../src/app/account/seal.ts';
import { noTraces, type Traces } from '../../../../src/app/account/traces.ts';
import type { AccountFile } from '../../../../src/app/ports.ts';
import { createListLog, createMemoryAccountFile } from '../../../rig/memory-ports.ts';

const noor: Traces = { ...noTraces, address: 'noor@example.org', trustedUntil: 5 };

let file: ReturnType<typeof createMemoryAccountFile>;
let log: ReturnType<typeof createListLog>;
beforeEach(() => {
  file = createMemoryAccountFile();
  log = createListLog();
});

/** The key is zeroed with `close`: each gets its own copy. */
const key = randomBytes(32);
const open = (from: AccountFile = file, with_: Uint8Array = key, isOurs = () => true): Promise<Kept> =>
  openKept(Buffer.from(with_), { file: from, log, changed: () => {}, isOurs });

describe('the account’s traces', () => {
  test('are there again after a restart', async () => {
    await (await open()).change(noor);
    expect((await open()).traces()).toEqual(noor);
  });

  test('are gone from the disk once they are forgotten', async () => {
    const kept = await open();
    await kept.change(noor);
    await kept.forget();
    expect(file.bytes()).toBeNull();
    expect(kept.traces()).toEqual(noTraces);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 40)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => Buffer.from(bytes.with(60, (bytes[60] ?? 0) ^ 1))],
    ['of a later format', (bytes: Buffer) => Buffer.from(bytes.with(8, 2))],
    ['sealed with another key', () => sealTraces(noor, randomBytes(32))],
  ])(
    'that are %s count as none, are reported once, and are not written over before there are others',
    async (_, break_) => {
      const broken = break_(sealTraces(noor, key));
      await file.write(broken);
      const kept = await open();
      expect(kept.traces()).toEqual(noTraces);
      await kept.refresh();
      expect(log.lines).toHaveLength(1);
      expect(Buffer.compare(file.bytes() ?? Buffer.alloc(0), broken)).toBe(0);
      await kept.change({ address: 'new@example.org' });
      expect((await open()).traces().address).toBe('new@example.org');
    },
  );

  test('of another server are left alone', async () => {
    await file.write(sealTraces(noor, key));
    expect((await open(file, key, () => false)).traces()).toEqual(noTraces);
    expect(file.bytes()).not.toBeNull();
  });

  test('do not change where the disk refuses before the server was asked', async () => {
    const kept = await open(full());
    await expect(kept.prepare(noor)).rejects.toMatchObject({
      code: 'TRACES_WRITE_FAILED',
      data: { reason: 'ENOSPC' },
    });
    expect(kept.traces()).toEqual(noTraces);
  });

  test('count in memory where the disk refuses after the server did it, and are written with the next change', async () => {
    const disk = full();
    const kept = await open(disk);
    await kept.change(noor);
    expect(kept.traces()).toEqual(noor);
    expect(log.lines).toEqual(['account-traces-not-written {"reason":"ENOSPC"}']);
    await kept.refresh();
    expect(kept.traces()).toEqual(noor);
    disk.write = (bytes) => file.write(bytes);
    await kept.change({ ended: 'expired' });
    expect((await open()).traces()).toEqual({ ...noor, ended: 'expired' });
  });

  test('stay where the file cannot be removed', async () => {
    const kept = await open({ ...file, remove: () => Promise.reject(refusal()) });
    await kept.change(noor);
    await expect(kept.forget()).rejects.toMatchObject({ code: 'TRACES_WRITE_FAILED' });
    expect(kept.traces()).toEqual(noor);
  });

  test('that another process wrote are taken in, and so is its sign-out', async () => {
    const [one, other] = [await open(), await open()];
    await one.change(noor);
    await other.refresh();
    expect(other.traces()).toEqual(noor);
    await one.forget();
    await other.refresh();
    expect(other.traces()).toEqual(noTraces);
  });

  test('are sealed again when the vault has a new key', async () => {
    const kept = await open();
    await kept.change(noor);
    const next = randomBytes(32);
    await kept.reseal(Buffer.from(next));
    expect((await open(file, next)).traces()).toEqual(noor);
    expect(unsealTraces(file.bytes() ?? new Uint8Array(), key)).toBeNull();
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
    expect(other.traces()).toEqual({ ...noor, ended: 'expired' });
    expect((await open(file, next)).traces()).toEqual({ ...noor, ended: 'expired' });
  });

  test('give nothing away whatever the bytes are', () => {
    const holds = fc.property(
      fc.uint8Array({ maxLength: 300 }),
      (bytes) => unsealTraces(bytes, key) === null,
    );
    expect(() => fc.assert(holds)).not.toThrow();
  });

  test('look different on the disk each time', () => {
    expect(sealTraces(noor, key).equals(sealTraces(noor, key))).toBe(false);
  });
});

function refusal(): Error {
  return Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
}

/** A disk that takes nothing until a test lets it. */
function full(): AccountFile {
  return { ...file, write: () => Promise.reject(refusal()) };
}
