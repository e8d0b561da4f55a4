import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressKey, readAddress } from '../../../contract/account-service/address.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNotice, Notice } from '../../controls/notice.tsx';
import { AddressField } from '../shared/address-field.tsx';
import { Form } from '../shared/form.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import type { Call } from '../shared/use-call.ts';

/** The address that codes are mailed to; advises one other than the account's, but does not demand it. */
export function EmailForm({ account, begin }: { account: SignedIn; begin: Call<string> }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [isTried, setTried] = useState(false);
  const isSame = addressKey(address) === addressKey(account.address);
  return (
    <Step
      title={t('account.methods.emailTitle')}
      text={t('account.methods.emailWhy', { address: account.address })}
      icon={<Mail size={27} strokeWidth={1.7} />}
      {...(account.kind === 'enrolment' && { progress: 'method' as const })}
    >
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          setTried(true);
          const read = readAddress(address);
          if (read !== null) begin.run(read);
        }}
      >
        <AddressField
          label={t('account.methods.emailLabel')}
          value={address}
          onChange={setAddress}
          isTried={isTried}
          autoFocus
        />
        {isSame && (
          <Notice>
            <p>{t('account.methods.emailSame')}</p>
          </Notice>
        )}
        <ErrorNotice error={begin.error} />
        <Button type="submit" look="primary" className="w-full" isPending={begin.isPending}>
          {t('account.methods.send')}
        </Button>
      </Form>
    </Step>
  );
}
