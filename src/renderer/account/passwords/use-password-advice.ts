import { accountLimits } from '../../../contract/account-service/limits.ts';
import { useAdvice, type Advice } from '../../new-secret/use-advice.ts';
import { useBranding } from '../shared/use-account.ts';

/** Live advice on a new password, by the server's rules. */
export function usePasswordAdvice(password: string, name: string, address: string): Advice {
  const branding = useBranding();
  const bounds = {
    minimum: branding?.password.minLength ?? accountLimits.passwordMin,
    maximum: branding?.password.maxLength ?? accountLimits.passwordMax,
  };
  return useAdvice(password, bounds, { name, address, service: branding?.name ?? '' });
}
