import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../contract/backup.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../controls/button.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { Select } from '../controls/select.tsx';
import { showToast } from '../controls/toasts.tsx';
import { isOfNewPassphrase, useNewPassphrase } from '../new-secret/use-new-passphrase.ts';
import { Panel } from '../preferences/panel.tsx';
import { contractCode } from '../words/error-words.ts';
import { FolderField } from './folder-field.tsx';
import { isFullPath } from './full-path.ts';
import { Protection } from './protection.tsx';
import type { ProtectedBy } from './protection.tsx';

const keeps = [3, 7, 14, 30, 90];

interface SetUpProps {
  vault: OpenState;
  present: BackupStatus['setUp'];
  onEnd: () => void;
}

/** Where backups go, what opens them and how many are kept; applies once the first was made and verified. */
export function SetUp({ vault, present, onEnd }: SetUpProps) {
  const { t } = useTranslation();
  const [folder, setFolder] = useState(present?.folder ?? '');
  const [keep, setKeep] = useState(present?.keep ?? 14);
  const [by, setBy] = useState<ProtectedBy>(
    present === null ? (vault.kit === null ? 'passphrase' : 'recovery') : 'present',
  );
  const chosen = useNewPassphrase();
  const setUp = useAct(
    async (client, { make }: { make: boolean }) =>
      client.backup.setUp({
        folder,
        make,
        keep,
        protection: by === 'passphrase' ? { by, passphrase: chosen.first } : { by },
      }),
    () => {
      showToast(t('backups.setUpDone'));
      onEnd();
    },
  );
  const code = contractCode(setUp.error);
  const isOfFolder = code === 'BACKUP_FOLDER_INVALID' || code === 'BACKUP_FAILED';
  const isOfPassphrase = isOfNewPassphrase(setUp.error) && by === 'passphrase';
  const save = (make: boolean) => {
    const isChosen = by !== 'passphrase' || chosen.check();
    if (isChosen && isFullPath(folder)) setUp.run({ make });
  };
  return (
    <Panel
      title={present === null ? t('backups.setUpTitle') : t('backups.changeTitle')}
      text={t('backups.setUpText')}
      onBack={onEnd}
    >
      <Form
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <FolderField
          value={folder}
          onChange={(next) => {
            setFolder(next);
            if (isOfFolder) setUp.reset();
          }}
          error={isOfFolder ? setUp.error : null}
          onMake={() => save(true)}
        />
        <Protection
          value={by}
          onChange={setBy}
          hasKit={vault.kit !== null}
          present={present?.protection ?? null}
          chosen={chosen}
          error={setUp.error}
        />
        <Select
          label={t('backups.keeps')}
          value={String(keep)}
          onChange={(value) => setKeep(Number(value))}
          options={(keeps.includes(keep) ? keeps : [keep, ...keeps]).map((count) => ({
            value: String(count),
            label: t('backups.keepCount', { count }),
          }))}
        />
        {!isOfFolder && !isOfPassphrase && <ErrorNotice error={setUp.error} />}
        <Button
          type="submit"
          look="primary"
          size="big"
          isPending={setUp.isPending}
          isDisabled={folder.trim() === '' || (by === 'passphrase' && chosen.first === '')}
        >
          {setUp.isPending ? t('backups.running') : t('backups.setUpDo')}
        </Button>
      </Form>
    </Panel>
  );
}
