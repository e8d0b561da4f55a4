import { ClipboardPaste, LogIn, ShieldCheck, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { open } from '../../navigation/navigator.ts';
import { Farewell } from '../sign-out/farewell.tsx';
import { Ended } from '../sign-in/ended.tsx';
import { SupportLine } from '../support/support-line.tsx';
import { RowButton } from '../../design/row-button.tsx';
import { Rows } from '../../design/rows.tsx';
import { Step } from '../shared/step.tsx';
import { useAccount, useServerName } from '../shared/use-account.ts';

/** Nobody is signed in: create an account, sign in, or paste a link. */
export function Welcome() {
  const { t } = useTranslation();
  const server = useAccount()?.server;
  const name = useServerName();
  return (
    <Step
      title={name === '' ? t('account.welcome.titleNoName') : t('account.welcome.title', { name })}
      text={t('account.welcome.text')}
      icon={<ShieldCheck size={28} strokeWidth={1.7} />}
    >
      <Farewell />
      <Ended />
      <SupportLine />
      <Rows>
        <RowButton
          icon={UserPlus}
          title={t('account.welcome.create')}
          text={t('account.welcome.createText')}
          onPress={() => open({ at: 'account', page: 'signUp' })}
        />
        <RowButton
          icon={LogIn}
          title={t('account.welcome.signIn')}
          text={t('account.welcome.signInText')}
          onPress={() => open({ at: 'account', page: 'signIn' })}
        />
        <RowButton
          icon={ClipboardPaste}
          title={t('account.welcome.paste')}
          text={t('account.welcome.pasteText')}
          onPress={() => open({ at: 'account', page: 'paste' })}
        />
      </Rows>
      <p className="px-1 text-hint text-pretty text-soft">{t('account.welcome.codesStay')}</p>
      {server?.isFixed === false && (
        <Button
          look="plain"
          size="small"
          className="self-center text-soft!"
          onPress={() => open({ at: 'account', page: 'server' })}
        >
          {t('account.serverChange')}
        </Button>
      )}
    </Step>
  );
}
