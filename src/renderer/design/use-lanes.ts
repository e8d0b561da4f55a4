import { useLayoutEffect, useState, type RefObject } from 'react';

/** A row that stands beside others has at least this width, in pixels: a long name and eight digits. */
const least = 400;

/** How many rows have room beside each other in what scrolls them; it follows its width. */
export function useLanes(scroller: RefObject<HTMLElement | null>): number {
  const [lanes, setLanes] = useState(1);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => setLanes(Math.max(1, Math.floor(element.clientWidth / least)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return lanes;
}
