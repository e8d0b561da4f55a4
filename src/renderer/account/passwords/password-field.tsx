import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { CoveredField, type CoveredFieldProps } from '../../design/covered-field.tsx';

/** An account's password. */
export function PasswordField(props: CoveredFieldProps) {
  const { t } = useTranslation();
  return (
    <CoveredField
      {...props}
      limit={accountLimits.passwordTyped}
      showLabel={t('account.newPassword.show')}
      hideLabel={t('account.newPassword.hide')}
    />
  );
}
