import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { contractCode, errorWords } from '../../words/error-words.ts';
import { NewPasswordField } from '../passwords/new-password-field.tsx';
import { PasswordField } from '../passwords/password-field.tsx';
import { usePasswordAdvice } from '../passwords/use-password-advice.ts';
import { done } from '../../navigation/navigator.ts';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';

/** Changes the password: asks for the present one and a good new one. */
export function PasswordForm({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isTried, setTried] = useState(false);
  const advice = usePasswordAdvice(next, account.name, account.address);
  const change = useCall(
    async () => client.account.changePassword({ current, next }),
    () => {
      showToast(t('account.page.passwordChanged'));
      done();
    },
  );
  const isWrong = contractCode(change.error) === 'PASSWORD_WRONG';
  const words = isWrong ? errorWords(change.error, t) : undefined;
  return (
    <Step title={t('account.page.passwordTitle')} text={t('account.page.passwordText')}>
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          setTried(true);
          if (current !== '' && advice.isGood) change.run(undefined);
        }}
      >
        <PasswordField
          label={t('account.page.passwordCurrent')}
          value={current}
          onChange={setCurrent}
          error={words === undefined ? undefined : `${words.title}. ${words.text}`}
          autoFocus
        />
        <NewPasswordField
          label={t('account.newPassword.newLabel')}
          value={next}
          onChange={setNext}
          advice={advice}
          isTried={isTried}
        />
        {!isWrong && <ErrorNotice error={change.error} />}
        <Button
          type="submit"
          look="primary"
          className="w-full"
          isPending={change.isPending}
          isDisabled={current === ''}
        >
          {t('account.page.passwordSubmit')}
        </Button>
      </Form>
    </Step>
  );
}
