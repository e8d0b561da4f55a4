import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncView } from '../../contract/sync.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Standing } from '../design/standing.tsx';
import { Panel } from '../preferences/panel.tsx';
import { TroubleNotice } from './trouble.tsx';

type BetweenView = Extract<SyncView, { stage: 'entering' | 'unreadable' }>;

/** Neither on nor off: this computer is coming in, or what it keeps does not open. */
export function Between({ view: { stage, trouble } }: { view: BetweenView }) {
  const { t } = useTranslation();
  const look = useAct(async (client) => client.sync.look());
  const giveUp = useAct(async (client) => client.sync.turnOff());
  return (
    <Panel title={t('settings.sync')} text={t('sync.text')}>
      {trouble !== null && <TroubleNotice trouble={trouble} stage={stage} />}
      {stage === 'entering' && (
        <Card>
          <Standing icon={RefreshCw} title={t('sync.enteringTitle')}>
            {t('sync.enteringText')}
          </Standing>
          {trouble === null && <ErrorNotice error={look.error} />}
          <ErrorNotice error={giveUp.error} />
          <div className="flex flex-wrap gap-2">
            <Button isPending={look.isPending} onPress={() => look.run()}>
              {t('sync.look')}
            </Button>
            <Button look="plain" isPending={giveUp.isPending} onPress={() => giveUp.run()}>
              {t('sync.giveUp')}
            </Button>
          </div>
        </Card>
      )}
    </Panel>
  );
}
