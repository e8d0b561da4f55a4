/**
 * Keeps the page when a file is dropped that nothing takes; a browser would show the file instead. Returns a
 * function that stops it.
 */
export function keepPageOnDrop(): () => void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  // On the window, after everything in it that takes files.
  addEventListener('dragover', refuse);
  addEventListener('drop', refuse);
  return () => {
    removeEventListener('dragover', refuse);
    removeEventListener('drop', refuse);
  };
}

/**
 * Hides the browser's context menu, which offers page commands such as viewing the source. Fields keep theirs,
 * for pasting and spelling.
 */
export function keepPageMenuAway(): void {
  document.addEventListener('contextmenu', (event) => {
    const isField =
      event.target instanceof Element &&
      event.target.closest('input, textarea, [contenteditable="true"]') !== null;
    if (!isField) event.preventDefault();
  });
}
