import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { useEntryCall } from './use-entry-call.ts';

interface DeleteQuestionProps {
  entry: EntryView;
  name: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before an entry goes to the trash: two-step verification stays on at the site. Then offers Undo. */
export function DeleteQuestion({ entry, name, isOpen, onClose }: DeleteQuestionProps) {
  const { t } = useTranslation();
  const call = useEntryCall();
  const remove = useMutation(
    useApplication().calls.entries.remove.mutationOptions({
      onSuccess: () => {
        onClose();
        showToast(t('entry.deleted', { name }), {
          action: {
            label: t('entry.undo'),
            run: () => {
              void call((client) => client.entries.restore({ id: entry.id })).then(
                (worked) => worked && showToast(t('entry.restored', { name })),
              );
            },
          },
        });
      },
    }),
  );
  return (
    <Sheet role="alertdialog" title={t('entry.deleteTitle', { name })} isOpen={isOpen} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Notice kind="warning" title={t('entry.deleteWarning')}>
          <p>{t('entry.deleteText')}</p>
        </Notice>
        <p className="text-soft">{t('entry.deleteKept')}</p>
        <ErrorNotice error={remove.error} />
        <div className="flex justify-end gap-2">
          <Button autoFocus onPress={onClose}>
            {t('entry.cancel')}
          </Button>
          <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate({ id: entry.id })}>
            {t('entry.delete')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
