import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PendingMethod } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { showToast } from '../../design/toasts.tsx';
import { useEntryCall } from '../../entry/use-entry-call.ts';
import { open } from '../../navigation/navigator.ts';
import { useCall } from '../shared/use-call.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { methodName } from './method-name.ts';

/** The actions on a pending method: its first code, another code, or giving it up. */
export function usePending(account: SignedIn, pending: PendingMethod) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const call = useEntryCall();
  // Kept from before: the method goes with its first code.
  const [replaced] = useState(() => account.methods.find(({ id }) => id === pending.replaces));
  const done = () => {
    const method = methodName(pending, t);
    if (pending.replaces === null) {
      showToast(t('account.methods.added', { method }));
      return;
    }
    // If this vault made the codes, the method's entry went to Deleted with it.
    const { entryId = null } = replaced ?? {};
    const undo = async (id: string) => {
      if (await call((to) => to.entries.restore({ id }))) showToast(t('account.methods.entryBack'));
    };
    showToast(
      t(entryId === null ? 'account.methods.replaced' : 'account.methods.replacedEntry', { method }),
      {
        action: entryId === null ? undefined : { label: t('entry.undo'), run: () => void undo(entryId) },
      },
    );
  };
  const confirm = useCall(async (code: string) => client.account.methods.confirm({ code }), done);
  const giveUp = useCall(async () => {
    // Back to the choice, which appears as soon as nothing is pending.
    if (account.kind === 'full') {
      open({
        at: 'account',
        page: 'choose',
        ...(pending.replaces !== null && { replaces: pending.replaces }),
      });
    }
    await client.account.methods.giveUp();
  });
  return { confirm, giveUp, done };
}
