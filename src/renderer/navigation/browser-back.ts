import { useEffect } from 'react';
import { backSteps } from '../design/back-step.ts';
import { back, canGoBack, followStack } from './navigator.ts';

/** The state of the one entry of the browser's history that stands for “there is something to go back from”. */
const within = 'within';

/** The browser's own Back does what the window's Back does. Its keys are a command: `contract/commands.ts`. */
export function useBrowserBack(): void {
  useEffect(followBrowser, []);
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
