import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../controls/button.tsx';
import { showToast } from '../../controls/toasts.tsx';
import { momentWords } from '../shared/moment.ts';
import { Question } from '../shared/question.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';

/** An unanswered request for help: a person who can sign in again withdraws it. */
export function OpenRequest({ request }: { request: SignedIn['openSupportRequests'][number] }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { reference, contact, sentAt } = request;
  const [isAsked, setAsked] = useState(false);
  const withdraw = useCall(
    async () => client.account.support.withdraw({ reference }),
    () => showToast(t('account.page.withdrawn')),
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-2xl border border-line bg-surface px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{t('account.page.withdrawRow', { reference })}</p>
        <p className="text-[0.8125rem] text-soft wrap-anywhere">
          {t('account.page.withdrawSent', { when: momentWords(sentAt, t), contact })}
        </p>
      </div>
      <Button size="small" onPress={() => setAsked(true)}>
        {t('account.page.withdraw')}
      </Button>
      <Question
        title={t('account.page.withdrawTitle')}
        yes={t('account.page.withdraw')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={withdraw}
      >
        <p className="wrap-anywhere">{t('account.page.withdrawText', { reference })}</p>
      </Question>
    </div>
  );
}
