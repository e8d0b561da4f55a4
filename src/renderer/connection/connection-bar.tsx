import { useTranslation } from 'react-i18next';
import { Turning } from '../design/turning.tsx';
import { useApplication } from './application.ts';
import { useStore } from './store.ts';

/** A quiet line at the bottom while the connection is lost; the screen keeps its content. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const status = useStore(useApplication().connection);
  return (
    <div role="status">
      {status === 'lost' && (
        <div className="after-150 flex items-center justify-center gap-2 border-t border-note-line bg-note px-4 py-1.5 text-hint">
          <Turning className="size-3.5" />
          {t('trouble.reconnecting')}
        </div>
      )}
    </div>
  );
}
