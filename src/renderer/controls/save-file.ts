/** Hands a text to the person as a file of theirs: the host asks where to, or puts it among the downloads. */
export function saveFile(name: string, text: string, type: 'text/plain' | 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the text must not stay reachable.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
