import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { focusFirst } from './first-focus.ts';

interface HeadingFocus<Screen extends HTMLElement> {
  readonly screen: RefObject<Screen | null>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Gives a screen's heading the focus when the screen comes, unless a field of it takes it. */
export function useHeadingFocus<Screen extends HTMLElement>(isWanted = true): HeadingFocus<Screen> {
  const screen = useRef<Screen>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    // What closes over the screen at this moment gives the focus back a frame later.
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
