import type { Add } from './add-controller.ts';

/** Takes an image, else text, from the clipboard on request. Says so if it may not or finds nothing. */
export async function pasteFromClipboard(add: Add): Promise<void> {
  let items: ClipboardItem[];
  try {
    items = await navigator.clipboard.read();
  } catch {
    add.unreadable('clipboardDenied');
    return;
  }
  for (const item of items) {
    const image = item.types.find((type) => type.startsWith('image/'));
    if (image !== undefined) return add.image(await item.getType(image));
    if (item.types.includes('text/plain')) return add.text(await (await item.getType('text/plain')).text());
  }
  add.unreadable('clipboardEmpty');
}

/** The first image among the pasted or dropped files. */
export function imageIn(transfer: DataTransfer): File | undefined {
  return [...transfer.files].find(({ type }) => type.startsWith('image/'));
}

/** Hands pasted or dropped content to the scan; false if nothing in it could hold a code. */
export function takeTransfer(add: Add, transfer: DataTransfer): boolean {
  const image = imageIn(transfer);
  const text = transfer.getData('text/plain').trim();
  if (image !== undefined) void add.image(image);
  else if (text !== '' && !/^https?:\/\/\S+$/i.test(text)) void add.text(text);
  else if (text !== '') add.unreadable('webImage');
  else return false;
  return true;
}
