import { useEffect, useRef } from 'react';
import { imageIn } from '../add/clipboard.ts';

/** Receives an image pasted or dropped anywhere in the window. */
export function useGivenImage(onImage: (image: File) => void): void {
  const heard = useRef(onImage);
  useEffect(() => {
    heard.current = onImage;
  });
  useEffect(() => {
    const take = (event: Event, transfer: DataTransfer | null) => {
      const image = transfer === null ? undefined : imageIn(transfer);
      if (image === undefined) return;
      event.preventDefault();
      heard.current(image);
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    document.addEventListener('drop', (event) => take(event, event.dataTransfer), { signal });
    document.addEventListener(
      'dragover',
      (event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
}
