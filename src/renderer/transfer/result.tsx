import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applied } from '../../contract/imports.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { announce } from '../design/toasts.tsx';
import { open } from '../navigation/navigator.ts';
import { Panel } from '../preferences/panel.tsx';
import { locale } from '../words/dates.ts';

const parts = [
  'added',
  'corrected',
  'replaced',
  'trashed',
  'quarantined',
  'here',
  'leftOut',
  'unreadable',
  'removed',
] as const satisfies (keyof Applied)[];

/** What came of the import, in a sentence, with Undo. */
export function Result({ result, onMore }: { result: Applied; onMore: () => void }) {
  const { t } = useTranslation();
  const [isUndone, setUndone] = useState(false);
  const undo = useAct(
    async (client, undoId: string) => client.undo.take({ undoId }),
    () => {
      setUndone(true);
      announce(t('restore.undone'));
    },
  );
  const said = parts
    .filter((part) => result[part] > 0)
    .map((part) => t(`imports.done_${part}`, { count: result[part] }));
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' }).format(said);
  const sentence = t('imports.done', { list });
  const { undoId } = result;
  useEffect(() => {
    announce(sentence);
    // Said once, when it appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <Panel title={undoId === null ? t('imports.nothingNew') : t('imports.doneTitle')}>
      <div className="flex items-start gap-3 card p-4">
        <CircleCheck size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <p className="text-pretty">{isUndone ? t('restore.undone') : sentence}</p>
      </div>
      {undoId !== null && !isUndone && (
        <Notice kind="warning">
          <p>{t('imports.afterwards')}</p>
        </Notice>
      )}
      <ErrorNotice error={undo.error} />
      <div className="flex flex-wrap justify-end gap-2">
        {undoId !== null && !isUndone && (
          <Button isPending={undo.isPending} onPress={() => undo.run(undoId)}>
            {t('entry.undo')}
          </Button>
        )}
        {result.quarantined > 0 && !isUndone && (
          <Button onPress={() => open({ at: 'settings', section: 'unreadable' })}>
            {t('imports.toKept')}
          </Button>
        )}
        <Button onPress={onMore}>{t('imports.more')}</Button>
        <Button look="primary" autoFocus onPress={() => open({ at: 'list' })}>
          {t('imports.toList')}
        </Button>
      </div>
    </Panel>
  );
}
