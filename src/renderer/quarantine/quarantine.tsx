import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quarantined } from '../../contract/quarantine.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Panel } from '../preferences/panel.tsx';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { FixForm } from './fix-form.tsx';
import { Record } from './record.tsx';

/** The entries that could not be read: kept as they are, to view, fix, export or delete. */
export function Quarantine({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const heard = useLive(useApplication().quarantine);
  const [fixing, setFixing] = useState<Quarantined | null>(null);
  if (fixing !== null) return <FixForm record={fixing} onEnd={() => setFixing(null)} />;
  return (
    <Panel title={t('settings.unreadable')} text={t('quarantine.text')}>
      <ReadOnlyNotice vault={vault} />
      {heard !== null && heard.quarantined.length === 0 && <p>{t('quarantine.none')}</p>}
      <ul className="flex flex-col gap-3">
        {heard?.quarantined.map((record) => (
          <li key={record.id}>
            <Record record={record} isReadOnly={vault.readOnly} onFix={() => setFixing(record)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
