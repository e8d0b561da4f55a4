/** The words of a computer that joins, read off its QR code. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKitReader, type KitReader } from '../../../../src/app/scan/kit-reader.ts';
import { joinQrText, readJoinWords } from '../../../../src/core/sync/words/words.ts';
import { startApplication } from '../../../rig/application.ts';
import { pictureOf, pixelsOf } from '../../../rig/qr-pictures.ts';

const numbers = [5, 6, 7, 2047, 0, 1];

describe('the QR code of a computer that joins', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;
  let displays: string[][];
  let reader: KitReader;

  beforeEach(async () => {
    displays = [];
    app = await startApplication();
    reader = createKitReader({
      ...app.ports,
      screens: {
        capture: async () => 'application',
        take: async () => ({ outcome: 'taken', pictures: displays.map(pictureOf) }),
      },
    });
  });
  afterEach(() => app.stop());

  it('is found off the screen and in a picture, beside other codes', async () => {
    displays = [['https://example.org/'], [joinQrText(numbers)]];
    const read = { outcome: 'read', words: numbers };
    expect(readJoinWords(await reader.readWords({ from: 'screen' }))).toEqual(read);
    const picture = { from: 'picture' as const, ...pixelsOf(['https://example.org/', joinQrText(numbers)]) };
    expect(readJoinWords(await reader.readWords(picture))).toEqual(read);
    await expect(reader.read(picture)).rejects.toMatchObject({ code: 'KIT_NOT_SEEN' });
  });

  it('is said not to be there, without asking the service', async () => {
    const words = { from: 'picture' as const, ...pixelsOf(['https://example.org/']) };
    await expect(app.client.sync.add({ words })).rejects.toMatchObject({ code: 'JOIN_NOT_SEEN' });
  });
});
