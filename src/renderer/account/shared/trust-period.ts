import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { useBranding } from './use-account.ts';

/** How long the server trusts a computer, in words: "a week", "10 days". */
export function useTrustPeriod(): string {
  const { t } = useTranslation();
  const days = useBranding()?.trustDays ?? accountLimits.trustDays;
  return days % 7 === 0 ? t('account.weeks', { count: days / 7 }) : t('account.days', { count: days });
}
