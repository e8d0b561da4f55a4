import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/check.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { PasswordField } from '../passwords/password-field.tsx';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import { useCall } from '../shared/use-call.ts';
import { sayFarewell } from '../sign-out/farewell.tsx';

/** Deletes the account: says what goes and what stays, and asks for the password. */
export function DeleteAccount() {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [password, setPassword] = useState('');
  const [isSure, setSure] = useState(false);
  const remove = useCall(
    async () => client.account.remove({ password }),
    () => sayFarewell('deleted'),
  );
  return (
    <Step title={t('account.page.deleteTitle')} icon={<Trash2 size={27} strokeWidth={1.7} />}>
      <div className="flex flex-col gap-2 text-pretty">
        <p>{t('account.page.deleteText')}</p>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>{t('account.page.deleteGoes1')}</li>
          <li>{t('account.page.deleteGoes2')}</li>
          <li>{t('account.page.deleteGoes3')}</li>
        </ul>
        <p className="font-medium">{t('account.page.deleteStays')}</p>
      </div>
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          if (password !== '' && isSure) remove.run(undefined);
        }}
      >
        <PasswordField label={t('account.page.deletePassword')} value={password} onChange={setPassword} />
        <Check isSelected={isSure} onChange={setSure}>
          <span>{t('account.page.deleteSure')}</span>
        </Check>
        <ErrorNotice error={remove.error} />
        <Button
          type="submit"
          look="danger"
          className="w-full"
          isPending={remove.isPending}
          isDisabled={password === '' || !isSure}
        >
          {t('account.page.deleteYes')}
        </Button>
      </Form>
    </Step>
  );
}
