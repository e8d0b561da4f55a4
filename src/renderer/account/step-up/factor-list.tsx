import type { TFunction } from 'i18next';
import { KeySquare, LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { methodIcons } from '../methods/method-icon.ts';
import { RowButton } from '../../design/row-button.tsx';
import { Rows } from '../../design/rows.tsx';
import type { Call } from '../shared/use-call.ts';
import type { Factor } from './factor.ts';
import { Button } from '../../design/button.tsx';
import { useSlow } from '../../design/use-slow.ts';

interface FactorListProps {
  factors: readonly Factor[];
  canRecover: boolean;
  send: Call<Factor>;
  verify: Call<{ id: string; code: string | undefined }>;
  onChoose: (id: string) => void;
  onRecovery: () => void;
}

/** The ways to confirm, this Latchkey's own first. */
export function FactorList({ factors, canRecover, send, verify, onChoose, onRecovery }: FactorListProps) {
  const { t } = useTranslation();
  const own = factors.find(({ entryId, isDisabled }) => entryId !== null && !isDisabled);
  const others = factors.filter((factor) => factor !== own);
  const press = (factor: Factor) => {
    switch (factor.kind) {
      case 'totp':
        return onChoose(factor.id);
      case 'email':
      case 'sms':
        return send.run(factor);
      default:
        return factor.kind satisfies never;
    }
  };
  return (
    <>
      {own !== undefined && (
        <OwnVaultButton
          isPending={verify.isPending}
          onPress={() => verify.run({ id: own.id, code: undefined })}
        />
      )}
      <ErrorNotice error={verify.error ?? send.error} />
      {(others.length > 0 || canRecover) && (
        <Rows>
          {others.map((factor) => (
            <RowButton
              key={factor.id}
              icon={methodIcons[factor.kind]}
              title={t(`account.methods.kinds.${factor.kind}`)}
              text={factor.isDisabled ? t('account.stepUp.disabled') : wayText(factor, t)}
              isDisabled={factor.isDisabled}
              isPending={send.isPending}
              onPress={() => press(factor)}
            />
          ))}
          {canRecover && (
            <RowButton
              icon={LifeBuoy}
              title={t('account.stepUp.recovery')}
              text={t('account.stepUp.recoveryText')}
              onPress={onRecovery}
            />
          )}
        </Rows>
      )}
    </>
  );
}

function wayText({ kind, hint }: Factor, t: TFunction): string {
  switch (kind) {
    case 'email':
      return t('account.stepUp.sendMail', { hint });
    case 'sms':
      return t('account.stepUp.sendSms', { hint });
    case 'totp':
      return t('account.stepUp.typeCode', { hint });
  }
}

/** Uses the code of this vault's own entry, with one press. */
function OwnVaultButton({ isPending, onPress }: { isPending: boolean; onPress: () => void }) {
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
      <p role="status" className="text-center text-hint text-soft">
        {isSlow ? t('account.stepUp.useThisSlow') : t('account.stepUp.useThisText')}
      </p>
    </div>
  );
}
