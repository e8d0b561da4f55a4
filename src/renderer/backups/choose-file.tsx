import { FileInput } from 'lucide-react';
import { Button as AriaButton, DropZone, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Panel } from '../preferences/panel.tsx';
import type { Source } from './source.ts';

interface ChooseFileProps {
  onChosen: (source: Source, name: string) => void;
}

/** Chooses a backup from elsewhere: another computer's, or one on a drive. */
export function ChooseFile({ onChosen }: ChooseFileProps) {
  const { t } = useTranslation();
  const take = (file: File | undefined) => {
    if (file !== undefined) onChosen({ from: 'file', bytes: file }, file.name);
  };
  return (
    <Panel title={t('backups.fileTitle')} text={t('backups.fileText')}>
      <DropZone
        aria-label={t('backups.fileDrop')}
        onDrop={(event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item?.kind === 'file') void item.getFile().then(take);
        }}
        className="flex flex-col items-center gap-3 rounded-2xl border-2 border-dashed border-control px-5 py-10 text-center data-[drop-target]:border-accent data-[drop-target]:bg-tint"
      >
        <FileInput size={32} strokeWidth={1.6} aria-hidden className="text-accent" />
        <p className="text-soft">{t('backups.fileDropText')}</p>
        <FileTrigger onSelect={(files) => take(files?.[0])}>
          <AriaButton
            autoFocus
            className="inline-flex h-10 items-center rounded-xl bg-accent px-4 font-medium text-on-accent data-[hovered]:bg-accent-strong"
          >
            {t('backups.fileChoose')}
          </AriaButton>
        </FileTrigger>
      </DropZone>
    </Panel>
  );
}
