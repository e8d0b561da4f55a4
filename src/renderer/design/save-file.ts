/** Saves a text as a file: the host asks where, or puts it into the downloads folder. */
export function saveFile(name: string, text: string, type: 'text/plain' | 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has started by then; the text must not stay reachable.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
