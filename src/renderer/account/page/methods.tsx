import { LifeBuoy, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { open } from '../../navigation/navigator.ts';
import { Rows } from '../../design/rows.tsx';
import { Section } from '../../design/section.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { MakeRecoveryCodes } from './make-recovery-codes.tsx';
import { MethodRow } from './method-row.tsx';

/** The account's methods and recovery codes. */
export function Methods({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const confirmed = account.methods.filter((method) => method.confirmed);
  return (
    <Section
      title={t('account.page.methods')}
      text={t('account.page.methodsText')}
      action={
        <Button
          size="small"
          icon={<Plus size={15} aria-hidden />}
          onPress={() => open({ at: 'account', page: 'choose' })}
        >
          {t('account.page.methodAdd')}
        </Button>
      }
    >
      <Rows>
        {confirmed.map((method) => (
          <MethodRow key={method.id} method={method} isLast={confirmed.length === 1} />
        ))}
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-4 py-3">
          <LifeBuoy size={20} aria-hidden className="shrink-0 text-accent" />
          <div className="min-w-40 flex-1">
            <h3 className="font-medium">{t('account.page.recovery')}</h3>
            <p className="text-hint text-soft">
              {t('account.page.recoveryLeft', { count: account.recoveryCodesLeft })}
            </p>
          </div>
          <MakeRecoveryCodes />
        </div>
      </Rows>
    </Section>
  );
}
