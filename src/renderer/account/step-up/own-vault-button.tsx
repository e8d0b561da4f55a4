import { KeySquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
import { useSlow } from '../shared/use-slow.ts';

/** Uses the code of this vault's own entry, with one press. */
export function OwnVaultButton({ isPending, onPress }: { isPending: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  const isSlow = useSlow(isPending);
  return (
    <div className="flex flex-col gap-1.5">
      <Button
        look="primary"
        size="big"
        className="w-full text-balance"
        icon={<KeySquare size={20} aria-hidden />}
        autoFocus
        isPending={isPending}
        onPress={onPress}
      >
        {t('account.stepUp.useThis')}
      </Button>
      <p role="status" className="text-center text-[0.8125rem] text-soft">
        {isSlow ? t('account.stepUp.useThisSlow') : t('account.stepUp.useThisText')}
      </p>
    </div>
  );
}
