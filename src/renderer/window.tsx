import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { followStage } from './account/follow-stage.ts';
import { awaitCodes } from './codes/arrival.ts';
import { followSearches } from './codes/use-searches.ts';
import { followCommands } from './commands/asked.ts';
import { useApplication, useLive } from './connection/application.ts';
import { useStore } from './connection/store.ts';
import { ConnectionBar } from './connection/connection-bar.tsx';
import { keepPageOnDrop } from './page-habits.ts';
import { Toasts } from './design/toasts.tsx';
import { FirstRun } from './first-run/first-run.tsx';
import { Home } from './home.tsx';
import { closeWithVault } from './navigation/navigator.ts';
import { useAppearance } from './preferences/use-appearance.ts';
import { Away } from './trouble/away.tsx';
import { Connecting, Opening } from './trouble/waiting.tsx';
import { KeptOut } from './trouble/kept-out.tsx';
import { Damaged } from './trouble/damaged.tsx';
import { KeyMissing } from './trouble/key-missing.tsx';
import { Locked } from './trouble/locked.tsx';
import { Unwritable } from './trouble/unwritable.tsx';

/** The whole window: each state of the vault has its own screen. */
export function Window() {
  const { i18n } = useTranslation();
  useAppearance();
  useFollowed();
  return (
    <I18nProvider locale={i18n.language}>
      <div className="flex h-full flex-col">
        <Screen />
        <ConnectionBar />
      </div>
      <Toasts />
    </I18nProvider>
  );
}

function Screen() {
  const application = useApplication();
  const connection = useStore(application.connection);
  const vault = useLive(application.vault);
  if (connection === 'closed' || connection === 'elsewhere') return <KeptOut why={connection} />;
  if (vault === null) return connection === 'connected' ? <Opening /> : <Connecting />;
  switch (vault.state) {
    case 'opening':
      return <Opening />;
    case 'absent':
      return <FirstRun keychain={vault.keychain} />;
    case 'locked':
      return <Locked vault={vault} />;
    case 'keyMissing':
      return <KeyMissing vault={vault} />;
    case 'unwritable':
      return <Unwritable path={vault.path} />;
    case 'away':
      return <Away vault={vault} />;
    case 'damaged':
      return <Damaged vault={vault} />;
    case 'open':
      return <Home vault={vault} />;
  }
}

/** Follows the vault and the account for the life of the window. */
function useFollowed(): void {
  const application = useApplication();
  useEffect(() => {
    const stops = [
      application.vault.start(),
      application.account.start(),
      followStage(application.account),
      followSearches(application),
      followCommands(application),
      keepPageOnDrop(),
    ];
    return () => stops.forEach((stop) => stop());
  }, [application]);

  const state = useLive(application.vault)?.state ?? null;
  useEffect(() => {
    if (state === null || state === 'open' || state === 'opening') return;
    closeWithVault();
    if (state !== 'absent') awaitCodes();
  }, [state]);
}
