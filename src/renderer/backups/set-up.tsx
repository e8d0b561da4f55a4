import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FolderPlus, FolderSearch } from 'lucide-react';
import type { BackupStatus } from '../../contract/backup.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Select } from '../design/select.tsx';
import { showToast } from '../design/toasts.tsx';
import { isOfNewPassphrase, useNewPassphrase } from '../new-secret/use-new-passphrase.ts';
import { Panel } from '../preferences/panel.tsx';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';
import { isFullPath } from './full-path.ts';
import { Protection, type ProtectedBy } from './protection.tsx';
import { textLimits } from '../../contract/limits.ts';
import { Field } from '../design/field.tsx';
import { FolderSheet } from './folder-sheet.tsx';
import { Form } from '../design/form.tsx';

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
        onSend={() => {
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

interface FolderFieldProps {
  value: string;
  onChange: (folder: string) => void;
  /** Why the folder was refused; null if nothing is wrong with it. */
  error: unknown;
  /** Creates the folder and continues. */
  onMake: () => void;
}

/** The backup folder: typed, pasted or chosen, and created if it does not exist. */
function FolderField({ value, onChange, error, onMake }: FolderFieldProps) {
  const { t } = useTranslation();
  const [isLeft, setLeft] = useState(false);
  const [isBrowsing, setBrowsing] = useState(false);
  const isFull = isFullPath(value);
  const isPartial = isLeft && value.trim() !== '' && !isFull;
  const words = error === null ? undefined : errorWords(error, t);
  return (
    <div className="flex flex-col gap-2">
      <Field
        autoFocus
        label={t('backups.folder')}
        hint={t('backups.folderHint')}
        value={value}
        onChange={(next) => {
          onChange(next);
          setLeft(false);
        }}
        onBlur={() => setLeft(true)}
        limit={textLimits.path}
        autoComplete="off"
        spellCheck="false"
        error={isPartial ? t('backups.folderPartial') : words && `${words.title}. ${words.text}`}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon={<FolderSearch size={16} aria-hidden />} onPress={() => setBrowsing(true)}>
          {t('backups.browse')}
        </Button>
        {errorField(error, 'trouble') === 'folderGone' && (
          <Button size="small" icon={<FolderPlus size={16} aria-hidden />} onPress={onMake}>
            {t('backups.makeFolder')}
          </Button>
        )}
      </div>
      <FolderSheet
        isOpen={isBrowsing}
        start={isFull ? value : '~'}
        onClose={() => setBrowsing(false)}
        onChosen={(folder) => {
          onChange(folder);
          setBrowsing(false);
        }}
      />
    </div>
  );
}
