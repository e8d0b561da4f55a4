import { MailQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNotice } from '../../controls/notice.tsx';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { momentWords } from '../shared/moment.ts';
import { Step } from '../shared/step.tsx';
import { useCall } from '../shared/use-call.ts';

/** An open support request: its reference, and what happens next. */
export function SupportSent({ support }: { support: NonNullable<AccountView['support']> }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const dismiss = useCall(async () => {
    done(accountOverview);
    await client.account.support.dismiss();
  });
  return (
    <Step title={t('account.support.sentTitle')} icon={<MailQuestionMark size={28} strokeWidth={1.7} />}>
      <div className="flex flex-col gap-0.5 rounded-2xl border border-line bg-surface p-4 text-center">
        <span className="text-[0.8125rem] text-soft">{t('account.support.reference')}</span>
        <strong className="selectable font-mono text-lg font-semibold wrap-anywhere">
          {support.reference}
        </strong>
        <span className="text-[0.8125rem] text-soft">
          {t('account.support.sentAt', { when: momentWords(support.sentAt, t) })}
        </span>
      </div>
      <div className="flex flex-col gap-2">
        <h2 className="font-medium">{t('account.support.sentText')}</h2>
        <ol className="flex list-decimal flex-col gap-2 pl-5 text-pretty text-soft">
          <li className="wrap-anywhere">{t('account.support.sentAnswer', { contact: support.contact })}</li>
          <li>{t('account.support.sentReset')}</li>
          <li>{t('account.support.sentThen')}</li>
        </ol>
      </div>
      <ErrorNotice error={dismiss.error} />
      <Button look="primary" isPending={dismiss.isPending} onPress={() => dismiss.run(undefined)}>
        {t('account.support.done')}
      </Button>
    </Step>
  );
}
