import { AtSign } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressKey } from '../../../contract/account-service/address.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { AddressField, isAddress } from '../shared/address-field.tsx';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { showToast } from '../../design/toasts.tsx';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { CodeField } from '../../design/code-field.tsx';
import { ResendCode } from '../shared/resend.tsx';

/** Changes the e-mail address, confirmed by a code sent to the new one. */
export function AddressForm({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [address, setAddress] = useState('');
  const [isTried, setTried] = useState(false);
  const isSame = addressKey(address) === addressKey(account.address);
  const start = useCall(async () => client.account.changeAddress.start({ email: address }));
  if (account.pendingAddress !== null) return <AddressCode key="code" pending={account.pendingAddress} />;
  return (
    <Step
      title={t('account.page.addressTitle')}
      text={t('account.page.addressText')}
      icon={<AtSign size={27} strokeWidth={1.7} />}
    >
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          setTried(true);
          if (isAddress(address) && !isSame) start.run(undefined);
        }}
      >
        <AddressField
          label={t('account.page.addressNew')}
          value={address}
          onChange={setAddress}
          isTried={isTried}
          error={isSame ? t('account.page.addressSame') : undefined}
          autoFocus
        />
        <ErrorNotice error={start.error} />
        <Button type="submit" look="primary" className="w-full" isPending={start.isPending}>
          {t('account.page.addressSend')}
        </Button>
      </Form>
    </Step>
  );
}

/** The code sent to the new address. */
function AddressCode({ pending }: { pending: NonNullable<SignedIn['pendingAddress']> }) {
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
