import { useTranslation } from 'react-i18next';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { useTitleFocusWhenGone } from '../design/heading-focus.ts';
import { Notice } from '../design/notice.tsx';
import { showToast } from '../design/toasts.tsx';
import { EntryNames } from './entry-names.tsx';
import type { OnView } from './on-view.ts';

interface DeletionQuestionProps {
  question: NonNullable<OnView['question']>;
  isReadOnly: boolean;
}

/** Another computer deleted many codes: they go here too, or stay everywhere. */
export function DeletionQuestion({ question, isReadOnly }: DeletionQuestionProps) {
  const { t } = useTranslation();
  useTitleFocusWhenGone();
  const { manifest, deleted } = question;
  const send = useAct(
    async ({ sync }, answer: 'keep' | 'delete') => sync.answer({ manifest, answer }),
    (_, answer) => showToast(answer === 'keep' ? t('sync.questionKept') : t('sync.questionDeleted')),
  );
  return (
    <Notice kind="warning" title={t('sync.question')}>
      <p className="text-pretty">{t('sync.questionText', { count: deleted.length })}</p>
      <div className="mt-2 flex flex-col gap-3">
        <EntryNames ids={deleted} />
        <ErrorNotice error={send.error} />
        {!isReadOnly && (
          <div className="flex flex-wrap gap-2">
            <Button isPending={send.isPending} onPress={() => send.run('keep')}>
              {t('sync.questionKeep')}
            </Button>
            <Button look="danger" isPending={send.isPending} onPress={() => send.run('delete')}>
              {t('sync.questionDelete')}
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
}
