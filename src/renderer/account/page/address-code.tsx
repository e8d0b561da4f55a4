import { AtSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNotice } from '../../controls/notice.tsx';
import { showToast } from '../../controls/toasts.tsx';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { CodeField } from '../shared/code-field.tsx';
import { ResendCode } from '../shared/resend.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';

/** The code sent to the new address. */
export function AddressCode({ pending }: { pending: NonNullable<SignedIn['pendingAddress']> }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { address, sent } = pending;
  const confirm = useCall(
    async (code: string) => client.account.changeAddress.confirm({ code }),
    () => {
      showToast(t('account.page.addressChanged', { address }));
      done(accountOverview);
    },
  );
  const giveUp = useCall(async () => client.account.changeAddress.giveUp());
  return (
    <Step
      title={t('account.page.addressCodeTitle')}
      text={
        <>
          {t('account.methods.codeMail')}{' '}
          <strong className="font-semibold wrap-anywhere text-ink">{address}</strong>
        </>
      }
      icon={<AtSign size={27} strokeWidth={1.7} />}
    >
      <CodeField
        label={t('account.methods.code')}
        hint={t('account.methods.codeHint')}
        onComplete={(code) => confirm.run(code)}
        isPending={confirm.isPending}
        error={confirm.error}
      />
      <ResendCode
        from={sent.resendAt}
        send={async () => client.account.changeAddress.start({ email: address })}
      />
      <ErrorNotice error={giveUp.error} />
      <Button
        look="plain"
        size="small"
        className="self-center"
        isPending={giveUp.isPending}
        onPress={() => giveUp.run(undefined)}
      >
        {t('account.methods.giveUp')}
      </Button>
    </Step>
  );
}
