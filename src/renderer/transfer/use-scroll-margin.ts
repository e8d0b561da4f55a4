import { useLayoutEffect, useState, type RefObject } from 'react';

/** How far a list begins below the top of what scrolls it, in pixels; follows what grows above it. */
export function useScrollMargin(list: RefObject<HTMLElement | null>): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const part = list.current;
    const scroller = part?.closest<HTMLElement>('.scrolls');
    const content = scroller?.firstElementChild;
    if (!part || !scroller || !content) return undefined;
    const measure = () => {
      const top = part.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setMargin(Math.round(top + scroller.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    return () => observer.disconnect();
  }, [list]);
  return margin;
}
