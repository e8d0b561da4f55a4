import type { DownloadItem, Event } from 'electron';
import { isWindowBlob } from './app-origin.ts';

/**
 * Lets the window save what it made itself (recovery codes, the account's data, an unreadable entry, an export) where the
 * person chooses. A download from any other address is not legitimate.
 */
export function guardDownload(
  event: Pick<Event, 'preventDefault'>,
  item: Pick<DownloadItem, 'getURL'>,
): void {
  if (!isWindowBlob(item.getURL())) event.preventDefault();
}
