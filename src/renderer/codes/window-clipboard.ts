import type { Copied } from '../../contract/app.ts';
import { windowClock } from '../connection/window-clock.ts';

/** May the window read the clipboard without asking? Only then can it clear its own text there. */
export async function clipboardPermission(): Promise<PermissionState> {
  try {
    // Chromium knows this name; TypeScript's DOM library does not.
    const descriptor: { name: string } = { name: 'clipboard-read' };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { state } = await navigator.permissions.query(descriptor as PermissionDescriptor);
    return state;
  } catch {
    return 'denied';
  }
}

/** Finishes a copy that the application began, where only the window can reach the clipboard. */
export async function takeCopied(copied: Copied): Promise<void> {
  if (copied.by === 'application') return;
  await navigator.clipboard.writeText(copied.text);
  clearLater(copied.text, copied.clearAfterMs);
}

let stopPending = () => {};

/**
 * Clears what the window itself copied, if it is still on the clipboard. Reading needs a permission that
 * is never requested here (see preferences/); without it the text stays. 0 = never.
 */
function clearLater(text: string, afterMs: number): void {
  stopPending();
  if (afterMs <= 0) return;
  stopPending = windowClock.after(afterMs, () => void clearWhenFocused(text));
}

async function clearWhenFocused(text: string): Promise<void> {
  if ((await clipboardPermission()) !== 'granted') return;
  if (!document.hasFocus()) {
    // A window without focus can neither read nor write the clipboard.
    window.addEventListener('focus', () => void clearWhenFocused(text), { once: true });
    return;
  }
  if ((await navigator.clipboard.readText()) === text) await navigator.clipboard.writeText('');
}
