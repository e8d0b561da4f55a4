import { KeySquare, ScanQrCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PendingMethod } from '../../../contract/guide-state.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNotice } from '../../controls/notice.tsx';
import { CodeField } from '../shared/code-field.tsx';
import { Fold } from '../shared/fold.tsx';
import { Step } from '../shared/step.tsx';
import { useServerName } from '../shared/use-account.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { keepHere } from './keep-here.ts';
import { QrPicture } from './qr-picture.tsx';
import { ScanResult } from './scan-result.tsx';
import { usePending } from './use-pending.ts';
import { useQr } from './use-qr.ts';
import { useScan } from './use-scan.ts';

interface AuthenticatorProps {
  guide: SignedIn;
  pending: Extract<PendingMethod, { kind: 'totp' }>;
}

/** The authenticator's QR code: for this Latchkey, in one press or by a scan, and for any phone. */
export function Authenticator({ guide, pending }: AuthenticatorProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const issuer = useServerName();
  const { qr, error } = useQr();
  const { confirm, giveUp, done } = usePending(guide, pending);
  const here = useCall(
    async (previewIds: readonly string[] | undefined) => keepHere(client, issuer, previewIds),
    done,
  );
  const scan = useScan((previewIds) => here.run(previewIds));
  const isKept = pending.entryId !== null;

  return (
    <Step
      title={isKept ? t('account.methods.keptTitle') : t('account.methods.totpTitle')}
      text={isKept ? t('account.methods.keptText') : t('account.methods.totpWhy')}
      onBack={() => giveUp.run(undefined)}
      {...(guide.kind === 'enrolment' && { progress: 'method' as const })}
    >
      <ErrorNotice error={error ?? giveUp.error} />
      <div className="flex min-h-60 justify-center">{qr !== null && <QrPicture rows={qr.rows} />}</div>
      <div className="flex flex-col gap-2">
        <Button
          look="primary"
          size="big"
          icon={<KeySquare size={20} aria-hidden />}
          autoFocus
          isPending={here.isPending}
          onPress={() => here.run(undefined)}
        >
          {isKept ? t('account.methods.keptAgain') : t('account.methods.useThis')}
        </Button>
        {!isKept && (
          <p className="px-2 text-center text-[0.8125rem] text-pretty text-soft">
            {t('account.methods.useThisText')}
          </p>
        )}
        <ErrorNotice error={here.error} />
        {!isKept && (
          <>
            <Button icon={<ScanQrCode size={18} aria-hidden />} onPress={scan.start}>
              {t('account.methods.scan')}
            </Button>
            <ScanResult state={scan.state} onStop={scan.stop} />
          </>
        )}
      </div>
      {qr !== null && (
        <>
          <section className="flex flex-col gap-3 rounded-2xl border border-line bg-surface p-4">
            <div>
              <h2 className="font-medium">{t('account.methods.phone')}</h2>
              <p className="text-[0.8125rem] text-pretty text-soft">{t('account.methods.phoneText')}</p>
            </div>
            <CodeField
              label={t('account.methods.code')}
              onComplete={(code) => confirm.run(code)}
              isPending={confirm.isPending}
              error={confirm.error}
              autoFocus={false}
            />
            <p className="text-[0.8125rem] text-pretty text-soft">{t('account.methods.phoneTwice')}</p>
          </section>
          <Fold title={t('account.methods.key')}>
            <p className="selectable font-mono tracking-wide break-words">{qr.key}</p>
            <p className="mt-1 text-[0.8125rem] text-pretty text-soft">{t('account.methods.keyText')}</p>
          </Fold>
        </>
      )}
    </Step>
  );
}
