import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readPath } from '../../../src/cli/read-files.ts';
import { decodeBase32 } from '../../../src/core/otp/base32.ts';
import { pictureOf } from '../../rig/qr-pictures.ts';
import { addresses, hotpBy, secrets } from './rig/addresses.ts';
import { buildCommand, createPerson, type Ended, type Person } from './rig/command.ts';
import { drawnPicture } from './rig/drawn-picture.ts';

const passphrase = 'four words of old cheese';
const [github = '', enterprise = '', bank = ''] = addresses;
const entriesSchema = z.array(
  z.looseObject({
    id: z.string(),
    issuer: z.string(),
    account: z.string(),
    type: z.string(),
    algorithm: z.string(),
    digits: z.number(),
    period: z.number().nullable(),
    counter: z.number().nullable(),
    pinned: z.boolean(),
  }),
);

let ann: Person;
let file: string;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('entries'));
  // The keychain opens this vault, and a passphrase too: secrets are shown only for that.
  await ann.makeVault({ protection: 'keychain', passphrase }, github);
  file = join(ann.folder, 'passphrase.txt');
  await writeFile(file, passphrase);
});
afterAll(() => ann.leave());

async function list(...args: string[]) {
  return entriesSchema.parse(JSON.parse((await ann.run(['list', '--json', ...args])).stdout));
}
const vault = () => readFile(join(ann.folder, 'vault.latchkey'));

/** It failed with these, said so in one line, and changed nothing. */
async function refuses(run: () => Promise<Ended>, code: number, coded: string): Promise<string> {
  const before = await vault();
  const ended = await run();
  expect(ended).toEqual({
    code,
    stdout: '',
    stderr: expect.stringMatching(/^latchkey: [A-Z_]+: [^\n]+\n$/u),
  });
  expect(ended.stderr).toContain(`latchkey: ${coded}: `);
  expect(await vault()).toEqual(before);
  return ended.stderr;
}

describe('add', () => {
  test('takes an address from the standard input, and prints the id alone', async () => {
    const { code, stdout, stderr } = await ann.run(['add'], `${bank}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await list('bank')).toEqual([
      expect.objectContaining({ id: stdout.trim(), issuer: 'Bank', type: 'hotp', counter: 7 }),
    ]);
    expect((await ann.run(['code', stdout.trim()])).stdout).toBe(`${hotpBy(secrets.bank, 7)}\n`);
  });

  test('takes an address on the command line, and the QR code of a picture', async () => {
    expect(await ann.run(['add', enterprise])).toMatchObject({ code: 0, stderr: '' });
    const picture = join(ann.folder, 'code.png');
    const { width, height, data } = pictureOf([
      `otpauth://totp/Shop:ann?secret=${secrets.quick}&issuer=Shop&digits=8`,
    ]);
    await sharp(data, { raw: { width, height, channels: 4 } })
      .png()
      .toFile(picture);
    expect(await ann.run(['add', picture, '--account', 'anna'])).toMatchObject({ code: 0, stderr: '' });
    expect(await list('shop')).toEqual([expect.objectContaining({ account: 'anna', digits: 8 })]);
  });

  test('takes a secret with names and settings, and asks for it at a terminal without showing it', async () => {
    const terminal = ann.atTerminal(['add', '--issuer', 'Typed', '--algorithm', 'SHA256', '--digits', '7']);
    await terminal.shows('Set-up address or key');
    terminal.type(`${secrets.typed.toLowerCase()}\r`);
    const { code, screen } = await terminal.ended;
    expect(code).toBe(0);
    expect(screen.toUpperCase()).not.toContain(secrets.typed.slice(0, 8));
    expect(screen).toContain('Added: Typed.');
    expect(await list('typed')).toEqual([
      expect.objectContaining({ algorithm: 'SHA256', digits: 7, period: 30 }),
    ]);
  });

  test.each([
    ['no address', ['add'], 'https://example.com', 'TEXT_HAS_NO_CODE'],
    ['an address without a secret', ['add'], 'otpauth://totp/x?issuer=y', 'INPUT_INVALID'],
    ['two addresses', ['add'], `${addresses[3]}\notpauth://totp/z?secret=${secrets.bank}`, 'INPUT_INVALID'],
    ['a secret that is none', ['add', '--issuer', 'x'], 'not base32!', 'TYPED_INVALID'],
    ['a secret without a name', ['add'], secrets.quick, 'LABEL_EMPTY'],
    ['nothing', ['add', '--issuer', 'x'], '', 'TYPED_INVALID'],
    ['a file that is not there', ['add', 'none.png'], '', 'FILE_UNREADABLE'],
    ['a file that is no picture', ['add', '/etc/hostname'], '', 'INPUT_INVALID'],
    ['what is here', ['add'], github, 'ALREADY_HERE'],
  ])('refuses %s', async (_, args, input, coded) => {
    const said = await refuses(() => ann.run(args, input), 1, coded);
    expect(said).not.toContain(secrets.quick);
    expect(said).not.toContain('base32!');
  });

  test('asks for an answer where a name or a secret is here already', async () => {
    const other = secrets.typed.toLowerCase().replace('p', 'q');
    const sameName = `otpauth://totp/GitHub:ann@example.com?secret=${other}&issuer=GitHub`;
    const said = await refuses(() => ann.run(['add'], sameName), 1, 'SAME_NAME');
    expect(said).toContain('--replace');
    const sameSecret = `otpauth://totp/Other:ann?secret=${secrets.github}&issuer=Other`;
    expect(await refuses(() => ann.run(['add'], sameSecret), 1, 'SAME_SECRET')).toContain('--correct');
    const added = await ann.run(['add', '--keep-both'], sameName);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(await list('github', 'example.com')).toHaveLength(2);
    await ann.run(['rm', added.stdout.trim()]);
  });
});

