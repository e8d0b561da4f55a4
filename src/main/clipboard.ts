import type { Clipboard as ElectronClipboard, ClipboardItem } from 'electron';
import type { Clipboard } from '../app/ports.ts';

export interface ClipboardOptions {
  clipboard: Pick<ElectronClipboard, 'write' | 'writeText' | 'readText' | 'clear'>;
  ClipboardItem: new (items: Record<string, string | Blob>) => ClipboardItem;
  platform: NodeJS.Platform;
}

/**
 * The system's clipboard. What is written carries the mark that the platform's clipboard managers and histories
 * look for before they keep something.
 */
export function createClipboard(options: ClipboardOptions): Extract<Clipboard, { kind: 'application' }> {
  const { clipboard, ClipboardItem, platform } = options;
  return {
    kind: 'application',
    write: (text) =>
      clipboard.write([new ClipboardItem({ 'text/plain': text, ...sensitiveMarks(platform) })]),
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
function sensitiveMarks(platform: NodeJS.Platform): Record<string, string | Blob> {
  switch (platform) {
    case 'linux':
      return { [osFormat('x-kde-passwordManagerHint')]: 'secret' };
    case 'win32':
      return { [osFormat('ExcludeClipboardContentFromMonitorProcessing')]: '1' };
    case 'darwin':
      return { [osFormat('org.nspasteboard.ConcealedType')]: '1' };
    default:
      return {};
  }
}

/** Electron's name for a platform's own clipboard format. */
function osFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}
