import { useEffect, useRef, useState } from 'react';
import { cameraNames, openCamera, troubleOf, type Camera, type CameraTrouble } from './camera.ts';

export type CameraState =
  | { readonly at: 'starting' }
  | { readonly at: 'live'; readonly camera: Camera }
  | { readonly at: 'trouble'; readonly trouble: CameraTrouble };

/**
 * The camera of this name, as long as the component is there and its window can be seen. It stops with either, and
 * starts again when the window is back. `names`: of all cameras, once the browser tells them.
 */
export function useCamera(name: string | null): {
  state: CameraState;
  names: readonly string[];
  retry: () => void;
} {
  const [state, setState] = useState<CameraState>({ at: 'starting' });
  const [names, setNames] = useState<readonly string[]>([]);
  const restart = useRef(() => {});
  useEffect(() => {
    let end = () => {};
    const follow = () => {
      end();
      if (document.visibilityState === 'visible') end = run(name, setState, setNames);
    };
    follow();
    restart.current = follow;
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      end();
    };
  }, [name]);
  return { state, names, retry: () => restart.current() };
}

/** Runs a camera and says how it fares. Returns what ends it, also while it starts. */
function run(
  name: string | null,
  say: (state: CameraState) => void,
  tell: (names: readonly string[]) => void,
): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  say({ at: 'starting' });
  const start = async () => {
    const camera = await openCamera(name);
    signal.addEventListener('abort', camera.stop);
    if (signal.aborted) {
      camera.stop();
      return;
    }
    for (const track of camera.stream.getTracks()) {
      // `stop` does not fire it.
      track.addEventListener('ended', () => say({ at: 'trouble', trouble: 'gone' }), { signal });
    }
    say({ at: 'live', camera });
  };
  const begin = async () => {
    try {
      await start();
    } catch (error) {
      if (!signal.aborted) say({ at: 'trouble', trouble: troubleOf(error) });
    }
    // Told after a failure too: another camera may work.
    const names = await cameraNames().catch(() => []);
    if (!signal.aborted) tell(names);
  };
  void begin();
  return () => ended.abort();
}
