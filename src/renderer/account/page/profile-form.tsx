import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { done } from '../../navigation/navigator.ts';
import { Form } from '../../design/form.tsx';
import { LanguageChoice } from '../shared/language-choice.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';

/** The account's name and language, both used in its mails. */
export function ProfileForm({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState(account.language);
  const save = useCall(
    async () => client.account.update({ name: name.trim(), language }),
    () => {
      showToast(t('account.page.profileSaved'));
      done();
    },
  );
  return (
    <Step title={t('account.page.profileTitle')}>
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          if (name.trim() !== '') save.run(undefined);
        }}
      >
        <Field
          label={t('account.page.name')}
          hint={t('account.signUp.nameHint')}
          error={name.trim() === '' ? t('account.signUp.nameMissing') : undefined}
          value={name}
          onChange={setName}
          autoFocus
          autoComplete="name"
          limit={accountLimits.name}
        />
        <LanguageChoice label={t('account.page.language')} value={language} onChange={setLanguage} />
        <ErrorNotice error={save.error} />
        <Button type="submit" look="primary" className="w-full" isPending={save.isPending}>
          {t('account.save')}
        </Button>
      </Form>
    </Step>
  );
}
