import type { TFunction } from 'i18next';
import type { Client } from '../connection/connection.ts';
import { showToast } from '../design/toasts.tsx';
import { errorWords } from '../words/error-words.ts';

/** Reports what was done, with Undo beside it. */
export function showUndo(client: Client, undoId: string, text: string, t: TFunction): void {
  const undo = async () => {
    try {
      await client.undo.take({ undoId });
      showToast(t('restore.undone'));
    } catch (error) {
      const words = errorWords(error, t);
      showToast(`${words.title}. ${words.text}`, { isError: true });
    }
  };
  showToast(text, { action: { label: t('entry.undo'), run: () => void undo() } });
}
