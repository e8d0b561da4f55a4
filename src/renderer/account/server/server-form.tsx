import { Server } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { errorWords } from '../../words/error-words.ts';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import { hostOf, useAccount, useServerName } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';

/** Which server keeps the account: asks it who it is before keeping its address. */
export function ServerForm() {
  const { t } = useTranslation();
  const { client, account } = useApplication();
  const view = useAccount();
  const name = useServerName();
  const server = view?.server;
  const [address, setAddress] = useState(server?.address ?? '');
  const isSignedIn = view?.account.stage === 'signedIn';
  const isFixed = server?.isFixed ?? false;
  const use = useCall(
    async (wanted: string) => client.account.setServer({ address: wanted }),
    () => {
      const found = account.get()?.server;
      showToast(t('account.server.found', { name: found?.branding?.name ?? hostOf(found?.address ?? null) }));
      done(accountOverview);
    },
  );
  const words = use.error === null ? undefined : errorWords(use.error, t);
  return (
    <Step
      title={t('account.server.title')}
      text={t('account.server.text')}
      icon={<Server size={28} strokeWidth={1.7} />}
    >
      {name !== '' && <p className="font-medium">{t('account.server.now', { name })}</p>}
      {isFixed && (
        <Notice>
          <p>{t('account.server.fixed')}</p>
        </Notice>
      )}
      {!isFixed && isSignedIn && (
        <Notice>
          <p>{t('account.server.signOutFirst')}</p>
        </Notice>
      )}
      {!isFixed && !isSignedIn && (
        <Form
          className="flex flex-col gap-4"
          onSend={() => {
            if (address.trim() !== '') use.run(withProtocol(address));
          }}
        >
          <Field
            label={t('account.server.field')}
            hint={t('account.server.hint')}
            error={words === undefined ? undefined : `${words.title}. ${words.text}`}
            value={address}
            onChange={setAddress}
            autoFocus
            inputMode="url"
            autoComplete="url"
            autoCorrect="off"
            spellCheck="false"
            limit={accountLimits.server}
          />
          <Button
            type="submit"
            look="primary"
            className="w-full"
            isPending={use.isPending}
            isDisabled={address.trim() === ''}
          >
            {use.isPending ? t('account.server.checking') : t('account.server.check')}
          </Button>
        </Form>
      )}
    </Step>
  );
}

/** People leave out `https://`; an address with a protocol stays as it is. */
function withProtocol(address: string): string {
  const text = address.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
}
