import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { raivoArchive, raivoEntry, raivoSamples } from '../../rig/transfer-files/raivo.ts';
import { json, told } from '../../rig/transfer-files/sample.ts';
import { zip } from '../../rig/transfer-files/zip.ts';

describe('a Raivo file', () => {
  it.each(raivoSamples())(
    'gives its entries, whose values are all texts: $variant',
    async ({ bytes, passphrase }) => {
      const reading = await readTransfer(bytes, passphrase);
      expect(reading.format).toBe('raivo');
      expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30', 'hotp Deno/James * SHA256 8 5']);
      expect(reading.problems).toEqual([]);
      expect(reading.entries.map(({ pinned, icon }) => [pinned, icon])).toEqual([
        [true, 'deno/deno.png'],
        [false, 'deno/deno.png'],
      ]);
    },
  );

  it('with AES tells damage from a wrong password', async () => {
    const bytes = raivoArchive(json([raivoEntry()]), { kind: 'aes', passphrase: 'raivo' });
    const at = bytes.lastIndexOf('PK\u0001\u0002', bytes.lastIndexOf('PK\u0001\u0002') - 1) - 12;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await expect(readTransfer(bytes, 'raivo')).rejects.toMatchObject({ code: 'DAMAGED' });
    await expect(readTransfer(bytes, 'another')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  });

  it('is the one at the top of its archive, not in a folder or a copy of the system’s', async () => {
    const member = (name: string, value: unknown) => ({ name, content: json(value) });
    const bytes = zip([
      member('__MACOSX/raivo-otp-export.json', [raivoEntry({ account: 'copy' })]),
      member('old/raivo-otp-export.json', [raivoEntry({ account: 'old' })]),
      member('raivo-otp-export.json', [raivoEntry()]),
    ]);
    expect(told(await readTransfer(bytes))).toEqual(['totp Deno/Mason * SHA1 6 30']);
  });

  it('without its JSON is damaged', async () => {
    const bytes = zip([{ name: 'raivo-otp-export.html', content: Buffer.from('<html>') }]);
    await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'DAMAGED' });
  });

  it('that unpacks to more than it claims is damaged', async () => {
    const content = json([raivoEntry()]);
    const bytes = zip([{ name: 'raivo-otp-export.json', content, claimedSize: 100 }]);
    await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'DAMAGED' });
  });
});
