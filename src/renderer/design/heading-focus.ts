import { useEffect, useRef, type RefObject } from 'react';
import { focusFirst } from './first-focus.ts';

interface HeadingFocus<Screen extends HTMLElement> {
  readonly screen: RefObject<Screen | null>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Focuses a screen's heading when the screen appears, unless one of its fields takes the focus. */
export function useHeadingFocus<Screen extends HTMLElement>(isWanted = true): HeadingFocus<Screen> {
  const screen = useRef<Screen>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    // An overlay that closes at this moment returns the focus a frame later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (screen.current?.contains(document.activeElement) === true) return;
        focusFirst(screen.current, heading.current);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isWanted]);
  return { screen, heading };
}

/** Marks the screen's title, which takes the focus if nothing else has it. */
export const titleProps = { tabIndex: -1, 'data-screen-title': '' } as const;

/**
 * Focuses the screen's title if nothing has the focus: when the screen appears, or when an overlay closes and
 * the element focused before no longer exists.
 */
export function useTitleFocusWhenGone(): void {
  useEffect(() => () => afterFrames(focusTitle), []);
}

/** The same for a screen that appears; an overlay closing just then may still hold the focus for a while. */
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

/** After React Aria has restored the focus, which takes it a frame. */
export function afterFrames(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then)));
}

function focusTitle(): void {
  const active = document.activeElement;
  if (active !== null && active !== document.body) return;
  const title = document.querySelector<HTMLElement>('[data-screen-title]');
  focusFirst(title?.closest('main') ?? null, title);
}
