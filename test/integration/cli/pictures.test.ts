import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { encode as encodeBmp } from 'bmp-ts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPath } from '../../../src/cli/read-files.ts';
import { cleanPicture } from '../../../src/core/qr/clean-picture.ts';
import { writeTransfer } from '../../../src/core/transfer/formats.ts';
import { pictureOf } from '../../rig/qr-pictures.ts';
import { splitSymbols } from '../../rig/split-symbols.ts';
import { googleOtp, googleUri } from '../../rig/transfer-files/google.ts';
import { secret, told, troubles } from '../../rig/transfer-files/sample.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'latchkey-pictures-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const mason = `otpauth://totp/Deno:Mason?secret=${secret.base32}&issuer=Deno`;
const james = `otpauth://hotp/James?secret=${secret.base32}&counter=5`;
const both = ['totp Deno/Mason * SHA1 6 30', 'hotp /James * SHA1 6 5'];

/** A picture as sharp takes it. */
function drawn(...texts: string[]) {
  const { width, height, data } = pictureOf(texts);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

async function read(...files: Uint8Array[]) {
  const set = await mkdtemp(join(folder, 'set-'));
  await Promise.all(files.map((bytes, at) => writeFile(join(set, `${at}.bin`), bytes)));
  return readPath(files.length === 1 ? join(set, '0.bin') : set, undefined);
}

describe('a picture file with QR codes', () => {
  test.each([
    ['PNG', () => drawn(mason, james).png().toBuffer()],
    ['PNG with a palette', () => drawn(mason, james).png({ palette: true, colours: 2 }).toBuffer()],
    ['PNG with 16 bits', () => drawn(mason, james).toColourspace('rgb16').png().toBuffer()],
    ['JPEG', () => drawn(mason, james).flatten().jpeg().toBuffer()],
    ['grey JPEG', () => drawn(mason, james).flatten().greyscale().jpeg().toBuffer()],
    ['WebP', () => drawn(mason, james).webp({ lossless: true }).toBuffer()],
    ['GIF', () => drawn(mason, james).gif().toBuffer()],
    [
      'GIF with a frame a code',
      async () =>
        sharp([await drawn(mason).png().toBuffer(), await drawn(james).png().toBuffer()], {
          join: { animated: true },
        })
          .gif()
          .toBuffer(),
    ],
    ['BMP', () => bmp(mason, james)],
  ])('%s is read like any other file', async (_name, make) => {
    const reading = await read(await make());
    expect(told(reading)).toEqual(both);
    expect(reading).toMatchObject({ format: 'otpauth', problems: [] });
  });

  test('holds a migration set over several files, in any order', async () => {
    const part = (name: string, batchIndex: number) =>
      drawn(googleUri([googleOtp({ name, issuer: '' })], { batchSize: 2, batchIndex }))
        .png()
        .toBuffer();
    const reading = await read(await part('b', 1), await part('a', 0), Buffer.from('notes'));
    expect(reading.format).toBe('google');
    expect(reading.entries.map(({ account }) => account)).toEqual(['a', 'b']);
    expect(troubles(await read(await part('b', 1)))).toEqual(['1/2 BATCH_INCOMPLETE']);
  });

  test('holds a text over several codes, one in each file', async () => {
    const files = await Promise.all(
      splitSymbols(mason, [30, 50]).map(async ({ bits, size }) => {
        const { width, height, data } = cleanPicture(bits, size);
        return sharp(data, { raw: { width, height, channels: 1 } })
          .png()
          .toBuffer();
      }),
    );
    const [first = Buffer.alloc(0), ...others] = files;
    expect(told(await read(...others, first))).toEqual([both[0]]);
    expect(troubles(await read(...others))).toEqual(['2/3 BATCH_INCOMPLETE']);
  });

  test('names codes that hold nothing of the kind, and keeps what makes no codes here', async () => {
    const reading = await read(await drawn('https://example.com', `${mason}&algorithm=MD5`).png().toBuffer());
    expect(told(reading)).toEqual(['foreign totp Deno/Mason * MD5 6 30']);
    expect(troubles(reading)).toEqual(['- CODE_SKIPPED', '0 ALGORITHM_UNSUPPORTED']);
  });

  test.each([
    ['without a code', 'NOTHING_FOUND', async () => drawn().png().toBuffer()],
    ['that is cut short', 'DAMAGED', async () => (await drawn(mason).png().toBuffer()).subarray(0, 400)],
    [
      'that is cut in its header',
      'DAMAGED',
      async () => (await drawn(mason).png().toBuffer()).subarray(0, 20),
    ],
    ['of absurd size', 'TOO_LARGE', async () => withSize(await drawn(mason).png().toBuffer(), 50_000)],
    [
      'of absurd size (BMP)',
      'TOO_LARGE',
      async () => {
        const file = bmp(mason);
        file.writeUInt32LE(50_000, 18);
        file.writeUInt32LE(50_000, 22);
        return file;
      },
    ],
    ['that is cut short (BMP)', 'DAMAGED', async () => bmp(mason).subarray(0, 4000)],
  ])('is refused %s', async (_name, code, make) => {
    await expect(read(await make())).rejects.toMatchObject({ code });
  });
});

test("a written set is read back off its pictures, by this project's reader", async () => {
  const uris = Array.from(
    { length: 12 },
    (_, at) => `otpauth://totp/Site:user${at}?secret=${secret.base32}&issuer=Site`,
  );
  await writeFile(join(folder, 'list.txt'), uris.join('\n'));
  const { entries } = await readPath(join(folder, 'list.txt'), undefined);
  const { files } = await writeTransfer('google', entries);
  const set = join(folder, 'google');
  await mkdir(set);
  await Promise.all(files.map(({ name, bytes }) => writeFile(join(set, name), bytes)));
  expect(files.map(({ name }) => name)).toEqual(['google-1-of-2.png', 'google-2-of-2.png']);
  expect((await readPath(set, undefined)).entries).toEqual(entries);
});

/** A BMP of 24 bits. */
function bmp(...texts: string[]): Buffer {
  const { width, height, data } = pictureOf(texts);
  // That library takes alpha, blue, green, red.
  const turned = Buffer.from(data).swap32();
  return Buffer.from(encodeBmp({ width, height, data: turned, bitPP: 24 }).data);
}

/** A PNG whose header names another size; its checksum is right. */
function withSize(png: Buffer, side: number): Buffer {
  const file = Buffer.from(png);
  file.writeUInt32BE(side, 16);
  file.writeUInt32BE(side, 20);
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29);
  return file;
}
