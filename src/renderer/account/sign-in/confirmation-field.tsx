import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { Field } from '../../controls/field.tsx';

/** The code mailed to an address whose sign-ins are held back; without it, the person has to wait. */
export function ConfirmationField({
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
