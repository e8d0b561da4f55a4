import { FolderOutput, ListChecks, Tags, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { IconButton } from '../design/icon-button.tsx';
import { open } from '../navigation/navigator.ts';
import { DeleteSelected } from './delete-selected.tsx';
import { TagSelected } from './tag-selected.tsx';

interface SelectionBarProps {
  /** The selected ones, in the order of the list. */
  entries: readonly EntryView[];
  /** Every tag that there is. */
  tags: readonly string[];
  isReadOnly: boolean;
  onToggleShown: () => void;
  onEnd: () => void;
}

/** What can be done with the selected entries, below the list. */
export function SelectionBar({ entries, tags, isReadOnly, onToggleShown, onEnd }: SelectionBarProps) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState<'tag' | 'delete' | null>(null);
  const close = () => setAsks(null);
  const hasNone = entries.length === 0;
  return (
    <section
      aria-label={t('list.selection')}
      className="flex shrink-0 flex-wrap items-center gap-1 border-t border-line bg-surface px-3 py-2"
    >
      <p role="status" className="min-w-0 flex-1 truncate font-medium">
        {t('list.selected', { count: entries.length })}
      </p>
      <IconButton label={t('list.selectShown')} onPress={onToggleShown}>
        <ListChecks size={19} aria-hidden />
      </IconButton>
      {!isReadOnly && (
        <IconButton label={t('list.tagSelected')} isDisabled={hasNone} onPress={() => setAsks('tag')}>
          <Tags size={19} aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={t('list.exportSelected')}
        isDisabled={hasNone}
        onPress={() => open({ at: 'export', ids: entries.map(({ id }) => id) })}
      >
        <FolderOutput size={19} aria-hidden />
      </IconButton>
      {!isReadOnly && (
        <IconButton label={t('list.deleteSelected')} isDisabled={hasNone} onPress={() => setAsks('delete')}>
          <Trash2 size={19} aria-hidden />
        </IconButton>
      )}
      <IconButton label={t('list.selectEnd')} onPress={onEnd}>
        <X size={19} aria-hidden />
      </IconButton>
      {asks === 'tag' && <TagSelected entries={entries} tags={tags} onClose={close} onDone={onEnd} />}
      {asks === 'delete' && <DeleteSelected entries={entries} onClose={close} onDone={onEnd} />}
    </section>
  );
}
