import { Mail, MessageSquareText } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentMethodKind } from '../../../contract/vocabulary.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { useApplication } from '../../connection/application.ts';
import { useCall, type Call } from '../shared/use-call.ts';
import { addressKey, readAddress } from '../../../contract/account-service/address.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { Notice } from '../../design/notice.tsx';
import { AddressField } from '../shared/address-field.tsx';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import { WaitingRows } from '../../design/waiting-rows.tsx';

interface DestinationFormProps {
  account: SignedIn;
  kind: SentMethodKind;
  replaces?: string | undefined;
}

const forms = { email: EmailForm, sms: SmsForm } satisfies Record<SentMethodKind, unknown>;

/** Where a new method's codes are sent. */
export function DestinationForm({ account, kind, replaces }: DestinationFormProps) {
  const { client } = useApplication();
  const isGuided = account.kind === 'full' && account.secondMethodAdvised && replaces === undefined;
  const begin = useCall(
    async (destination: string) =>
      client.account.methods.begin({ kind, destination, ...(replaces !== undefined && { replaces }) }),
    () => done(isGuided ? { at: 'account', page: 'secondMethod' } : accountOverview),
  );
  const Chosen = forms[kind];
  return <Chosen account={account} begin={begin} />;
}

/** The address that codes are mailed to; advises one other than the account's, but does not demand it. */
function EmailForm({ account, begin }: { account: SignedIn; begin: Call<string> }) {
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

const NumberForm = lazy(async () => import('./number-form.tsx'));

/** The mobile number that codes are sent to. The world's numbering plans are loaded only with this form. */
function SmsForm({ account, begin }: { account: SignedIn; begin: Call<string> }) {
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
