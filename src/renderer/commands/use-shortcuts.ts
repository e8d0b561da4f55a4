import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { WindowCommandId } from '../../contract/commands.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { canGoBack } from '../navigation/navigator.ts';
import { commandOfKeys } from './keys.ts';
import { over, useRun } from './use-run.ts';

/** Also while something is open over the screen. */
const anywhere = new Set<WindowCommandId>(['lock', 'back']);

/**
 * The keyboard's shortcuts, wherever the focus is: those of the table of commands.
 * @param isSettled false: the person has to choose something first, and can only lock
 */
export function useShortcuts(vault: OpenState, isSettled: boolean): void {
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const isMac = host?.platform === 'darwin';
  const run = useRun(vault);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = commandOfKeys(event, isMac);
      if (id === null || (id === 'back' && !canGoBack()) || takesKeys(event.target)) return;
      const isToggled = id === over.get();
      if (!isToggled && !anywhere.has(id) && (isCovered() || !isSettled)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      if (isToggled) over.set(null);
      else latest.current(id);
    };
    // Before any field or list handles the key.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isMac, isSettled]);
  // Nothing of it is there when the vault opens again.
  useEffect(() => () => over.set(null), []);
}

/** Is a question, a sheet or a menu open? Then the commands wait. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

/** A field in which the person presses the keys that they choose. */
function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-takes-keys]') !== null;
}
