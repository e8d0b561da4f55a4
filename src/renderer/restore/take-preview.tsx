import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../contract/restore.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Choice } from '../design/choice.tsx';
import { Panel } from '../preferences/panel.tsx';
import { done } from '../navigation/navigator.ts';
import { formatDate } from '../words/dates.ts';
import { showUndo } from './show-undo.ts';
import { Changes } from './changes.tsx';

interface TakePreviewProps {
  preview: RestorePreview;
  isReadOnly: boolean;
  onBack: () => void;
}

/** What an older state would bring, and the choice between adding it and going back to it. */
export function TakePreview({ preview, isReadOnly, onBack }: TakePreviewProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { restoreId, entries, onlyHere, quarantined } = preview;
  const merged = entries.filter(({ change }) => change !== 'same').length + quarantined;
  const hasDifference = merged > 0 || onlyHere.length > 0;
  const [how, setHow] = useState<'merge' | 'replace'>(merged > 0 ? 'merge' : 'replace');
  const take = useAct(
    async (_, chosen: 'merge' | 'replace') => client.restore.take({ restoreId, how: chosen }),
    ({ undoId, added, replaced, trashed }) => {
      showUndo(client, undoId, t('restore.done', { count: added + replaced, trashed }), t);
      done({ at: 'list' });
    },
  );
  useDiscarded(restoreId);
  // If two differ, the older one replaces the vault's.
  const moved = onlyHere.length + entries.filter(({ change }) => change === 'differs').length;
  const replaceText = moved === 0 ? t('restore.replaceAll') : t('restore.replaceText', { count: moved });
  return (
    <Panel
      title={t('restore.title', { when: formatDate(preview.writtenAt, true) })}
      text={hasDifference ? t('restore.text') : undefined}
      onBack={onBack}
    >
      {hasDifference ? (
        <Changes preview={preview} />
      ) : (
        <Notice title={t('restore.nothing')}>
          <p>{t('restore.nothingText')}</p>
        </Notice>
      )}
      {hasDifference && !isReadOnly && (
        <>
          {merged === 0 ? (
            <p className="text-pretty">{replaceText}</p>
          ) : (
            <Choice
              label={t('restore.how')}
              value={how}
              onChange={setHow}
              options={[
                {
                  value: 'merge' as const,
                  label: <Way title={t('restore.merge')} text={t('restore.mergeText', { count: merged })} />,
                },
                {
                  value: 'replace' as const,
                  label: <Way title={t('restore.replace')} text={replaceText} />,
                },
              ]}
            />
          )}
          <ErrorNotice error={take.error} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onPress={onBack}>{t('entry.cancel')}</Button>
            <Button look="primary" isPending={take.isPending} onPress={() => take.run(how)}>
              {how === 'merge' ? t('restore.mergeDo') : t('restore.replaceDo')}
            </Button>
          </div>
          <p className="text-end text-hint text-soft">{t('restore.undoable')}</p>
        </>
      )}
    </Panel>
  );
}

function Way({ title, text }: { title: string; text: string }) {
  return (
    <span className="py-1">
      <span className="font-medium">{title}</span>
      <span className="block text-hint text-pretty text-soft">{text}</span>
    </span>
  );
}

/** Makes the application forget the preview, with its secrets, when the screen closes. */
function useDiscarded(restoreId: string): void {
  const { client } = useApplication();
  const shown = useRef(0);
  useEffect(() => {
    shown.current += 1;
    return () => {
      shown.current -= 1;
      // A moment later, because React may only be mounting it a second time.
      queueMicrotask(() => {
        if (shown.current === 0) client.restore.discard({ restoreId }).catch(() => undefined);
      });
    };
  }, [client, restoreId]);
}
