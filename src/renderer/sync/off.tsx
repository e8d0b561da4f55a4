import { CircleUserRound, Laptop, MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useAccount } from '../account/shared/use-account.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { Fold } from '../design/fold.tsx';
import { Standing } from '../design/standing.tsx';
import { open } from '../navigation/navigator.ts';
import { accountOverview } from '../navigation/place.ts';
import { Panel } from '../preferences/panel.tsx';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { JoinButtons } from './join-buttons.tsx';
import { TurnOffEverywhere } from './turn-off.tsx';

/** Sync is off here: signs in first, then turns it on or joins. */
export function SyncOff({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const account = useAccount()?.account;
  return (
    <Panel title={t('settings.sync')} text={t('sync.text')} width="cards">
      <ReadOnlyNotice vault={vault} />
      {account?.stage === 'signedIn' && account.kind === 'full'
        ? !vault.readOnly && <Ways hasKit={vault.kit !== null} />
        : account !== undefined && <SignIn />}
    </Panel>
  );
}

function SignIn() {
  const { t } = useTranslation();
  return (
    <Card>
      <Standing icon={CircleUserRound} title={t('sync.off')}>
        {t('sync.signInText')}
      </Standing>
      <Button look="primary" onPress={() => open(accountOverview)}>
        {t('sync.signIn')}
      </Button>
    </Card>
  );
}

function Ways({ hasKit }: { hasKit: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Card>
        <Standing icon={Laptop} title={t('sync.firstTitle')}>
          {hasKit ? t('sync.firstText') : t('sync.noKit')}
        </Standing>
        {hasKit ? (
          <Button
            look="primary"
            className="self-start"
            onPress={() => open({ at: 'settings', section: 'sync', step: 'turnOn' })}
          >
            {t('sync.turnOn')}
          </Button>
        ) : (
          <Button
            look="primary"
            className="self-start"
            onPress={() => open({ at: 'settings', section: 'recovery', step: 'make' })}
          >
            {t('recovery.make')}
          </Button>
        )}
      </Card>
      <Card>
        <Standing icon={MonitorSmartphone} title={t('sync.joinTitle')}>
          {t('sync.joinText')}
        </Standing>
        <JoinButtons />
      </Card>
      <Fold title={t('sync.lostTitle')}>
        <div className="flex flex-col items-start gap-3">
          <p className="text-pretty text-soft">{t('sync.lostText')}</p>
          <TurnOffEverywhere label={t('sync.everywhereYes')} />
        </div>
      </Fold>
    </>
  );
}
