import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { open } from '../../navigation/navigator.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { MakeRecoveryCodes } from './make-recovery-codes.tsx';

const few = 3;

/** How well the account is protected: what is good, or what is advised and why. */
export function Status({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const count = account.recoveryCodesLeft;
  const areCodesLow = count <= few;
  if (!account.secondMethodAdvised && !areCodesLow) {
    return (
      <Card
        isGood
        title={t('account.page.statusGood')}
        text={t('account.page.statusGoodText', { count })}
        action={null}
      />
    );
  }
  return (
    <>
      {account.secondMethodAdvised && (
        <Card
          title={t('account.page.advised')}
          text={t('account.page.advisedText')}
          action={
            <Button look="primary" size="small" onPress={() => open({ at: 'account', page: 'choose' })}>
              {t('account.page.methodAdd')}
            </Button>
          }
        />
      )}
      {areCodesLow && (
        <Card
          title={count === 0 ? t('account.page.codesNone') : t('account.page.codesLow')}
          text={t('account.page.codesLowText', { count })}
          action={<MakeRecoveryCodes />}
        />
      )}
    </>
  );
}

interface CardProps {
  title: string;
  text: string;
  action: ReactNode;
  isGood?: boolean;
}

function Card({ title, text, action, isGood = false }: CardProps) {
  const Icon = isGood ? ShieldCheck : ShieldAlert;
  return (
    <div
      className={`flex items-start gap-3.5 rounded-2xl border p-4 ${isGood ? 'border-line bg-tint' : 'border-note-line bg-note'}`}
    >
      <Icon size={24} aria-hidden className={`shrink-0 ${isGood ? 'text-accent' : 'text-urgent'}`} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2.5">
        <div className="min-w-52 flex-1">
          <p className="font-semibold">{title}</p>
          <p className="text-hint text-pretty">{text}</p>
        </div>
        {action}
      </div>
    </div>
  );
}
