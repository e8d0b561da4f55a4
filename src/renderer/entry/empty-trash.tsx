import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../controls/button.tsx';
import { ErrorNotice, Notice } from '../controls/notice.tsx';
import { Sheet } from '../controls/sheet.tsx';
import { showUndo } from '../restore/show-undo.ts';

/** Removes deleted entries before their 30 days are over: asks first, and offers Undo afterwards. */
export function EmptyTrash({ count, onEmptied }: { count: number; onEmptied: () => void }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const purge = useAct(
    async () => client.trash.purge({ ids: null }),
    ({ undoId, purged }) => {
      close();
      onEmptied();
      showUndo(client, undoId, t('entry.emptied', { count: purged }), t);
    },
  );
  return (
    <div className="flex justify-end pt-4">
      <Button className="text-danger!" onPress={() => setAsked(true)}>
        {t('entry.emptyTrash')}
      </Button>
      <Sheet role="alertdialog" title={t('entry.emptyTitle', { count })} isOpen={asked} onClose={close}>
        <div className="flex flex-col gap-4">
          <Notice kind="warning" title={t('entry.trashWarning')}>
            <p>{t('entry.deleteText')}</p>
          </Notice>
          <p className="text-pretty text-soft">{t('entry.emptyText')}</p>
          <ErrorNotice error={purge.error} />
          <div className="flex justify-end gap-2">
            <Button autoFocus onPress={close}>
              {t('entry.cancel')}
            </Button>
            <Button look="danger" isPending={purge.isPending} onPress={() => purge.run()}>
              {t('entry.emptyYes')}
            </Button>
          </div>
        </div>
      </Sheet>
    </div>
  );
}
