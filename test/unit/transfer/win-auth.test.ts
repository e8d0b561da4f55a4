import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { secret, told, troubles } from '../../rig/transfer-files/sample.ts';
import { winAuthArchive, winAuthSamples, winAuthText } from '../../rig/transfer-files/win-auth.ts';
import { zip } from '../../rig/transfer-files/zip.ts';

describe('a WinAuth file', () => {
  it.each(winAuthSamples().slice(0, 3))(
    'has the whole label as the name: $variant',
    async ({ bytes, passphrase }) => {
      const reading = await readTransfer(bytes, passphrase);
      expect(reading.format).toBe('winauth');
      expect(told(reading)).toEqual(['totp /Deno * SHA1 6 30', 'totp /Airbnb: Elijah + James * SHA1 6 30']);
      expect(reading.problems).toEqual([]);
    },
  );

  it('may name an issuer, as it does for some sites', async () => {
    const line = `otpauth://totp/Microsoft:a+b?secret=${secret.base32}&digits=6&issuer=Microsoft&icon=Microsoft\r\n`;
    expect(told(await readTransfer(Buffer.from(line)))).toEqual(['totp Microsoft/a b * SHA1 6 30']);
  });

  it('makes Steam Guard codes where a line has a device, as it does', async () => {
    const line = (end: string) =>
      `otpauth://totp/Steam:Mason?secret=${secret.base32}&digits=5&issuer=Steam${end}&icon=SteamAuthenticator\r\n`;
    const reading = await readTransfer(Buffer.from(line('&deviceid=android%3a1&data=%7b%7d') + line('')));
    expect(told(reading)).toEqual(['steam Steam/Mason *', 'totp Steam/Mason * SHA1 5 30']);
    expect(troubles(reading)).toEqual(['1 STEAM_ISSUER']);
  });

  it('names each line that is no address, and reads the others', async () => {
    const text = `${winAuthText(['Deno'])}hello\r\n`;
    const reading = await readTransfer(winAuthArchive(text));
    expect(told(reading)).toEqual(['totp /Deno * SHA1 6 30']);
    expect(troubles(reading)).toEqual(['2 LINE_SKIPPED']);
  });

  it('with ZipCrypto tells damage from a wrong password', async () => {
    const bytes = winAuthArchive(winAuthText(['Deno']), {
      encryption: { kind: 'zipcrypto', passphrase: 'right' },
    });
    const at = bytes.indexOf('.txt') + 30;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await expect(readTransfer(bytes, 'right')).rejects.toMatchObject({ code: 'DAMAGED' });
    await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'PASSPHRASE_MISSING' });
  });
});

describe('an Authenticator Plus file', () => {
  it('has labels as everybody writes them', async () => {
    const { bytes, passphrase } = winAuthSamples()[3] ?? { bytes: new Uint8Array() };
    expect(told(await readTransfer(bytes, passphrase))).toEqual([
      'totp Deno/Mason * SHA1 6 30',
      'totp /James * SHA1 6 30',
    ]);
  });
});

describe('a zip archive', () => {
  it('with a text in it that holds no address holds nothing', async () => {
    await expect(readTransfer(winAuthArchive('a letter'))).rejects.toMatchObject({ code: 'NOTHING_FOUND' });
    const bytes = winAuthArchive('', { content: Buffer.from([0xc0, 0x80]) });
    await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'DAMAGED' });
  });

  it('with anything else in it is unknown', async () => {
    const bytes = zip([
      { name: 'picture.png', content: Buffer.from('png') },
      { name: 'folder/notes.txt', content: Buffer.from(winAuthText(['Deno'])) },
    ]);
    await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
  });
});
