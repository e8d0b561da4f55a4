import { useTranslation } from 'react-i18next';
import type { PendingMethod } from '../../../contract/guide-state.ts';
import { useApplication } from '../../connection/application.ts';
import { showToast } from '../../controls/toasts.tsx';
import { go } from '../places.ts';
import { useCall } from '../shared/use-call.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { methodName } from './method-name.ts';

/** What can be done with a pending method: its first code, another code, and leaving it unfinished. */
export function usePending(guide: SignedIn, pending: PendingMethod) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const done = () => {
    const method = methodName(pending, t);
    showToast(
      pending.replaces === null
        ? t('account.methods.added', { method })
        : t('account.methods.replaced', { method }),
    );
  };
  const confirm = useCall(async (code: string) => client.account.methods.confirm({ code }), done);
  const giveUp = useCall(async () => {
    // Back to the choice, which shows as soon as nothing is pending.
    if (guide.kind === 'full') {
      go({ at: 'choose', ...(pending.replaces !== null && { replaces: pending.replaces }) });
    }
    await client.account.methods.giveUp();
  });
  return { confirm, giveUp, done };
}
