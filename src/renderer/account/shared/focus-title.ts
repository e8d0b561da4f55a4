import { useEffect } from 'react';
import { focusFirst } from '../../controls/first-focus.ts';

/** Marks the title of the screen, which takes the focus where nothing else has it. */
export const titleProps = { tabIndex: -1, 'data-screen-title': '' } as const;

/**
 * Gives the focus to the screen's title where nobody has it: when the screen comes, or when what covered it goes and
 * what had the focus before is no longer there.
 */
export function useTitleFocusWhenGone(): void {
  useEffect(() => () => afterFrames(focusTitle), []);
}

/** The same for a screen that comes; what closes over it at that moment may still keep the focus for a while. */
export function useTitleFocus(): void {
  useEffect(() => {
    focusTitle();
    let isOver = false;
    const attempt = () => !isOver && focusTitle();
    afterFrames(attempt);
    const timer = setTimeout(attempt, 300);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
}

/** After React Aria has put the focus back, which takes it a frame. */
function afterFrames(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then)));
}

function focusTitle(): void {
  const active = document.activeElement;
  if (active !== null && active !== document.body) return;
  const title = document.querySelector<HTMLElement>('[data-screen-title]');
  focusFirst(title?.closest('main') ?? null, title);
}
