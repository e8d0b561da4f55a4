import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

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
    // React Aria gives a field its focus a frame later where a screen reader drives the window.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (screen.current?.contains(document.activeElement) === true) return;
        heading.current?.focus({ preventScroll: true });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isWanted]);
  return { screen, heading };
}
