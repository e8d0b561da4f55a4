import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApplication } from '../connection/application.ts';
import { backSteps } from '../design/back-step.ts';
import { back, canGoBack, followStack } from './navigator.ts';

/** The state of the one entry of the browser's history that stands for “there is something to go back from”. */
const within = 'within';

/** Alt+← (on a Mac, where it moves the cursor, ⌘[) and the browser's own Back do what the window's Back does. */
export function useBackKeys(): void {
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const isMac = host?.platform === 'darwin';
  useEffect(followBrowser, []);
  useEffect(() => followKeys(isMac), [isMac]);
}

function followKeys(isMac: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
    const isBack = isMac ? metaKey && !altKey && key === '[' : altKey && !metaKey && key === 'ArrowLeft';
    if (!isBack || ctrlKey || shiftKey || !canGoBack()) return;
    event.preventDefault();
    if (!event.repeat) back();
  };
  // Before a list or a field takes the key.
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}

/**
 * Keeps one entry in the browser's history while there is something to go back from. It has the window's own
 * address, so that nothing of a place stands in the address bar or stays in the history.
 */
function followBrowser(): () => void {
  const onChange = () => {
    if (canGoBack() && history.state !== within) history.pushState(within, '');
  };
  const onPopState = () => {
    // The browser went forward into our entry, or a new start address is about to load.
    if (history.state === within || window.location.hash !== '') return;
    if (!canGoBack()) return history.back();
    back();
    onChange();
  };
  window.addEventListener('popstate', onPopState);
  const stops = [backSteps.subscribe(onChange), followStack(onChange)];
  onChange();
  return () => {
    window.removeEventListener('popstate', onPopState);
    stops.forEach((stop) => stop());
  };
}
