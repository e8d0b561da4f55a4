import type { Add } from './add-controller.ts';
import type { Unusable } from './unusable.ts';

/** An image, else text, from the clipboard at the person's request; or why there is neither. */
export async function readClipboard(): Promise<{ image: Blob } | { text: string } | { unusable: Unusable }> {
  let items: ClipboardItem[];
  try {
    items = await navigator.clipboard.read();
  } catch {
    return { unusable: 'clipboardDenied' };
  }
  for (const item of items) {
    const image = item.types.find((type) => type.startsWith('image/'));
    if (image !== undefined) return { image: await item.getType(image) };
    if (item.types.includes('text/plain')) return { text: await (await item.getType('text/plain')).text() };
  }
  return { unusable: 'clipboardEmpty' };
}

/** Hands what the clipboard holds to the scan. */
export async function pasteFromClipboard(add: Add): Promise<void> {
  const pasted = await readClipboard();
  if ('image' in pasted) await add.image(pasted.image);
  else if ('text' in pasted) await add.text(pasted.text);
  else add.unreadable(pasted.unusable);
}

/** Is it the address of a page or a picture on the web, which nothing is read from? */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
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
  else if (text !== '' && !isWebAddress(text)) void add.text(text);
  else if (text !== '') add.unreadable('webImage');
  else return false;
  return true;
}
