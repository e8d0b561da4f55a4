import { expect, test } from 'vitest';
import type { DownloadItem, Event } from 'electron';
import { guardDownload } from '../../../src/main/downloads.ts';
import { partly } from './partly.ts';

function isSaved(address: string): boolean {
  let saved = true;
  guardDownload(
    partly<Event>({ preventDefault: () => (saved = false) }),
    partly<DownloadItem>({ getURL: () => address }),
  );
  return saved;
}

test('what the window made itself can be saved', () => {
  expect(isSaved('blob:app://latchkey/6f1b4c8e-0d1a-4b8e-9a51-3a1f7d1f5a10')).toBe(true);
});

test.each([
  'https://evil.example/file.exe',
  'app://latchkey/index.html',
  'blob:https://evil.example/1',
  'blob:app://latchkey.evil/1',
  'blob:null/1',
  'data:text/plain,x',
  'file:///etc/passwd',
  '',
])('"%s" can not', (address) => expect(isSaved(address)).toBe(false));
