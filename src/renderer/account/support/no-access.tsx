import { LifeBuoy, MailQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import type { AccountView } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { AddressField, isAddress } from '../shared/address-field.tsx';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { useServerName } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { typedAddress } from '../sign-in/typed-address.ts';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { momentWords } from '../../words/moment.ts';

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

/** An open support request: its reference, and what happens next. */
function SupportSent({ support }: { support: NonNullable<AccountView['support']> }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const dismiss = useCall(async () => {
    done(accountOverview);
    await client.account.support.dismiss();
  });
  return (
    <Step title={t('account.support.sentTitle')} icon={<MailQuestionMark size={28} strokeWidth={1.7} />}>
      <div className="flex flex-col gap-0.5 card p-4 text-center">
        <span className="text-hint text-soft">{t('account.support.reference')}</span>
        <strong className="selectable font-mono text-lg font-semibold wrap-anywhere">
          {support.reference}
        </strong>
        <span className="text-hint text-soft">
          {t('account.support.sentAt', { when: momentWords(support.sentAt, t) })}
        </span>
      </div>
      <div className="flex flex-col gap-2">
        <h2 className="font-medium">{t('account.support.sentText')}</h2>
        <ol className="flex list-decimal flex-col gap-2 ps-5 text-pretty text-soft">
          <li className="wrap-anywhere">{t('account.support.sentAnswer', { contact: support.contact })}</li>
          <li>{t('account.support.sentReset')}</li>
          <li>{t('account.support.sentThen')}</li>
        </ol>
      </div>
      <ErrorNotice error={dismiss.error} />
      <Button look="primary" isPending={dismiss.isPending} onPress={() => dismiss.run(undefined)}>
        {t('account.support.done')}
      </Button>
    </Step>
  );
}
