import { LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import type { AccountView } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNotice } from '../../controls/notice.tsx';
import { AddressField, isAddress } from '../shared/address-field.tsx';
import { Form } from '../shared/form.tsx';
import { Step } from '../shared/step.tsx';
import { TextArea } from '../shared/text-area.tsx';
import { useServerName } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { typedAddress } from '../sign-in/typed-address.ts';
import { SupportSent } from './support-sent.tsx';

/** No method is available: asks what happened, for which account, and where to send an answer. */
export function NoAccess({ view }: { view: AccountView }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { account } = view;
  const known = account.stage === 'vaultClosed' ? null : account.address;
  const name = useServerName();
  const [email, setEmail] = useState(known ?? typedAddress.get());
  const [reason, setReason] = useState('');
  const [contact, setContact] = useState('');
  const [isTried, setTried] = useState(false);
  const ask = useCall(async () => client.account.support.ask({ email, reason: reason.trim(), contact }));
  if (view.support !== null) return <SupportSent key="sent" support={view.support} />;
  return (
    <Step
      title={t('account.support.title')}
      text={t('account.support.text', { name })}
      icon={<LifeBuoy size={28} strokeWidth={1.7} />}
    >
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          setTried(true);
          if (isAddress(email) && reason.trim() !== '' && isAddress(contact)) ask.run(undefined);
        }}
      >
        <AddressField
          label={t('account.support.address')}
          value={email}
          onChange={setEmail}
          isTried={isTried}
          isUserName
          autoFocus={known === null}
        />
        <TextArea
          label={t('account.support.reason')}
          hint={t('account.support.reasonHint')}
          error={isTried && reason.trim() === '' ? t('account.support.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
          autoFocus={known !== null}
          limit={accountLimits.reason}
        />
        <AddressField
          label={t('account.support.contact')}
          hint={t('account.support.contactHint')}
          value={contact}
          onChange={setContact}
          isTried={isTried}
        />
        <ErrorNotice error={ask.error} />
        <Button type="submit" look="primary" className="w-full" isPending={ask.isPending}>
          {t('account.support.submit')}
        </Button>
      </Form>
    </Step>
  );
}
