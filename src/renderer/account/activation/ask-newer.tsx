import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { AddressForm } from '../shared/address-form.tsx';
import { useAccount } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';

/** Requests a newer link by mail. The answer is the same whether or not the address is known. */
export function AskNewer({ kind }: { kind: 'activate' | 'reset' }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const account = useAccount()?.account;
  const known = account?.stage === 'mailOnItsWay' || account?.stage === 'signedOut' ? account.address : null;
  const [isSent, setSent] = useState(false);
  const ask = useCall(
    async (to: string) =>
      kind === 'reset'
        ? client.account.signIn.forgotPassword({ email: to })
        : client.account.link.askNewer({ email: to }),
    () => {
      setSent(true);
      // The link is gone, and the account shows that the mail is on its way.
      if (kind === 'activate') done(accountOverview);
    },
  );
  if (isSent) {
    return (
      <div role="status" className="flex items-start gap-3 card p-4">
        <MailCheck size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <p className="text-pretty">
          {kind === 'reset' ? t('account.link.askedReset') : t('account.link.askedNewer')}
        </p>
      </div>
    );
  }
  return (
    <AddressForm known={known ?? ''} ask={ask} submitLabel={t('account.link.askNewer')} className="gap-3" />
  );
}
