import { once } from 'node:events';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createTransfers } from '../../../src/adapters/transfer/transfers.ts';
import { onlyNames } from '../../rig/transfer-files/sample.ts';
import { anEntry } from '../../unit/vault/samples.ts';

const url = (path: string) => new URL(path, import.meta.url);
const transfers = createTransfers(url('../../../src/adapters/transfer/transfer-worker.ts'));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const passphrase = 'correct horse battery staple';

it('a file is read in a thread, on a copy', async () => {
  const bytes = bytesOf('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ');
  const result = await transfers.read(bytes, undefined);
  expect(result).toMatchObject({
    outcome: 'done',
    value: { format: 'otpauth', entries: [{ issuer: 'ACME', isForeign: false }] },
  });
  expect(new TextDecoder().decode(bytes)).toContain('GEZDGNBVGY3TQOJQ');
});

it('what is written in one thread is read in another, with its passphrase only', async () => {
  const { issuer, account, parameters } = anEntry();
  const entry = { ...onlyNames(issuer, account), isForeign: false, parameters } as const;
  const written = await transfers.write('latchkey', [entry], passphrase);
  if (written.outcome !== 'done') throw new Error(written.outcome);
  const bytes = written.value.files[0]?.bytes ?? new Uint8Array();
  expect(await transfers.read(bytes, undefined)).toEqual({ outcome: 'refused', code: 'PASSPHRASE_MISSING' });
  expect(await transfers.read(bytes, 'wrong')).toEqual({ outcome: 'refused', code: 'PASSPHRASE_WRONG' });
  const read = await transfers.read(bytes, passphrase);
  expect(read).toMatchObject({ outcome: 'done', value: { entries: [{ issuer, account }] } });
  if (read.outcome !== 'done') throw new Error(read.outcome);
  const [again] = read.value.entries;
  expect(Buffer.from(again?.parameters.secret ?? []).equals(parameters.secret)).toBe(true);
});

it('an abort ends the thread at once, before it starts and while it works', async () => {
  const never = createTransfers(url('never-answers.mjs'));
  expect(await never.read(bytesOf('x'), undefined, AbortSignal.abort())).toEqual({ outcome: 'stopped' });
  const stop = new AbortController();
  const started = once(process, 'worker');
  const reading = never.read(bytesOf('x'), undefined, stop.signal);
  const [thread]: unknown[] = await started;
  if (!(thread instanceof Worker)) throw new Error('no thread was started');
  const ended = once(thread, 'exit');
  stop.abort();
  expect(await reading).toEqual({ outcome: 'stopped' });
  await ended;
});

it('a thread that breaks or ends says so, and not what it was about', async () => {
  const breaks = createTransfers(url('breaks.mjs'));
  expect(await breaks.read(bytesOf('throw'), undefined)).toEqual({ outcome: 'failed' });
  expect(await breaks.read(bytesOf('exit'), undefined)).toEqual({ outcome: 'failed' });
});
