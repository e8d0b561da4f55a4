import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { Card } from '../design/card.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { UpdateCard } from '../update/update-card.tsx';
import { Panel } from './panel.tsx';

/** Which Latchkey this is, and where it keeps its data. */
export function About({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  return (
    <Panel title={t('settings.about')} width="cards">
      {host !== undefined && (
        <Card>
          <Facts>
            <Fact name="Latchkey">{host.version}</Fact>
            <Fact name={t('preferences.vaultAt')}>{host.vaultPath}</Fact>
            <Fact name={t('settings.keychain')}>{vault.backend}</Fact>
          </Facts>
        </Card>
      )}
      <UpdateCard />
    </Panel>
  );
}
