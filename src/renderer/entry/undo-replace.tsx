import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { Button } from '../controls/button.tsx';
import { Notice } from '../controls/notice.tsx';
import { showToast } from '../controls/toasts.tsx';
import { useEntryCall } from './use-entry-call.ts';

/** Restores the secret that a scan replaced. */
export function UndoReplace({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const call = useEntryCall();
  const undo = async () => {
    const worked = await call((client) => client.entries.undoReplace({ id: entry.id }));
    if (worked) showToast(t('entry.replaceUndone'));
  };
  return (
    <Notice>
      <p className="mb-2">{t('entry.replacedText')}</p>
      <Button size="small" onPress={() => void undo()}>
        {t('entry.undoReplace')}
      </Button>
    </Notice>
  );
}
