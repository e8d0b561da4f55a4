import { describe, expect, it } from 'vitest';
import { createClipboard } from '../../../src/main/clipboard.ts';

/** A clipboard that keeps what was written, by format. */
function system(platform: NodeJS.Platform, { isDeaf = false } = {}) {
  let held: Record<string, string | Blob> = {};
  class Item {
    readonly formats: Record<string, string | Blob>;
    readonly types: string[];
    constructor(formats: Record<string, string | Blob>) {
      this.formats = formats;
      this.types = Object.keys(formats);
    }
    async getType(): Promise<never> {
      throw new Error('nothing reads items back');
    }
  }
  const clipboard = createClipboard({
    platform,
    ClipboardItem: Item,
    clipboard: {
      write: async (items) => {
        for (const item of items) if (item instanceof Item && !isDeaf) held = item.formats;
      },
      readText: async () => {
        const text = held['text/plain'];
        return typeof text === 'string' ? text : '';
      },
      clear: () => {
        held = {};
      },
    },
  });
  const copyElsewhere = (text: string): void => {
    held = { 'text/plain': text };
  };
  return { clipboard, held: () => held, copyElsewhere };
}

describe('the clipboard', () => {
  it.each([
    ['linux', 'x-kde-passwordManagerHint', 'secret'],
    ['win32', 'ExcludeClipboardContentFromMonitorProcessing', '1'],
    ['darwin', 'org.nspasteboard.ConcealedType', '1'],
  ] as const)('marks a code as sensitive on %s', async (platform, format, value) => {
    const { clipboard, held } = system(platform);
    await clipboard.write('123456');
    expect(held()).toEqual({
      'text/plain': '123456',
      [`electron application/osclipboard;format="${format}"`]: value,
    });
  });

  it('writes the code alone where the platform has no mark', async () => {
    const { clipboard, held } = system('freebsd');
    await clipboard.write('123456');
    expect(held()).toEqual({ 'text/plain': '123456' });
  });

  it('is read back: a system that reports success and writes nothing is told from one that wrote', async () => {
    expect(await system('linux').clipboard.write('123456')).toBe(true);
    expect(await system('linux', { isDeaf: true }).clipboard.write('123456')).toBe(false);
  });

  it('is cleared while it holds the code', async () => {
    const { clipboard, held } = system('linux');
    await clipboard.write('123456');
    await clipboard.clearIf('123456');
    expect(held()).toEqual({});
  });

  it('keeps what somebody copied since', async () => {
    const { clipboard, held, copyElsewhere } = system('linux');
    await clipboard.write('123456');
    copyElsewhere('a letter');
    await clipboard.clearIf('123456');
    expect(held()).toEqual({ 'text/plain': 'a letter' });
  });
});
