import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account/limits.ts';
import { plainPassword } from '../../../contract/account/spelling.ts';
import { useBranding } from '../shared/use-account.ts';
import type { Judgement } from './judge.ts';

export interface Advice {
  /** 0 to 1, for the bar. */
  readonly fill: number;
  readonly look: 'neutral' | 'warning' | 'good';
  readonly text: string;
  /** May it be sent? What can't be judged here is judged by the service. */
  readonly isGood: boolean;
}

/** Live advice on a new password: its length at once, how hard it is to guess a moment after typing. */
export function useAdvice(password: string, name: string, address: string): Advice {
  const { t } = useTranslation();
  const rules = useBranding()?.password;
  const minimum = rules?.minLength ?? accountLimits.passwordMin;
  const maximum = rules?.maxLength ?? accountLimits.passwordMax;
  const count = Array.from(plainPassword(password)).length;
  const isLongEnough = count >= minimum && count <= maximum;
  const judgement = useJudgement(isLongEnough ? password : null, name, address);
  const neutral = { look: 'neutral', isGood: false } as const;

  if (count === 0) return { ...neutral, fill: 0, text: t('account.newPassword.hint', { minimum }) };
  if (count < minimum) {
    const text = t('account.newPassword.more', { count: minimum - count });
    return { ...neutral, fill: (0.5 * count) / minimum, text };
  }
  if (count > maximum) {
    return { look: 'warning', isGood: false, fill: 1, text: t('account.newPassword.less', { maximum }) };
  }
  switch (judgement) {
    case null:
      return { ...neutral, fill: 0.5, text: t('account.newPassword.judging') };
    case 'unknown':
      return { look: 'neutral', isGood: true, fill: 0.75, text: '' };
    case 'good':
      return { look: 'good', isGood: true, fill: 0.8, text: t('account.newPassword.good') };
    case 'strong':
      return { look: 'good', isGood: true, fill: 1, text: t('account.newPassword.strong') };
    default:
      return { look: 'warning', isGood: false, fill: 0.5, text: t(`account.newPassword.${judgement}`) };
  }
}

/** Null while it is being judged; `unknown` where the judge could not be loaded. */
function useJudgement(password: string | null, name: string, address: string): Judgement | 'unknown' | null {
  const [of, setOf] = useState<{ key: string; judgement: Judgement | 'unknown' } | null>(null);
  const key = JSON.stringify([password, name, address]);
  useEffect(() => {
    if (password === null) return undefined;
    let isOver = false;
    const judgeIt = async () => {
      try {
        const { judge } = await import('./judge.ts');
        if (!isOver) setOf({ key, judgement: judge(password, name, address) });
      } catch {
        if (!isOver) setOf({ key, judgement: 'unknown' });
      }
    };
    const timer = setTimeout(() => void judgeIt(), 120);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [password, name, address, key]);
  return of?.key === key ? of.judgement : null;
}
