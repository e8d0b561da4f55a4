import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowUp, Folder, House } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FolderList } from '../../contract/backup.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Turning } from '../design/turning.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Sheet } from '../design/sheet.tsx';

interface FolderSheetProps {
  isOpen: boolean;
  /** The initial folder, as typed. */
  start: string;
  onChosen: (folder: string) => void;
  onClose: () => void;
}

/** Chooses a folder by browsing: the same sheet in both hosts, as a browser's dialogs do not reveal a path. */
export function FolderSheet({ isOpen, onClose, ...rest }: FolderSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('backups.chooseFolder')} isOpen={isOpen} onClose={onClose}>
      <Folders {...rest} onClose={onClose} />
    </Sheet>
  );
}

const HOME = '~';

function Folders({ start, onChosen, onClose }: Omit<FolderSheetProps, 'isOpen'>) {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const [at, setAt] = useState({ folder: start, by: 'list' });
  const { data, error, isPlaceholderData } = useQuery({
    ...calls.backup.folders.queryOptions({ input: { folder: at.folder }, gcTime: 0, retry: false }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const isThere = error === null && data !== undefined && !isPlaceholderData;
  const parent = data?.parent ?? null;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={<ArrowUp size={16} aria-hidden />}
          isDisabled={parent === null}
          onPress={() => parent !== null && setAt({ folder: parent, by: 'button' })}
        >
          {t('backups.folderUp')}
        </Button>
        <Button
          size="small"
          icon={<House size={16} aria-hidden />}
          onPress={() => setAt({ folder: HOME, by: 'button' })}
        >
          {t('backups.ownFolder')}
        </Button>
      </div>
      <ErrorNotice error={error} />
      {data === undefined ? (
        error === null && (
          <p role="status" className="after-150 flex items-center gap-3 text-soft">
            <Turning /> {t('backups.looking')}
          </p>
        )
      ) : (
        <Listed
          key={data.folder}
          list={data}
          // Going up step by step keeps the focus on the button, until it leads no further.
          takesFocus={at.by === 'list' || data.parent === null}
          onOpen={(folder) => setAt({ folder, by: 'list' })}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onClose}>{t('entry.cancel')}</Button>
        <Button
          look="primary"
          isDisabled={!isThere || data.trouble !== null}
          onPress={() => isThere && onChosen(data.folder)}
        >
          {t('backups.useFolder')}
        </Button>
      </div>
    </div>
  );
}

interface ListedProps {
  list: FolderList;
  takesFocus: boolean;
  onOpen: (folder: string) => void;
}

function Listed({ list, takesFocus, onOpen }: ListedProps) {
  const { t } = useTranslation();
  const { folder, folders, more, trouble } = list;
  const card = 'min-h-32 flex-1 card sm:h-72 sm:flex-none';
  return (
    <>
      <p className="selectable text-hint text-soft wrap-anywhere">{folder}</p>
      {folders.length === 0 ? (
        // Not a list box: an empty one keeps the Tab key to itself.
        <p
          tabIndex={-1}
          ref={(words) => {
            if (takesFocus) words?.focus();
          }}
          className={`${card} flex items-center justify-center p-5 text-center text-pretty text-soft outline-none`}
        >
          {trouble === null ? t('backups.noFolders') : t(`backups.look_${trouble}`)}
        </p>
      ) : (
        // Only the rows in sight are drawn: a folder may hold a thousand.
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 40, padding: 4 }}>
          <ListBox
            aria-label={t('backups.foldersIn', { folder })}
            items={folders}
            autoFocus={takesFocus ? 'first' : false}
            onAction={(key) => onOpen(String(key))}
            className={`${card} scrolls outline-none`}
          >
            {({ name, path }) => (
              <ListBoxItem
                id={path}
                textValue={name}
                className="flex min-h-10 cursor-default items-center gap-3 rounded-xl px-3 py-1.5 outline-none data-[focus-visible]:bg-tint data-[hovered]:bg-hover data-[pressed]:bg-press"
              >
                <Folder size={18} aria-hidden className="shrink-0 text-accent" />
                <span className="min-w-0 wrap-anywhere">{name}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      )}
      {more && (
        <p className="text-hint text-pretty text-soft">
          {t('backups.moreFolders', { count: folders.length })}
        </p>
      )}
    </>
  );
}
