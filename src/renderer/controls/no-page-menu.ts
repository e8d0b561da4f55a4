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
