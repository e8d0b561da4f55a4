import { useMutation } from '@tanstack/react-query';
import { Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { LookAgain } from './look-again.tsx';
import { Page } from '../design/page.tsx';
import { StartEmpty } from './start-empty.tsx';
import { VaultPlace } from './vault-place.tsx';

type AwayState = Extract<VaultState, { state: 'away' }>;

/** The vault's location is not available: waits for it, and creates nothing in its place. */
export function Away({ vault }: { vault: AwayState }) {
  const { t } = useTranslation();
  return (
    <Page title={t('trouble.awayTitle')} icon={<Unplug size={28} />} takesFocus>
      <div className="flex flex-col gap-2 text-center text-pretty">
        <p className="font-medium">{t('trouble.awayCalm')}</p>
        <p className="text-soft">{t(vault.canStartAnew ? 'trouble.awaySeen' : 'trouble.awayText')}</p>
        <p className="text-soft">{t('trouble.awayDo')}</p>
      </div>
      <LookAgain />
      <VaultPlace path={vault.path} />
      {vault.canStartAnew ? (
        <StartAnew />
      ) : (
        <p className="px-1 text-hint text-pretty text-soft">{t('trouble.awayGone')}</p>
      )}
    </Page>
  );
}

function StartAnew() {
  const { t } = useTranslation();
  const startAnew = useMutation(useApplication().calls.vault.startAnew.mutationOptions());
  return (
    <div className="flex flex-col gap-3 px-1">
      <p className="text-hint text-pretty text-soft">{t('trouble.seenGone')}</p>
      <StartEmpty
        label={t('trouble.startAnew')}
        text={t('trouble.startAnewText')}
        yes={t('trouble.startAnewYes')}
        no={t('trouble.startAnewNo')}
        act={startAnew}
      />
    </div>
  );
}
