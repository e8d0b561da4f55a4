import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { isOverlaid } from '../design/is-overlaid.ts';

interface TypeToSearch {
  field: RefObject<HTMLInputElement | null>;
  /** Called for ↓ when nothing has the focus. */
  toList: () => void;
  onEscape: () => void;
}

/** Typing filters at once, wherever the focus is: characters go to the search field. */
export function useTypeToSearch(options: TypeToSearch): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { field, toList, onEscape } = latest.current;
      if (event.defaultPrevented || isOverlaid()) return;
      const inText = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.key === 'Escape' && (!inText || event.target === field.current)) {
        onEscape();
      } else if (inText || isCommand || event.altKey) {
        // Typing in a field belongs to that field.
      } else if (event.key.length === 1 && event.key !== ' ') {
        field.current?.focus();
      } else if (event.key === 'ArrowDown' && document.activeElement === document.body) {
        event.preventDefault();
        toList();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
