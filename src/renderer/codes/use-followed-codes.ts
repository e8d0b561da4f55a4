import { useEffect } from 'react';
import { useApplication } from '../connection/application.ts';

/** Follows the codes while a screen that shows them is there and the window is visible. */
export function useFollowedCodes(): void {
  const { codes } = useApplication();
  useEffect(() => {
    let stop: (() => void) | undefined;
    const follow = () => {
      stop?.();
      stop = document.hidden ? undefined : codes.start();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop?.();
      codes.clear();
    };
  }, [codes]);
}
