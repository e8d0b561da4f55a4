import type { TFunction } from 'i18next';
import type { Client } from '../connection/connection.ts';
import { showToast } from '../design/toasts.tsx';
import { showFailure } from '../words/show-failure.ts';

/** Reports what was done, with Undo beside it. A later report on the same `topic` takes its place. */
export function showUndo(client: Client, undoId: string, text: string, t: TFunction, topic?: string): void {
  const undo = async () => {
    try {
      await client.undo.take({ undoId });
      showToast(t('restore.undone'));
    } catch (error) {
      showFailure(error, t);
    }
  };
  showToast(text, { topic, action: { label: t('entry.undo'), run: () => void undo() } });
}
