import { CircleUserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../design/icon-button.tsx';
import { open } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { useAccount } from '../shared/use-account.ts';
import type { AccountView } from '../../../contract/account-state.ts';

/** Opens the account; a dot shows that it needs attention. */
export function AccountButton() {
  const { t } = useTranslation();
  const isAsking = needsAttention(useAccount());
  return (
    <IconButton
      label={isAsking ? t('account.openAttention') : t('account.open')}
      className="relative size-10!"
      onPress={() => open(accountOverview)}
    >
      <CircleUserRound size={20} aria-hidden />
      {isAsking && (
        <span
          aria-hidden
          className="absolute top-1.5 end-1.5 size-2.5 rounded-full border-2 border-canvas bg-urgent forced-colors:bg-[Highlight]"
        />
      )}
    </IconButton>
  );
}

/** Does anything about the account need the person's attention? */
function needsAttention(view: AccountView | null): boolean {
  if (view === null) return false;
  if (view.link !== null) return true;
  const { account } = view;
  return (
    account.stage === 'signedIn' &&
    (account.kind === 'enrolment' ||
      account.secondMethodAdvised ||
      account.recoveryCodesToKeep ||
      account.pending !== null ||
      account.recoveryCodesLeft === 0)
  );
}
