import type { KeyboardEvent } from 'react-aria-components';

/** Handles Esc in a field, and leaves every other key to the field. */
export function useEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key === 'Escape') leave();
    else event.continuePropagation();
  };
}
