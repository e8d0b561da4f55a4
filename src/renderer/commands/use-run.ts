import { useTranslation } from 'react-i18next';
import {
  commands,
  isGoing,
  isPossible,
  type GoingId,
  type Need,
  type WindowCommandId,
} from '../../contract/commands.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { createStore } from '../connection/store.ts';
import { showToast } from '../design/toasts.tsx';
import { back, canGoBack, open } from '../navigation/navigator.ts';
import { useLock } from '../security/lock.ts';
import { hasPassphrase } from '../security/unlock-methods.ts';

/** What lies over the window: the palette, the list of shortcuts, or nothing. */
export const over = createStore<'palette' | 'shortcuts' | null>(null);

/** What there is for commands in this vault. */
export function useHas(vault: OpenState): ReadonlySet<Need> {
  const heard = useLive(useApplication().entries);
  const has = new Set<Need>(['open']);
  if (!vault.readOnly) has.add('writable');
  if (hasPassphrase(vault)) has.add('lockable');
  if (heard === null || heard.entries.length > 0) has.add('entries');
  return has;
}

/** Carries out a command; if that is not possible, says why where the person can do something about it. */
export function useRun(vault: OpenState): (id: WindowCommandId) => void {
  const { t } = useTranslation();
  const lock = useLock(vault);
  const has = useHas(vault);
  const because = vault.readOnlyBecause;
  const isAble = (id: WindowCommandId) => isPossible(id, has);
  return (id) => {
    if (isGoing(id)) {
      if (isAble(id)) open(placeOf(id));
      else if (because !== null) showToast(t(`trouble.readOnly_${because}`));
      return;
    }
    switch (id) {
      case 'palette':
      case 'shortcuts':
        return over.set(id);
      case 'find':
        return isAble(id) ? find() : undefined;
      case 'lock':
        return lock();
      case 'back':
        return canGoBack() ? back() : undefined;
    }
  };
}

/** Where a command leads; typed by the table, so that a place that does not exist is an error here. */
function placeOf(id: GoingId): Parameters<typeof open>[0] {
  return commands[id].goes;
}

/** The list's search gets the focus, with what stands in it selected; from elsewhere, an empty one as soon as it is there. */
function find(): void {
  if (selectSearch()) return;
  open({ at: 'list', search: '' });
  const over = new AbortController();
  const observer = new MutationObserver(() => {
    if (selectSearch()) over.abort();
  });
  over.signal.addEventListener('abort', () => observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  // Until the person does something else.
  for (const act of ['keydown', 'pointerdown']) {
    document.addEventListener(act, () => over.abort(), { capture: true, signal: over.signal });
  }
}

function selectSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('#search');
  if (field === null || field.offsetParent === null) return false;
  field.focus();
  field.select();
  return true;
}
