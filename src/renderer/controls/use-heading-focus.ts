import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
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