describe('a typing error', () => {
  test('is forgiven where entries are listed', async () => {
    expect(await list('shpo')).toEqual(await list('shop'));
    expect(await list('shop')).toHaveLength(1);
  });

  test('is not where one is meant: what it may have been is named, and nothing is done', async () => {
    const before = await vault();
    for (const command of ['code', 'rm', 'show']) {
      const { code, stdout, stderr } = await ann.run([command, 'shpo']);
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toMatch(
        /No entry matches “shpo”\.\nDid you mean one of these\?\n {2}[0-9a-f]{8} {2}Shop/u,
      );
    }
    expect(await vault()).toEqual(before);
  });
});

describe('rm', () => {
  test('moves an entry to Deleted, and brings it back', async () => {
    const [before] = await list('bank');
    const { code, stdout, stderr } = await ann.run(['rm', 'bank']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const id = /latchkey rm --undo ([0-9a-f]{8})/u.exec(stderr)?.[1] ?? '';
    expect(await list('bank')).toEqual([]);
    expect(await list('bank', '--deleted')).toHaveLength(1);
    expect(await ann.run(['rm', '--undo', id])).toMatchObject({ code: 0, stdout: '' });
    expect(await list('bank')).toEqual([before]);
  });

  test('of none or several changes nothing', async () => {
    await refuses(() => ann.run(['rm', 'nowhere']), 3, 'ENTRY_NOT_FOUND');
    await refuses(() => ann.run(['rm', '--undo', 'nowhere']), 3, 'ENTRY_NOT_FOUND');
    const before = await vault();
    expect(await ann.run(['rm', 'ann'])).toMatchObject({ code: 4, stdout: '' });
    expect(await vault()).toEqual(before);
  });
});

describe('edit', () => {
  test('changes names, settings and pin together', async () => {
    const settings = ['--digits', '8', '--algorithm', 'SHA512', '--counter', '40'];
    const { code, stdout } = await ann.run(['edit', 'bank', '--issuer', 'Old Bank', '--pin', ...settings]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(await list('old bank')).toEqual([
      expect.objectContaining({ account: 'ann', digits: 8, algorithm: 'SHA512', counter: 40, pinned: true }),
    ]);
    await ann.run(['edit', 'old bank', '--type', 'totp', '--unpin']);
    expect(await list('old bank')).toEqual([
      expect.objectContaining({ type: 'totp', period: 30, counter: null, pinned: false }),
    ]);
  });

  test.each([
    [['--digits', '99'], 1, 'SETTINGS_INVALID'],
    [['--digits', 'six'], 2, 'USAGE'],
    [['--algorithm', 'MD5'], 2, 'USAGE'],
    [['--issuer', '', '--account', ''], 1, 'LABEL_EMPTY'],
    [[], 2, 'USAGE'],
  ])('refuses %j', async (args, code, coded) => {
    expect(await refuses(() => ann.run(['edit', 'shop', ...args]), code, coded)).not.toBe('');
  });

  test('undoes the settings where the names can’t be had', async () => {
    const [before] = await list('shop');
    expect(await ann.run(['edit', 'shop', '--digits', '6', '--issuer', '', '--account', ''])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('LABEL_EMPTY'),
    });
    expect(await list('shop')).toEqual([before]);
  });
});

describe('show', () => {
  test('shows settings and no secret, without any proof', async () => {
    const { code, stdout, stderr } = await ann.run(['show', 'shop']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^issuer\tShop\naccount\tanna\ntype\ttotp\nalgorithm\tSHA1\ndigits\t8\nperiod\t30\n/u,
    );
    expect(stdout).not.toContain(secrets.quick);
  });

  test('shows a secret only for the passphrase, though the keychain opened the vault', async () => {
    for (const option of ['--secret', '--uri', '--qr']) {
      await refuses(() => ann.run(['show', 'shop', option]), 5, 'VAULT_LOCKED');
    }
    const wrong = `${file}.wrong`;
    await writeFile(wrong, 'four words of new cheese');
    await refuses(
      () => ann.run(['show', 'shop', '--secret', '--passphrase-file', wrong]),
      5,
      'PASSPHRASE_WRONG',
    );
    expect(await ann.run(['show', 'shop', '--secret', '--passphrase-file', file])).toEqual({
      code: 0,
      stdout: `${secrets.quick}\n`,
      stderr: '',
    });
  });

  test('draws a QR code in the terminal that a reader reads', async () => {
    const terminal = ann.atTerminal(['show', 'shop', '--qr']);
    await terminal.shows('Passphrase of the vault');
    terminal.type(`${passphrase}\r`);
    const { code, screen } = await terminal.ended;
    expect(code).toBe(0);
    const { entries } = await readPath(await drawnPicture(screen, join(ann.folder, 'drawn.png')), undefined);
    expect(entries.map(({ issuer, account, parameters }) => ({ issuer, account, ...parameters }))).toEqual([
      expect.objectContaining({
        issuer: 'Shop',
        account: 'anna',
        digits: 8,
        secret: decodeBase32(secrets.quick),
      }),
    ]);
  });
});
