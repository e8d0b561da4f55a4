import { useDeferredValue, useEffect } from 'react';
import type { EntryView } from '../../contract/entry.ts';
import type { OpenState } from '../../contract/vault.ts';
import { AddFlow } from '../add/add-flow.tsx';
import { useApplication, useLive } from '../connection/application.ts';
import { Opening } from '../trouble/waiting.tsx';
import { useOrdered } from './arrange.ts';
import { Codes } from './codes.tsx';
import { LargeCode } from './large-code.tsx';
import type { ListState } from './list-state.ts';
import { clearCopied } from './window-clipboard.ts';

/** The open vault: follows its entries, and its codes while the window is visible. */
export function OpenVault({ vault, list }: { vault: OpenState; list: ListState }) {
  const application = useApplication();
  const heard = useLive(application.entries);
  // A long list is drawn for the first time in pieces, between which the window goes on.
  const isReady = useDeferredValue(heard !== null, false);
  const order = useLive(application.preferences)?.listOrder ?? 'use';
  const ordered = useOrdered(isReady && heard !== null ? heard.entries : none, order);

  useEffect(() => {
    let stop: (() => void) | undefined;
    const follow = () => {
      stop?.();
      stop = document.hidden ? undefined : application.codes.start();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop?.();
      application.codes.clear();
      clearCopied();
    };
  }, [application]);

  if (heard === null || !isReady) return <Opening />;
  return (
    <AddFlow entries={heard.entries} isReadOnly={vault.readOnly}>
      <Codes vault={vault} list={list} entries={heard.entries} ordered={ordered} trash={heard.trash} />
      <LargeCode entries={heard.entries} />
    </AddFlow>
  );
}

const none: EntryView[] = [];
