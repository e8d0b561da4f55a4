import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TransferEntry } from '../../../src/core/transfer/format.ts';
import { writeTransfer } from '../../../src/core/transfer/formats.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import { openGoogleUri } from '../../rig/transfer-files/google.ts';
import { onlyNames } from '../../rig/transfer-files/sample.ts';
import { zbarRead } from '../../rig/zbar.ts';

const secret = Buffer.from('12345678901234567890');
const usual = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret } as const;

function entryOf(issuer: string, parameters: OtpParameters = usual): TransferEntry {
  return { ...onlyNames(issuer, 'ada@example.org'), isForeign: false, parameters };
}

it("the pictures of a migration set are read by zbarimg, and their messages by another's protocol buffers", async () => {
  const entries = [
    entryOf('Ünï "quoted" 💚', { ...usual, algorithm: 'SHA512', digits: 8 }),
    entryOf('Counting', { kind: 'hotp', algorithm: 'SHA256', digits: 6, counter: 2 ** 40, secret }),
    ...Array.from({ length: 22 }, (_, at) =>
      entryOf(`A site with a long name ${'and more '.repeat(at)}`.trim()),
    ),
  ];
  const { files, problems } = await writeTransfer('google', entries);
  expect(problems).toEqual([]);
  expect(files.length).toBeGreaterThan(2);

  const folder = await mkdtemp(join(tmpdir(), 'latchkey-google-'));
  const payloads: Record<string, unknown>[] = [];
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const texts = await zbarRead(path);
    expect(texts, name).toHaveLength(1);
    payloads.push(...texts.map(openGoogleUri));
  }
  await rm(folder, { recursive: true });

  const batchId = payloads[0]?.['batchId'];
  expect(payloads).toMatchObject(
    files.map((_, batchIndex) => ({ version: 1, batchSize: files.length, batchIndex, batchId })),
  );
  const names = entries.map(({ issuer }) => ({ issuer, name: `${issuer}:ada@example.org` }));
  const read = payloads.flatMap((payload) => payload['otp']);
  expect(read).toMatchObject(names.map((one) => ({ ...one, secret: [...secret] })));
  expect(read.slice(0, 3)).toMatchObject([
    { type: 2, algorithm: 3, digits: 2, counter: 0 },
    { type: 1, algorithm: 2, digits: 1, counter: 2 ** 40 },
    { type: 2, algorithm: 1, digits: 1, counter: 0 },
  ]);
});
