/** Is a dialog, a menu or a list open over the screen? Then it gets the keys. */
export function isOverlaid(): boolean {
  return (
    document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
  );
}
