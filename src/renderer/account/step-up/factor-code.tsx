import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sentWords } from '../methods/sent-words.ts';
import { CodeField } from '../../design/code-field.tsx';
import { announce } from '../../design/toasts.tsx';
import { ResendCode } from '../shared/resend.tsx';
import type { Call } from '../shared/use-call.ts';
import type { Factor, Sent } from './factor.ts';

interface FactorCodeProps {
  factor: Factor;
  sent: Sent | null;
  verify: Call<{ id: string; code: string | undefined }>;
  send: () => Promise<unknown>;
}

/** A method's code, typed: shows where it went, and offers another if it was sent. */
export function FactorCode({ factor, sent, verify, send }: FactorCodeProps) {
  const { t } = useTranslation();
  const { kind } = factor;
  const hint = sent?.hint ?? factor.hint;
  useEffect(() => {
    // The field takes the focus: nothing else says where its code is to be found.
    if (kind !== 'totp') announce(`${t(sentWords[kind].by)} ${hint}`);
  }, [kind, hint, t]);
  return (
    <>
      {kind === 'totp' ? (
        <p className="text-pretty">{t('account.stepUp.totpHint')}</p>
      ) : (
        <p>
          {t(sentWords[kind].by)} <strong className="font-semibold wrap-anywhere">{hint}</strong>
        </p>
      )}
      <CodeField
        label={t('account.methods.code')}
        {...(kind !== 'totp' && { hint: t('account.methods.codeHint') })}
        onComplete={(code) => verify.run({ id: factor.id, code })}
        isPending={verify.isPending}
        error={verify.error}
      />
      {sent !== null && <ResendCode from={sent.resendAt} send={send} />}
    </>
  );
}
