import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { nameOf } from './name.ts';

interface DeleteSelectedProps {
  entries: readonly EntryView[];
  onClose: () => void;
  onDone: () => void;
}

/** How many names the question shows. */
const mostNamed = 5;

/** Asks once before the selected entries go to the trash, and offers one Undo for all of them. */
export function DeleteSelected({ entries, onClose, onDone }: DeleteSelectedProps) {
  const { t } = useTranslation();
  const count = entries.length;
  const { client } = useApplication();
  const remove = useAct(
    async ({ list }) => list.remove({ ids: entries.map(({ id }) => id) }),
    ({ undoId }) => {
      onClose();
      onDone();
      showUndo(client, undoId, t('list.deleted', { count }), t);
    },
  );
  const rest = count - mostNamed;
  return (
    <Sheet role="alertdialog" title={t('list.deleteTitle', { count })} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <ul className="flex flex-col gap-1">
          {entries.slice(0, mostNamed).map((entry) => (
            <li key={entry.id} className="truncate">
              <bdi>{nameOf(entry, t)}</bdi>
            </li>
          ))}
          {rest > 0 && <li className="text-soft">{t('list.andMore', { count: rest })}</li>}
        </ul>
        <Notice kind="warning" title={t('list.deleteWarning')}>
          <p>{t('entry.deleteText')}</p>
        </Notice>
        <p className="text-soft">{t('list.deleteKept')}</p>
        <ErrorNotice error={remove.error} />
        <div className="flex justify-end gap-2">
          <Button autoFocus onPress={onClose}>
            {t('entry.cancel')}
          </Button>
          <Button look="danger" isPending={remove.isPending} onPress={() => remove.run()}>
            {t('entry.delete')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
