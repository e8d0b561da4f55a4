import { useTranslation } from 'react-i18next';
import { Field } from '../../controls/field.tsx';

/** The code out of the mail to an address whose sign-ins are held back; without it, the wait has to pass. */
export function ConfirmationField({
  value,
  onChange,
  isTried,
}: {
  value: string;
  onChange: (value: string) => void;
  isTried: boolean;
}) {
  const { t } = useTranslation();
  const isHalf = isTried && value.trim() !== '' && !isWholeConfirmation(value);
  return (
    <Field
      label={t('account.signIn.confirmation')}
      hint={t('account.signIn.confirmationHint')}
      error={isHalf ? t('account.signIn.confirmationNotYet') : undefined}
      value={value}
      onChange={onChange}
      autoFocus
      isFleeting
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      limit={64}
      inputClassName="font-mono tracking-wide uppercase"
    />
  );
}

/** Whether it can be a whole code: 16 letters and digits, however they are grouped. */
export function isWholeConfirmation(value: string): boolean {
  return value.replace(/[^0-9A-Za-z]/g, '').length === 16;
}
