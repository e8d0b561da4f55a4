import { MessageSquareText } from 'lucide-react';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import type { Call } from '../shared/use-call.ts';
import { WaitingRows } from '../shared/waiting.tsx';

const NumberForm = lazy(async () => import('./number-form.tsx'));

/** The mobile number that codes are sent to. The world's numbering plans are loaded only with this form. */
export function SmsForm({ account, begin }: { account: SignedIn; begin: Call<string> }) {
  const { t } = useTranslation();
  return (
    <Step
      title={t('account.methods.smsTitle')}
      text={t('account.methods.smsWhy')}
      icon={<MessageSquareText size={27} strokeWidth={1.7} />}
      {...(account.kind === 'enrolment' && { progress: 'method' as const })}
    >
      <Suspense fallback={<WaitingRows label={t('account.loading')} />}>
        <NumberForm begin={begin} />
      </Suspense>
    </Step>
  );
}
