import { KeyRound, MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { done, open } from '../../navigation/navigator.ts';
import { AddressForm } from '../shared/address-form.tsx';
import { Step } from '../shared/step.tsx';
import { useCall } from '../shared/use-call.ts';
import { typedAddress } from './typed-address.ts';

/** Requests a mail with a link to set a new password. */
export function ForgotPassword({ known }: { known: string | null }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useCall(
    async (to: string) => client.account.signIn.forgotPassword({ email: to }),
    (_, to) => setSentTo(to),
  );
  if (sentTo !== null) {
    return (
      <Step key="sent" title={t('account.forgot.sentTitle')} icon={<MailCheck size={28} strokeWidth={1.7} />}>
        <div role="status" className="flex flex-col gap-1 card p-4 text-center">
          <span className="text-hint text-soft">{t('account.forgot.sentText')}</span>
          <strong className="text-lg font-semibold wrap-anywhere">{sentTo}</strong>
          <span className="text-hint text-soft">{t('account.forgot.sentValid')}</span>
        </div>
        <Button look="primary" onPress={() => done({ at: 'account', page: 'signIn' })}>
          {t('account.forgot.toSignIn')}
        </Button>
        <Button look="plain" size="small" onPress={() => open({ at: 'account', page: 'paste' })}>
          {t('account.mail.paste')}
        </Button>
      </Step>
    );
  }
  return (
    <Step
      title={t('account.forgot.title')}
      text={t('account.forgot.text')}
      icon={<KeyRound size={28} strokeWidth={1.7} />}
    >
      <AddressForm
        known={typedAddress.get() === '' ? (known ?? '') : typedAddress.get()}
        ask={ask}
        submitLabel={t('account.forgot.submit')}
        autoFocus
        className="gap-4"
      />
    </Step>
  );
}
