import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainPassword } from '../../contract/account-service/spelling.ts';
import { textLength } from '../../contract/limits.ts';
import type { Judgement, Owner } from './judge.ts';

export interface Advice {
  /** 0 to 1, for the bar. */
  readonly fill: number;
  readonly look: 'neutral' | 'warning' | 'good';
  readonly text: string;
  /** May it be sent? If it can't be judged here, its recipient judges it. */
  readonly isGood: boolean;
  /** It is long enough, and its quality will be known in a moment. */
  readonly isJudging: boolean;
}

const nobody: Owner = { name: '', address: '', service: '' };

/**
 * Live advice on a new password or passphrase: its length at once, and how hard it is to guess a moment after
 * typing.
 * @param minimum, maximum code points in its normalised form
 */
export function useAdvice(
  secret: string,
  { minimum, maximum }: { minimum: number; maximum: number },
  owner = nobody,
): Advice {
  const { t } = useTranslation();
  const count = textLength(plainPassword(secret));
  const isLongEnough = count >= minimum && count <= maximum;
  const judgement = useJudgement(isLongEnough ? secret : null, owner);
  const neutral = { look: 'neutral', isGood: false, isJudging: false } as const;
  const good = { look: 'good', isGood: true, isJudging: false } as const;
  const warning = { look: 'warning', isGood: false, isJudging: false } as const;

  if (count === 0) return { ...neutral, fill: 0, text: t('advice.hint', { minimum }) };
  if (count < minimum) {
    return { ...neutral, fill: (0.5 * count) / minimum, text: t('advice.more', { count: minimum - count }) };
  }
  if (count > maximum) return { ...warning, fill: 1, text: t('advice.less', { maximum }) };
  switch (judgement) {
    case null:
      return { ...neutral, fill: 0.5, text: t('advice.judging'), isJudging: true };
    case 'unknown':
      return { ...neutral, fill: 0.75, text: '', isGood: true };
    case 'good':
      return { ...good, fill: 0.8, text: t('advice.good') };
    case 'strong':
      return { ...good, fill: 1, text: t('advice.strong') };
    default:
      return { ...warning, fill: 0.5, text: t(`advice.${judgement}`) };
  }
}

/** Null while it is being judged; `unknown` if the judge could not be loaded. */
function useJudgement(secret: string | null, owner: Owner): Judgement | 'unknown' | null {
  const { name, address, service } = owner;
  const [of, setOf] = useState<{ key: string; judgement: Judgement | 'unknown' } | null>(null);
  const key = JSON.stringify([secret, name, address, service]);
  useEffect(() => {
    if (secret === null) return undefined;
    let isOver = false;
    const judgeIt = async () => {
      try {
        const { judge } = await import('./judge.ts');
        if (!isOver) setOf({ key, judgement: judge(secret, { name, address, service }) });
      } catch {
        if (!isOver) setOf({ key, judgement: 'unknown' });
      }
    };
    const timer = setTimeout(() => void judgeIt(), 120);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [secret, name, address, service, key]);
  return of?.key === key ? of.judgement : null;
}
