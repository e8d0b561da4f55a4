import { useTranslation } from 'react-i18next';
import { useEffect, useState } from 'react';
import type { PendingMethod } from '../../../contract/account-state.ts';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { CodeField } from '../../design/code-field.tsx';
import { Fold } from '../../design/fold.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { QrPicture } from '../../design/qr-picture.tsx';
import { ThisLatchkey } from './this-latchkey.tsx';
import { usePending } from './use-pending.ts';
import { useApplication } from '../../connection/application.ts';

interface AuthenticatorProps {
  account: SignedIn;
  pending: Extract<PendingMethod, { kind: 'totp' }>;
}

/** The authenticator's QR code: for this Latchkey with one press or a scan, and for any phone. */
export function Authenticator({ account, pending }: AuthenticatorProps) {
  const { t } = useTranslation();
  const { qr, error } = useQr();
  const { confirm, giveUp, done } = usePending(account, pending);
  const isKept = pending.entryId !== null;
  return (
    <Step
      title={isKept ? t('account.methods.keptTitle') : t('account.methods.totpTitle')}
      text={isKept ? t('account.methods.keptText') : t('account.methods.totpWhy')}
      width="wide"
      onBack={() => giveUp.run(undefined)}
      {...(account.kind === 'enrolment' && { progress: 'method' as const })}
    >
      <ErrorNotice error={error ?? giveUp.error} />
      <div className="mx-auto grid w-full max-w-form gap-5 @xl:max-w-none @xl:grid-cols-[15rem_1fr] @xl:gap-8">
        <div className="flex min-h-60 items-start justify-center">
          {qr !== null && (
            <QrPicture
              rows={qr.rows}
              label={t('account.methods.qr')}
              className="w-60 rounded-2xl border border-line forced-color-adjust-none"
            />
          )}
        </div>
        <div className="flex flex-col gap-5">
          <ThisLatchkey isKept={isKept} onDone={done} />
          {qr !== null && (
            <>
              <section className="flex flex-col gap-3 card p-4">
                <div>
                  <h2 className="font-medium">{t('account.methods.phone')}</h2>
                  <p className="text-hint text-pretty text-soft">{t('account.methods.phoneText')}</p>
                </div>
                <CodeField
                  label={t('account.methods.code')}
                  onComplete={(code) => confirm.run(code)}
                  isPending={confirm.isPending}
                  error={confirm.error}
                  autoFocus={false}
                />
                <p className="text-hint text-pretty text-soft">{t('account.methods.phoneTwice')}</p>
              </section>
              <Fold title={t('account.methods.key')}>
                <p className="selectable font-mono tracking-wide break-words">{qr.key}</p>
                <p className="mt-1 text-hint text-pretty text-soft">{t('account.methods.keyText')}</p>
              </Fold>
            </>
          )}
        </div>
      </div>
    </Step>
  );
}

interface Qr {
  readonly rows: readonly string[];
  /** The key for typing, in groups. */
  readonly key: string;
}

/** The pending authenticator's QR code: requested by the screen that shows it, and dropped with it. */
function useQr(): { qr: Qr | null; error: unknown } {
  const { client } = useApplication();
  const [qr, setQr] = useState<Qr | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isOver = false;
    client.account.methods.qr().then(
      (answer) => !isOver && setQr(answer),
      (reason: unknown) => !isOver && setError(reason),
    );
    return () => {
      isOver = true;
      setQr(null);
      setError(null);
    };
  }, [client]);
  return { qr, error };
}
