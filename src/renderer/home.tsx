import { lazy, Suspense, useEffect, useState } from 'react';
import { useSetUpLinks } from './add/use-set-up-links.ts';
import { OpenedLinkOver } from './account/activation/opened-link.tsx';
import { StepUpDialog } from './account/step-up/step-up-dialog.tsx';
import { CorrectionBar } from './clock/correction-bar.tsx';
import { useListState } from './codes/list-state.ts';
import { useSearches } from './codes/use-searches.ts';
import { OpenVault } from './codes/open-vault.tsx';
import { useCommandsAsked } from './commands/asked.ts';
import { Palette } from './commands/palette.tsx';
import { Shortcuts } from './commands/shortcuts.tsx';
import { useShortcuts } from './commands/use-shortcuts.ts';
import type { OpenState } from '../contract/vault.ts';
import { useApplication } from './connection/application.ts';
import { useFirstCode } from './first-run/use-create.ts';
import { LeaveQuestion } from './design/unsaved.tsx';
import { useBrowserBack } from './navigation/browser-back.ts';
import { useNavigation, useRestored } from './navigation/navigator.ts';
import { isOfCodes } from './navigation/stack.ts';
import { AfterRecovery } from './recovery/after-recovery.tsx';
import { useActivity } from './security/use-activity.ts';

/** The places beside the codes: loaded after them, so that the first codes are there sooner. */
const load = {
  settings: () => import('./preferences/settings.tsx'),
  account: () => import('./account/account-screen.tsx'),
  import: () => import('./transfer/import.tsx'),
  export: () => import('./transfer/export/export.tsx'),
  moving: () => import('./moving/moving.tsx'),
};
const Settings = lazy(async () => ({ default: (await load.settings()).Settings }));
const AccountScreen = lazy(async () => ({ default: (await load.account()).AccountScreen }));
const Import = lazy(async () => ({ default: (await load.import()).Import }));
const Export = lazy(async () => ({ default: (await load.export()).Export }));
const Moving = lazy(async () => ({ default: (await load.moving()).Moving }));

/** The open vault: the place where the person is; after a recovery, first the choice of what opens it then. */
export function Home({ vault }: { vault: OpenState }) {
  const [isSettled, setSettled] = useState(false);
  useFollowed();
  useSetUpLinks();
  useActivity();
  const isChoosing = vault.openedBy === 'recovery' && !vault.readOnly && !isSettled;
  useShortcuts(vault, !isChoosing);
  if (isChoosing) {
    return <AfterRecovery vault={vault} onEnd={() => setSettled(true)} />;
  }
  return <Places vault={vault} />;
}

/** The place where the person is; on top of it, an opened link, the fresh check and what asks before a form goes. */
function Places({ vault }: { vault: OpenState }) {
  const { place } = useNavigation();
  const list = useListState();
  useBrowserBack();
  useRestored();
  useSearches();
  useCommandsAsked(vault);
  useFirstCode();
  useEffect(() => {
    // They wait here for nobody; a place that can't be loaded says so once it is opened.
    const loading = requestIdleCallback(
      () => void Promise.allSettled(Object.values(load).map((one) => one())),
    );
    return () => cancelIdleCallback(loading);
  }, []);
  return (
    <>
      <Suspense>
        {place.at === 'settings' && <Settings place={place} vault={vault} />}
        {place.at === 'account' && <AccountScreen place={place} />}
        {place.at === 'import' && <Import vault={vault} />}
        {place.at === 'export' && <Export vault={vault} place={place} />}
        {place.at === 'moving' && <Moving vault={vault} place={place} />}
      </Suspense>
      {isOfCodes(place) && <OpenVault vault={vault} list={list} />}
      <CorrectionBar />
      <Palette vault={vault} />
      <Shortcuts />
      <StepUpDialog />
      <OpenedLinkOver />
      <LeaveQuestion />
    </>
  );
}

/** Follows what the notices and the settings show while the vault is open. */
function useFollowed(): void {
  const { entries, backup, quarantine, moving, sync, update, clock } = useApplication();
  useEffect(() => {
    const stops = [
      entries.start(),
      backup.start(),
      quarantine.start(),
      moving.start(),
      sync.start(),
      update.start(),
      clock.start(),
    ];
    return () => stops.forEach((stop) => stop(true));
  }, [entries, backup, quarantine, moving, sync, update, clock]);
}
