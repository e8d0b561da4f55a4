import { useEffect, useState } from 'react';
import { WithAccount } from './account/with-account.tsx';
import { OpenVault } from './codes/open-vault.tsx';
import type { OpenState } from '../contract/vault.ts';
import { useApplication } from './connection/application.ts';
import { useSettingsPlace } from './preferences/place.ts';
import { Settings } from './preferences/settings.tsx';
import { AfterRecovery } from './recovery/after-recovery.tsx';
import { useLockShortcut } from './security/lock.ts';
import { useActivity } from './security/use-activity.ts';

/** The open vault: the codes, or the settings or the account in their place; after the recovery kit first what opens it from now on. */
export function Home({ vault }: { vault: OpenState }) {
  const place = useSettingsPlace();
  const [isSettled, setSettled] = useState(false);
  useFollowed();
  useLockShortcut(vault);
  useActivity();
  if (vault.openedBy === 'recovery' && !vault.readOnly && !isSettled) {
    return <AfterRecovery vault={vault} onEnd={() => setSettled(true)} />;
  }
  return <WithAccount codes={place === null ? <OpenVault vault={vault} /> : <Settings vault={vault} />} />;
}

/** Follows what the notices and the settings show, for as long as the vault is open. */
function useFollowed(): void {
  const { backup, quarantine } = useApplication();
  useEffect(() => {
    const stops = [backup.start(), quarantine.start()];
    return () => stops.forEach((stop) => stop(true));
  }, [backup, quarantine]);
}
