import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { showToast } from '../controls/toasts.tsx';
import { StartEmpty } from './start-empty.tsx';

/** Renames the vault out of the way and starts empty. */
export function SetAside() {
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
