import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { useCall } from '../shared/use-call.ts';
import type { Factor, Sent } from './factor.ts';
import { FactorCode } from './factor-code.tsx';
import { FactorList } from './factor-list.tsx';
import { RecoveryForm } from './recovery-form.tsx';

export interface FactorCalls {
  readonly send: (methodId: string) => Promise<unknown>;
  /** Without `code`, uses this vault's. */
  readonly verify: (methodId: string, code: string | undefined) => Promise<unknown>;
  readonly recover: (code: string) => Promise<unknown>;
}

interface FactorCheckProps {
  factors: readonly Factor[];
  canRecover: boolean;
  /** The code sent last. */
  sent: Sent | null;
  calls: FactorCalls;
  /** Stands above the code or button: the check box to trust this computer. */
  before?: ReactNode;
  /** Stands below the ways. */
  after?: ReactNode;
}

type Chosen = { readonly way: 'method'; readonly id: string } | { readonly way: 'recovery' } | null;

/** One confirmed method of the person's choice: this vault's with one press, the others with their code. */
export function FactorCheck({ factors, canRecover, sent, calls, before, after }: FactorCheckProps) {
  const { t } = useTranslation();
  const usable = factors.filter(({ isDisabled }) => !isDisabled);
  const [only] = usable;
  const goesStraight = usable.length === 1 && only?.kind === 'totp' && only.entryId === null;
  const first: Chosen =
    sent !== null
      ? { way: 'method', id: sent.methodId }
      : goesStraight
        ? { way: 'method', id: only.id }
        : null;
  const [chosen, setChosen] = useState<Chosen>(first);
  const send = useCall(
    async (factor: Factor) => calls.send(factor.id),
    (_, factor) => setChosen({ way: 'method', id: factor.id }),
  );
  const verify = useCall(async ({ id, code }: { id: string; code: string | undefined }) =>
    calls.verify(id, code),
  );
  const recover = useCall(calls.recover);
  const choose = (next: Chosen) => {
    send.reset();
    verify.reset();
    recover.reset();
    setChosen(next);
  };
  const factor = chosen?.way === 'method' ? factors.find(({ id }) => id === chosen.id) : undefined;
  const other = (
    <Button look="plain" size="small" className="self-center" onPress={() => choose(null)}>
      {t('account.stepUp.otherWay')}
    </Button>
  );

  if (chosen?.way === 'recovery') {
    return (
      <>
        <RecoveryForm recover={recover} />
        {other}
        {after}
      </>
    );
  }
  if (factor !== undefined) {
    return (
      <>
        {before}
        <FactorCode
          key={factor.id}
          factor={factor}
          sent={sent?.methodId === factor.id ? sent : null}
          verify={verify}
          send={async () => calls.send(factor.id)}
        />
        {other}
        {after}
      </>
    );
  }
  return (
    <>
      {before}
      <FactorList
        factors={factors}
        canRecover={canRecover}
        send={send}
        verify={verify}
        onChoose={(id) => choose({ way: 'method', id })}
        onRecovery={() => choose({ way: 'recovery' })}
      />
      {after}
    </>
  );
}
