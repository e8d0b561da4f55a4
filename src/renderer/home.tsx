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

/** The open vault: codes, settings or account; after a recovery, first the choice of what opens it then. */
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

/** Follows what the notices and the settings show while the vault is open. */
function useFollowed(): void {
  const { backup, quarantine } = useApplication();
  useEffect(() => {
    const stops = [backup.start(), quarantine.start()];
    return () => stops.forEach((stop) => stop(true));
  }, [backup, quarantine]);
}
