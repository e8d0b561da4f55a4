import { LogIn } from 'lucide-react';
import { useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountState } from '../../../contract/account-state.ts';
import { addressKey } from '../../../contract/account-service/address.ts';
import { plainRecoveryCode, wholeRecoveryCode } from '../../../contract/account-service/spelling.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { accountValues } from '../../words/account-values.ts';
import { contractCode, errorField } from '../../words/error-words.ts';
import { PasswordField } from '../passwords/password-field.tsx';
import { open } from '../../navigation/navigator.ts';
import { AddressField, isAddress } from '../shared/address-field.tsx';
import { momentWords } from '../../words/moment.ts';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import { useCall } from '../shared/use-call.ts';
import { Farewell } from '../sign-out/farewell.tsx';
import { SupportLine } from '../support/support-line.tsx';
import { Ended } from './ended.tsx';
import { typedAddress } from './typed-address.ts';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { Field } from '../../design/field.tsx';

/** Address and password; a trusted computer needs no more. */
export function SignInForm({ account }: { account: AccountState }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const signedOut = account.stage === 'signedOut' ? account : null;
  const known = signedOut?.address ?? (account.stage === 'mailOnItsWay' ? account.address : null);
  const [email, setEmail] = useState(known ?? typedAddress.get());
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [now] = useState(() => Date.now());
  const passwordInput = useRef<HTMLInputElement>(null);
  const isBack = known !== null && addressKey(email) === addressKey(known);
  const trustedUntil = signedOut?.trustedUntil ?? null;
  const isTrusted = isBack && trustedUntil !== null && trustedUntil > now;
  const [confirmation, setConfirmation] = useState('');
  // The address that was told to expect a mail, while it is still the one signing in.
  const [mailed, setMailed] = useState<string | null>(null);
  const isMailed = mailed === email.trim();
  const code = isMailed ? plainRecoveryCode(confirmation) : '';
  const isHalf = code !== '' && !wholeRecoveryCode.test(code);
  /** The code that the server refused, and when to try next without one. */
  const [refused, setRefused] = useState<{ code: string; wait: string } | null>(null);
  const codeInput = useRef<HTMLInputElement>(null);
  const start = useCall(async () => {
    const address = email.trim();
    typedAddress.set(address);
    setRefused(null);
    try {
      await client.account.signIn.start({
        email: address,
        password,
        ...(code !== '' && { confirmation: code }),
      });
    } catch (error) {
      if (errorField(error, 'confirmByMail') === true) {
        setMailed(address);
        if (code !== '')
          setRefused({
            code,
            wait: accountValues({ retryAfterSeconds: errorField(error, 'retryAfterSeconds') }, t).wait,
          });
      }
      throw error;
    }
  });

  const codeError = () => {
    if (isTried && isHalf) return t('account.signIn.confirmationNotYet');
    return refused?.code === code ? t('account.signIn.confirmationWrong', refused) : undefined;
  };

  return (
    <Step
      title={isBack ? t('account.signIn.titleBack') : t('account.signIn.title')}
      text={
        isTrusted
          ? t('account.signIn.textTrusted', { when: momentWords(trustedUntil, t) })
          : t('account.signIn.text')
      }
      icon={<LogIn size={26} strokeWidth={1.8} />}
    >
      <Farewell />
      <SupportLine />
      <Ended />
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          setTried(true);
          if (isHalf) codeInput.current?.focus();
          else if (isAddress(email) && password !== '') start.run(undefined);
          else if (isAddress(email)) passwordInput.current?.focus();
        }}
      >
        <AddressField
          label={t('account.address')}
          value={email}
          onChange={setEmail}
          isTried={isTried}
          isUserName
          autoFocus={email === ''}
        />
        <PasswordField
          label={t('account.password')}
          value={password}
          onChange={setPassword}
          autoFocus={known !== null}
          inputRef={passwordInput}
        />
        {refused === null && <ErrorNotice error={start.error} />}
        {isMailed && (
          <ConfirmationField
            value={confirmation}
            onChange={setConfirmation}
            error={codeError()}
            inputRef={codeInput}
          />
        )}
        <Button type="submit" look="primary" className="w-full" isPending={start.isPending}>
          {t('account.signIn.submit')}
        </Button>
        <div className="flex flex-wrap justify-center gap-x-2">
          <Button
            look={contractCode(start.error) === 'CREDENTIALS_INVALID' ? 'quiet' : 'plain'}
            size="small"
            onPress={() => {
              typedAddress.set(email.trim());
              open({ at: 'account', page: 'forgot' });
            }}
          >
            {t('account.signIn.forgot')}
          </Button>
          <Button look="plain" size="small" onPress={() => open({ at: 'account', page: 'signUp' })}>
            {t('account.signIn.create')}
          </Button>
          <Button look="plain" size="small" onPress={() => open({ at: 'account', page: 'noAccess' })}>
            {t('account.signIn.noAccess')}
          </Button>
        </div>
      </Form>
    </Step>
  );
}

/** The code mailed to an address whose sign-ins are held back; without it, the person has to wait. */
function ConfirmationField({
  value,
  onChange,
  error,
  inputRef,
}: {
  value: string;
  onChange: (value: string) => void;
  /** The error of the code that was sent. */
  error: string | undefined;
  inputRef: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  return (
    <Field
      label={t('account.signIn.confirmation')}
      hint={t('account.signIn.confirmationHint')}
      error={error}
      value={value}
      onChange={onChange}
      inputRef={inputRef}
      autoFocus
      isFleeting
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      limit={accountLimits.recoveryCodeTyped}
      inputClassName="font-mono tracking-wide uppercase"
    />
  );
}
