import type { Clipboard as ElectronClipboard, ClipboardItem } from 'electron';
import type { Clipboard } from '../app/ports.ts';

export interface ClipboardOptions {
  clipboard: Pick<ElectronClipboard, 'write' | 'readText' | 'clear'>;
  ClipboardItem: new (items: Record<string, string | Blob>) => ClipboardItem;
  platform: NodeJS.Platform;
}

/**
 * The system's clipboard. Marks written text so that the platform's clipboard managers and histories do not
 * keep it; they look for that mark first.
 */
export function createClipboard(options: ClipboardOptions): Extract<Clipboard, { kind: 'application' }> {
  const { clipboard, ClipboardItem } = options;
  const mark = sensitiveMarks[options.platform];
  return {
    kind: 'application',
    async write(text) {
      await clipboard.write([
        new ClipboardItem({
          'text/plain': text,
          ...(mark === undefined ? {} : { [osFormat(mark.name)]: mark.value }),
        }),
      ]);
      return (await clipboard.readText()) === text;
    },
    async clearIf(text) {
      if ((await clipboard.readText()) === text) clipboard.clear();
    },
  };
}

/**
 * - Linux: KDE's Klipper and those that follow it skip `x-kde-passwordManagerHint` = `secret`;
 * - Windows: `ExcludeClipboardContentFromMonitorProcessing` keeps it from the history and the cloud, whatever
 *   the value (learn.microsoft.com, "Cloud Clipboard and Clipboard History Formats");
 * - macOS: `org.nspasteboard.ConcealedType`, by presence (nspasteboard.org).
 */
const sensitiveMarks: Partial<Record<NodeJS.Platform, { name: string; value: string }>> = {
  linux: { name: 'x-kde-passwordManagerHint', value: 'secret' },
  win32: { name: 'ExcludeClipboardContentFromMonitorProcessing', value: '1' },
  darwin: { name: 'org.nspasteboard.ConcealedType', value: '1' },
};

/** Electron's name for a platform's own clipboard format. */
function osFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}
