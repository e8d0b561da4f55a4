import { CircleCheck, KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { methodIcons } from './method-icon.ts';
import { methodName } from './method-name.ts';
import { useTrustPeriod } from '../shared/trust-period.ts';

/** The end of the set-up: how signing in works from now on, and where to change each part of it. */
export function AllSet({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const period = useTrustPeriod();
  return (
    <Step
      title={t('account.methods.allSetTitle')}
      text={t('account.methods.allSetText')}
      icon={<CircleCheck size={30} strokeWidth={1.7} />}
      onBack={() => done(accountOverview)}
    >
      <ol className="flex flex-col divide-y divide-line card">
        <li className="flex items-center gap-3 px-4 py-3">
          <KeyRound size={19} aria-hidden className="shrink-0 text-accent" />
          <span className="font-medium">{t('account.methods.allSetPassword')}</span>
        </li>
        <li className="flex flex-col gap-2 px-4 py-3">
          <span className="text-hint text-soft">{t('account.methods.allSetThen')}</span>
          <ul className="flex flex-col gap-2">
            {account.methods
              .filter(({ confirmed }) => confirmed)
              .map((method) => {
                const Icon = methodIcons[method.kind];
                return (
                  <li key={method.id} className="flex items-center gap-3">
                    <Icon size={19} aria-hidden className="shrink-0 text-accent" />
                    <span className="min-w-0 font-medium wrap-anywhere">{methodName(method, t)}</span>
                  </li>
                );
              })}
          </ul>
        </li>
      </ol>
      <p className="text-pretty text-soft">{t('account.methods.allSetTrust', { period })}</p>
      <p className="text-pretty text-soft">{t('account.methods.allSetChange')}</p>
      <Button look="primary" size="big" autoFocus onPress={() => done(accountOverview)}>
        {t('account.methods.allSetDone')}
      </Button>
    </Step>
  );
}
