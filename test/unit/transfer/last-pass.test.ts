import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { lastPassAccount, lastPassFile, lastPassSamples } from '../../rig/transfer-files/last-pass.ts';
import { json, told } from '../../rig/transfer-files/sample.ts';

const read = (file: unknown) => readTransfer(json(file));

describe('a LastPass Authenticator file', () => {
  it.each(lastPassSamples())('gives its entries: $variant', async ({ bytes }) => {
    const reading = await readTransfer(bytes);
    expect(reading.format).toBe('lastpass');
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30', 'totp Deno/James * SHA512 8 60']);
    expect(reading.problems).toEqual([]);
    expect(reading.entries.map(({ tags }) => tags)).toEqual([['Work'], []]);
  });

  it('has two built-in folders that no list names: none, and the favourites', async () => {
    const inFolder = (folderId: unknown) => lastPassAccount({ folderData: { folderId, position: 0 } });
    const reading = await read(lastPassFile([0, 1, 7].map(inFolder)));
    expect(reading.entries.map(({ tags, pinned }) => [tags, pinned])).toEqual([
      [[], false],
      [[], true],
      [[], false],
    ]);
  });

  it('brings favourites along, and does without folders', async () => {
    const account = lastPassAccount({ isFavorite: true, folderData: null });
    const reading = await read({ accounts: [account] });
    expect(reading.entries).toMatchObject([{ pinned: true, tags: [] }]);
    expect(reading.problems).toEqual([]);
  });
});
