import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Sheet } from '../../design/sheet.tsx';
import { useTitleFocusWhenGone } from '../../design/heading-focus.ts';
import { useAccount, type SignedIn } from '../shared/use-account.ts';
import { useStepUpQuestion } from './ask.ts';
import { FactorCheck } from './factor-check.tsx';
import type { Sent } from './factor.ts';

/** The fresh check that a change waits for; the change then continues on its own. */
export function StepUpDialog() {
  const { t } = useTranslation();
  const question = useStepUpQuestion();
  const account = useAccount()?.account;
  const isOpen = question !== null && account?.stage === 'signedIn';
  return (
    <Sheet
      title={t('account.stepUp.title')}
      isOpen={isOpen}
      onClose={() => question?.settle(false)}
      width="narrow"
    >
      {isOpen && <Check account={account} onFresh={() => question.settle(true)} />}
    </Sheet>
  );
}

function Check({ account, onFresh }: { account: SignedIn; onFresh: () => void }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [sent, setSent] = useState<Sent | null>(null);
  useTitleFocusWhenGone();
  const factors = account.methods
    .filter(({ confirmed }) => confirmed)
    .map(({ id, kind, destination, entryId, disabled }) => ({
      id,
      kind,
      hint: destination,
      entryId,
      isDisabled: disabled,
    }));
  return (
    <div className="flex flex-col gap-4">
      <p className="text-pretty text-soft">{t('account.stepUp.text')}</p>
      <FactorCheck
        factors={factors}
        canRecover={account.recoveryCodesLeft > 0}
        sent={sent}
        calls={{
          send: async (methodId) =>
            setSent({ methodId, ...(await client.account.stepUp.send({ methodId })) }),
          verify: async (methodId, code) => {
            await client.account.stepUp.verify({ methodId, ...(code !== undefined && { code }) });
            onFresh();
          },
          recover: async (code) => {
            await client.account.stepUp.recover({ code });
            onFresh();
          },
        }}
      />
    </div>
  );
}
