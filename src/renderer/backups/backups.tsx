import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../contract/restore.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { done, open } from '../navigation/navigator.ts';
import type { BackupsPlace } from '../navigation/place.ts';
import { Panel } from '../preferences/panel.tsx';
import { TakePreview } from '../restore/take-preview.tsx';
import { BackupList } from './backup-list.tsx';
import { ChooseFile } from './choose-file.tsx';
import { OpenBackup } from './open-backup.tsx';
import { SetUp } from './set-up.tsx';
import type { Source } from './source.ts';
import { BackupStatusCard } from './status-card.tsx';

type Restoring =
  | { readonly at: 'open'; readonly source: Source; readonly name: string }
  | { readonly at: 'preview'; readonly preview: RestorePreview };

/** Backups: how they are made, their status, and how to restore one. */
export function Backups({ vault, step }: { vault: OpenState; step: BackupsPlace['step'] }) {
  const { t } = useTranslation();
  const status = useLive(useApplication().backup);
  const [restoring, setRestoring] = useState<Restoring | null>(null);
  const toPreview = (preview: RestorePreview) => setRestoring({ at: 'preview', preview });
  const toOpen = (source: Source, name: string) => setRestoring({ at: 'open', source, name });
  const toStart = () => setRestoring(null);
  switch (restoring?.at) {
    case 'open':
      return (
        <OpenBackup source={restoring.source} name={restoring.name} onOpened={toPreview} onBack={toStart} />
      );
    case 'preview':
      return <TakePreview preview={restoring.preview} isReadOnly={vault.readOnly} onBack={toStart} />;
    case undefined:
  }
  if (step === 'chooseFile') return <ChooseFile onChosen={toOpen} />;
  if (step === 'setUp' && !vault.readOnly) {
    return <SetUp vault={vault} present={status?.setUp ?? null} onEnd={() => done()} />;
  }
  const to = (next: 'setUp' | 'chooseFile') => open({ at: 'settings', section: 'backups', step: next });
  return (
    <Panel title={t('settings.backups')} text={t('backups.text')} width="cards">
      {status !== null && (
        <>
          <BackupStatusCard vault={vault} status={status} onSetUp={() => to('setUp')} />
          <BackupList status={status} onChosen={toOpen} onFile={() => to('chooseFile')} />
        </>
      )}
    </Panel>
  );
}
