import type { Copied } from '../../contract/codes.ts';
import { windowClock } from '../connection/window-clock.ts';
import { Problem } from '../words/problem.ts';

/** May the window read the clipboard without asking? Only then can it clear its own text there. */
async function clipboardPermission(): Promise<PermissionState> {
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

/** The permission to read the clipboard, as the window's queries ask for it. */
export const clipboardPermissionQuery = {
  queryKey: ['clipboardPermission'],
  queryFn: clipboardPermission,
  staleTime: 0,
};

/**
 * Finishes a copy that the application began, where only the window can reach the clipboard.
 * @throws Problem CLIPBOARD_FAILED if the browser refuses, or the text is not there afterwards
 */
export async function takeCopied(copied: Copied): Promise<void> {
  if (copied.by === 'application') return;
  const isThere = await navigator.clipboard.writeText(copied.text).then(
    async () => (await readIfAllowed()) ?? copied.text,
    () => null,
  );
  if (isThere !== copied.text) throw new Problem('CLIPBOARD_FAILED');
  clearLater(copied.text, copied.clearAfterMs);
}

/** Clears what the window copied now, or at its next focus, if it is still there; for a lock. */
export function clearCopied(): void {
  pending?.clear();
}

let pending: { clear: () => void } | null = null;

/**
 * Clears what the window itself copied, if it is still on the clipboard. Reading needs a permission that
 * is never requested here (see preferences/); without it the text stays. 0 = only for a lock.
 */
function clearLater(text: string, afterMs: number): void {
  let stop = () => {};
  const own = {
    clear() {
      stop();
      void clearWhenFocused(text, own);
    },
  };
  if (afterMs > 0) stop = windowClock.after(afterMs, () => own.clear());
  pending = own;
}

/** A window without focus can neither read nor write the clipboard. A later copy takes this one's place. */
async function clearWhenFocused(text: string, own: typeof pending): Promise<void> {
  if (pending !== own) return;
  if (!document.hasFocus()) {
    window.addEventListener('focus', () => void clearWhenFocused(text, own), { once: true });
    return;
  }
  pending = null;
  if ((await readIfAllowed()) === text) await navigator.clipboard.writeText('');
}

/** Null without the permission, which is not asked for. */
async function readIfAllowed(): Promise<string | null> {
  return (await clipboardPermission()) === 'granted' ? navigator.clipboard.readText() : null;
}
