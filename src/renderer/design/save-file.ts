/** Saves a text as a file, as `saveBlob`. */
export function saveFile(name: string, text: string, type: 'text/plain' | 'application/json'): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Saves bytes as a file: the host asks where, or puts it into the downloads folder. */
export function saveBlob(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has started by then; the content must not stay reachable.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
