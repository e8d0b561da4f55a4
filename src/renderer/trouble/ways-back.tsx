import { Archive, FolderOutput, KeyRound, LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { OpenWithKit } from '../recovery/open-with-kit.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { Way } from './way.tsx';
import { useApplication } from '../connection/application.ts';
import { showToast } from '../design/toasts.tsx';
import { StartEmpty } from './start-empty.tsx';

/** The passphrase as a way back. */
export function PassphraseWay() {
  const { t } = useTranslation();
  return (
    <Way id="passphrase" icon={KeyRound} title={t('trouble.wayPassphrase')}>
      <UnlockForm look="quiet" autoFocus={false} />
    </Way>
  );
}

/** The recovery kit as a way back. */
export function KitWay() {
  const { t } = useTranslation();
  return (
    <Way id="kit" icon={LifeBuoy} title={t('recovery.use')}>
      <p className="text-hint text-pretty text-soft">{t('recovery.useText')}</p>
      <OpenWithKit />
    </Way>
  );
}

/** A backup as a way back: into an empty vault, after setting this one aside. */
export function BackupWay() {
  const { t } = useTranslation();
  return (
    <Way id="backup" icon={Archive} title={t('trouble.wayBackup')}>
      <p className="text-pretty">{t('trouble.wayBackupText')}</p>
    </Way>
  );
}

/** The last way: setting the vault aside and starting empty. */
export function SetAsideWay() {
  const { t } = useTranslation();
  return (
    <Way id="aside" icon={FolderOutput} title={t('trouble.wayAside')}>
      <SetAside />
    </Way>
  );
}

/** Renames the vault out of the way and starts empty. */
function SetAside() {
  const { t } = useTranslation();
  const setAside = useMutation(
    useApplication().calls.vault.setAside.mutationOptions({
      onSuccess: ({ path }) => showToast(t('trouble.setAsideDone', { path })),
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-pretty">{t('trouble.lastWayText')}</p>
      <StartEmpty
        label={t('trouble.setAside')}
        text={t('trouble.setAsideText')}
        yes={t('trouble.setAsideYes')}
        no={t('trouble.setAsideNo')}
        act={setAside}
      />
    </div>
  );
}
