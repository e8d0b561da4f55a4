import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { createAdd } from '../../add/add-controller.ts';
import type { AddState } from '../../add/add-controller.ts';
import { useApplication } from '../../connection/application.ts';
import { useStore } from '../../connection/store.ts';

/**
 * The screen scan for the account's own QR code. Calls `onFound` with what it found once, when the scan is
 * over; the application forgets all of it when the screen closes.
 */
export function useScan(onFound: (previewIds: readonly string[]) => void): {
  state: AddState;
  start: () => void;
  stop: () => void;
} {
  const { client, calls } = useApplication();
  const queries = useQueryClient();
  const [scan] = useState(() =>
    createAdd(
      client,
      async () => (await queries.ensureQueryData(calls.host.info.queryOptions())).screenCapture,
    ),
  );
  const heard = useRef(onFound);
  useEffect(() => {
    heard.current = onFound;
  });
  useEffect(() => () => scan.close(), [scan]);
  useEffect(() => {
    let isHandedIn = false;
    return scan.state.subscribe(() => {
      const state = scan.state.get();
      if (state.step !== 'scan' || state.previews.length === 0) {
        isHandedIn = false;
        return;
      }
      if (isHandedIn || state.progress !== null) return;
      isHandedIn = true;
      heard.current(state.previews.map(({ previewId }) => previewId));
    });
  }, [scan]);
  return { state: useStore(scan.state), start: () => void scan.screen(), stop: scan.stop };
}
