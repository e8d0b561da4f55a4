import { useEffect } from 'react';
import type { OpenState } from '../../contract/vault.ts';
import { AddFlow } from '../add/add-flow.tsx';
import { useApplication, useLive } from '../connection/application.ts';
import { Opening } from '../trouble/waiting.tsx';
import { Codes } from './codes.tsx';
import type { ListState } from './list-state.ts';

/** The open vault: follows its entries, and its codes while the window is visible. */
export function OpenVault({ vault, list }: { vault: OpenState; list: ListState }) {
  const application = useApplication();
  const heard = useLive(application.entries);

  useEffect(() => {
    const stop = application.entries.start();
    return () => stop(true);
  }, [application]);

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
    };
  }, [application]);

  if (heard === null) return <Opening />;
  return (
    <AddFlow entries={heard.entries} isReadOnly={vault.readOnly}>
      <Codes vault={vault} list={list} entries={heard.entries} trash={heard.trash} />
    </AddFlow>
  );
}
