/**
 * Keeps the browser's own menu away: it speaks of pages and their source, and this is no page. Fields keep theirs, for
 * pasting and spelling.
 */
export function keepPageMenuAway(): void {
  document.addEventListener('contextmenu', (event) => {
    const isField =
      event.target instanceof Element &&
      event.target.closest('input, textarea, [contenteditable="true"]') !== null;
    if (!isField) event.preventDefault();
  });
}
