import type { DownloadItem, Event } from 'electron';
import { isWindowBlob } from './app-origin.ts';

/**
 * Lets the window save what it made itself (recovery codes, the account's data, an entry that cannot be read), where
 * the person says; whatever has another address could only come from something that should not be there.
 */
export function guardDownload(
  event: Pick<Event, 'preventDefault'>,
  item: Pick<DownloadItem, 'getURL'>,
): void {
  if (!isWindowBlob(item.getURL())) event.preventDefault();
}
