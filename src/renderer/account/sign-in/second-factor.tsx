import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import type { AccountState } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/check.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { open } from '../../navigation/navigator.ts';
import { momentWords } from '../../words/moment.ts';
import { Step } from '../shared/step.tsx';
import { useBranding } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { clock, useSecondsLeft } from '../shared/use-seconds-left.ts';
import { FactorCheck } from '../step-up/factor-check.tsx';
import { useTrustPeriod } from '../shared/trust-period.ts';

/** After the password: one confirmed method, and whether to trust this computer. */
export function SecondFactor({ account }: { account: Extract<AccountState, { stage: 'secondFactor' }> }) {
  const { t } = useTranslation();
  const period = useTrustPeriod();
  const { client } = useApplication();
  const [trust, setTrust] = useState(false);
  const [now] = useState(() => Date.now());
  const days = useBranding()?.trustDays ?? accountLimits.trustDays;
  const left = useSecondsLeft(account.expiresAt);
  const giveUp = useCall(async () => client.account.signIn.giveUp());
  return (
    <Step
      title={t('account.second.title')}
      text={t('account.second.text')}
      icon={<ShieldCheck size={28} strokeWidth={1.7} />}
      onBack={() => giveUp.run(undefined)}
    >
      <ErrorNotice error={giveUp.error} />
      <FactorCheck
        factors={account.methods.map((method) => ({ ...method, isDisabled: false }))}
        canRecover={account.canRecover}
        sent={account.sent}
        calls={{
          send: async (methodId) => client.account.signIn.send({ methodId }),
          verify: async (methodId, code) =>
            client.account.signIn.verify({ methodId, trust, ...(code !== undefined && { code }) }),
          recover: async (code) => client.account.signIn.recover({ code }),
        }}
        before={
          <Check isSelected={trust} onChange={setTrust} className="card p-4">
            <span>
              <span className="font-medium">{t('account.second.trust', { period })}</span>
              <span className="block text-hint text-pretty text-soft">
                {t('account.second.trustText', { when: momentWords(now + days * 86_400_000, t) })}
              </span>
            </span>
          </Check>
        }
        after={
          <div className="flex flex-col items-center gap-1">
            <Button look="plain" size="small" onPress={() => open({ at: 'account', page: 'noAccess' })}>
              {t('account.second.noAccess')}
            </Button>
            <span className="digits text-xs text-soft">
              {t('account.second.expires', { time: clock(left) })}
            </span>
          </div>
        }
      />
    </Step>
  );
}
