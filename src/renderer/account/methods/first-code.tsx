import { useTranslation } from 'react-i18next';
import type { PendingMethod } from '../../../contract/account-state.ts';
import type { SentMethodKind } from '../../../contract/vocabulary.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { CodeField } from '../../design/code-field.tsx';
import { ResendCode } from '../shared/resend.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { sentWords } from './sent-words.ts';
import { methodIcons } from './method-icon.ts';
import { usePending } from './use-pending.ts';

interface FirstCodeProps {
  account: SignedIn;
  pending: Extract<PendingMethod, { kind: SentMethodKind }>;
}

/** The first code of a mail or SMS method, which counts only after this. */
export function FirstCode({ account, pending }: FirstCodeProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { confirm, giveUp } = usePending(account, pending);
  const Icon = methodIcons[pending.kind];
  const words = sentWords[pending.kind];
  return (
    <Step
      title={t('account.methods.codeTitle')}
      text={
        <>
          {t(words.by)}{' '}
          <strong className="font-semibold wrap-anywhere text-ink">{pending.destination}</strong>
        </>
      }
      icon={<Icon size={27} strokeWidth={1.7} />}
      onBack={() => giveUp.run(undefined)}
      {...(account.kind === 'enrolment' && { progress: 'method' as const })}
    >
      <CodeField
        label={t('account.methods.code')}
        hint={t('account.methods.codeHint')}
        onComplete={(code) => confirm.run(code)}
        isPending={confirm.isPending}
        error={confirm.error}
      />
      <ResendCode from={pending.sent.resendAt} send={async () => client.account.methods.resend()} />
      <p className="text-center text-hint text-pretty text-soft">{t(words.notComing)}</p>
      <ErrorNotice error={giveUp.error} />
      <Button
        look="plain"
        size="small"
        className="self-center"
        isPending={giveUp.isPending}
        onPress={() => giveUp.run(undefined)}
      >
        {t(words.other)}
      </Button>
    </Step>
  );
}
