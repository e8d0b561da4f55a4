import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { showToast } from '../controls/toasts.tsx';
import { useEntryCall } from '../entry/use-entry-call.ts';
import { showUndo } from '../restore/show-undo.ts';

interface Accepted {
  entryId: string;
  replaced: boolean;
  undoId?: string | undefined;
}

/** Reports what keeping a preview did to an existing entry, and offers a way to undo it. */
export function useSayAccepted(): (accepted: Accepted, name: string) => void {
  const { client } = useApplication();
  const { t } = useTranslation();
  const call = useEntryCall();
  return useCallback(
    ({ entryId, replaced, undoId }, name) => {
      if (undoId !== undefined) showUndo(client, undoId, t('add.corrected', { name }), t);
      if (!replaced) return;
      const undo = async () => {
        const worked = await call((to) => to.entries.undoReplace({ id: entryId }));
        if (worked) showToast(t('entry.replaceUndone'));
      };
      showToast(t('add.replaced', { name }), {
        action: { label: t('entry.undo'), run: () => void undo() },
      });
    },
    [client, call, t],
  );
}
