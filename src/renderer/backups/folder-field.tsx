import { FolderPlus, FolderSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { errorField, errorWords } from '../words/error-words.ts';
import { FolderSheet } from './folder-sheet.tsx';
import { isFullPath } from './full-path.ts';

interface FolderFieldProps {
  value: string;
  onChange: (folder: string) => void;
  /** Why the folder was refused; null if nothing is wrong with it. */
  error: unknown;
  /** Creates the folder and continues. */
  onMake: () => void;
}

/** The backup folder: typed, pasted or chosen, and created if it does not exist. */
export function FolderField({ value, onChange, error, onMake }: FolderFieldProps) {
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
