import { useEffect, useState } from 'react';
import { AccountScreen } from './account/account-screen.tsx';
import { OpenedLinkOver } from './account/activation/opened-link.tsx';
import { StepUpDialog } from './account/step-up/step-up-dialog.tsx';
import { useListState } from './codes/list-state.ts';
import { OpenVault } from './codes/open-vault.tsx';
import type { OpenState } from '../contract/vault.ts';
import { useApplication } from './connection/application.ts';
import { LeaveQuestion } from './design/unsaved.tsx';
import { Moving } from './moving/moving.tsx';
import { useBackKeys } from './navigation/back-keys.ts';
import { useNavigation, useRestored } from './navigation/navigator.ts';
import { isOfCodes } from './navigation/stack.ts';
import { Settings } from './preferences/settings.tsx';
import { AfterRecovery } from './recovery/after-recovery.tsx';
import { useLockShortcut } from './security/lock.ts';
import { useActivity } from './security/use-activity.ts';
import { Export } from './transfer/export/export.tsx';
import { Import } from './transfer/import.tsx';

/** The open vault: the place where the person is; after a recovery, first the choice of what opens it then. */
export function Home({ vault }: { vault: OpenState }) {
  const [isSettled, setSettled] = useState(false);
  useFollowed();
  useLockShortcut(vault);
  useActivity();
  if (vault.openedBy === 'recovery' && !vault.readOnly && !isSettled) {
    return <AfterRecovery vault={vault} onEnd={() => setSettled(true)} />;
  }
  return <Places vault={vault} />;
}

/** The place where the person is; on top of it, an opened link, the fresh check and what asks before a form goes. */
function Places({ vault }: { vault: OpenState }) {
  const { place } = useNavigation();
  const list = useListState();
  useBackKeys();
  useRestored();
  return (
    <>
      {place.at === 'settings' && <Settings place={place} vault={vault} />}
      {place.at === 'account' && <AccountScreen place={place} />}
      {place.at === 'import' && <Import vault={vault} />}
      {place.at === 'export' && <Export vault={vault} />}
      {place.at === 'moving' && <Moving vault={vault} place={place} />}
      {isOfCodes(place) && <OpenVault vault={vault} list={list} />}
      <StepUpDialog />
      <OpenedLinkOver />
      <LeaveQuestion />
    </>
  );
}

/** Follows what the notices and the settings show while the vault is open. */
function useFollowed(): void {
  const { backup, quarantine, moving } = useApplication();
  useEffect(() => {
    const stops = [backup.start(), quarantine.start(), moving.start()];
    return () => stops.forEach((stop) => stop(true));
  }, [backup, quarantine, moving]);
}
