import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../contract/restore.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Panel } from '../preferences/panel.tsx';
import type { Begin } from '../preferences/place.ts';
import { TakePreview } from '../restore/take-preview.tsx';
import { BackupList } from './backup-list.tsx';
import { ChooseFile } from './choose-file.tsx';
import { OpenBackup } from './open-backup.tsx';
import { SetUp } from './set-up.tsx';
import type { Source } from './source.ts';
import { BackupStatusCard } from './status-card.tsx';

type At =
  | { readonly at: 'status' | 'setUp' | 'file' }
  | { readonly at: 'open'; readonly source: Source; readonly name: string }
  | { readonly at: 'preview'; readonly preview: RestorePreview };

/** Backups: how they are made, their status, and how to restore one. */
export function Backups({ vault, begin }: { vault: OpenState; begin: Begin | null }) {
  const { t } = useTranslation();
  const status = useLive(useApplication().backup);
  const [at, setAt] = useState<At>(() => {
    if (begin === 'restore') return { at: 'file' };
    return { at: begin === 'setUp' && !vault.readOnly ? 'setUp' : 'status' };
  });
  const toStatus = () => setAt({ at: 'status' });
  const toPreview = (preview: RestorePreview) => setAt({ at: 'preview', preview });
  const toOpen = (source: Source, name: string) => setAt({ at: 'open', source, name });
  switch (at.at) {
    case 'setUp':
      return <SetUp vault={vault} present={status?.setUp ?? null} onEnd={toStatus} />;
    case 'file':
      return <ChooseFile onChosen={toOpen} onBack={toStatus} />;
    case 'open':
      return <OpenBackup source={at.source} name={at.name} onOpened={toPreview} onBack={toStatus} />;
    case 'preview':
      return <TakePreview preview={at.preview} isReadOnly={vault.readOnly} onBack={toStatus} />;
    case 'status':
  }
  return (
    <Panel title={t('settings.backups')} text={t('backups.text')}>
      {status !== null && (
        <>
          <BackupStatusCard vault={vault} status={status} onSetUp={() => setAt({ at: 'setUp' })} />
          <BackupList status={status} onChosen={toOpen} onFile={() => setAt({ at: 'file' })} />
        </>
      )}
    </Panel>
  );
}
