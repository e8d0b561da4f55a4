import { ShieldPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { done, open } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';

/** Advises a second method and says why, but never insists. */
export function SecondMethod({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const hasHere = account.methods.some(({ entryId }) => entryId !== null);
  return (
    <Step
      title={t('account.methods.secondTitle')}
      text={t('account.methods.secondText')}
      icon={<ShieldPlus size={28} strokeWidth={1.7} />}
      progress="second"
      onBack={() => done(accountOverview)}
    >
      {hasHere && <p className="font-medium text-pretty">{t('account.methods.secondPair')}</p>}
      <div className="flex flex-col gap-2">
        <Button look="primary" size="big" onPress={() => open({ at: 'account', page: 'choose' })}>
          {t('account.methods.secondTitle')}
        </Button>
        <Button look="plain" onPress={() => done({ at: 'account', page: 'allSet' })}>
          {t('account.methods.secondLater')}
        </Button>
      </div>
    </Step>
  );
}
