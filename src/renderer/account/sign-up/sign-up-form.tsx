import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { languageOf } from '../../../contract/vocabulary.ts';
import { useApplication } from '../../connection/application.ts';
import { useStore } from '../../connection/store.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { NewPasswordField } from '../passwords/new-password-field.tsx';
import { usePasswordAdvice } from '../passwords/use-password-advice.ts';
import { open } from '../../navigation/navigator.ts';
import { AddressField, isAddress } from '../shared/address-field.tsx';
import { Form } from '../../design/form.tsx';
import { LanguageChoice } from '../shared/language-choice.tsx';
import { Step } from '../shared/step.tsx';
import { useCall } from '../shared/use-call.ts';
import { signUpDraft } from './draft.ts';

/** The first step: name, address, password, language. Typed text stays whatever the server answers. */
export function SignUpForm() {
  const { t, i18n } = useTranslation();
  const { client } = useApplication();
  const { name, email } = useStore(signUpDraft);
  const [password, setPassword] = useState('');
  const [language, setLanguage] = useState(languageOf([i18n.language]));
  const [isTried, setTried] = useState(false);
  const advice = usePasswordAdvice(password, name, email);
  const set = (part: Partial<{ name: string; email: string }>) =>
    signUpDraft.set({ ...signUpDraft.get(), ...part });
  const start = useCall(async () =>
    client.account.signUp.start({ name: name.trim(), email, password, language }),
  );

  return (
    <Step title={t('account.signUp.title')} text={t('account.signUp.text')} progress="account">
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          setTried(true);
          if (name.trim() !== '' && isAddress(email) && advice.isGood) start.run(undefined);
        }}
      >
        <Field
          label={t('account.signUp.name')}
          hint={t('account.signUp.nameHint')}
          error={isTried && name.trim() === '' ? t('account.signUp.nameMissing') : undefined}
          value={name}
          onChange={(next) => set({ name: next })}
          autoFocus
          autoComplete="name"
          limit={accountLimits.name}
        />
        <AddressField
          label={t('account.address')}
          value={email}
          onChange={(next) => set({ email: next })}
          isTried={isTried}
          isUserName
        />
        <NewPasswordField
          label={t('account.newPassword.label')}
          value={password}
          onChange={setPassword}
          advice={advice}
          isTried={isTried}
        />
        <LanguageChoice label={t('account.signUp.language')} value={language} onChange={setLanguage} />
        <ErrorNotice error={start.error} />
        <Button type="submit" look="primary" className="w-full" isPending={start.isPending}>
          {t('account.signUp.submit')}
        </Button>
        <Button look="plain" onPress={() => open({ at: 'account', page: 'signIn' })}>
          {t('account.signUp.haveOne')}
        </Button>
      </Form>
    </Step>
  );
}
