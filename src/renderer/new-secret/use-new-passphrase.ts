import { useState } from 'react';
import { passphraseMinimum, textLimits } from '../../contract/limits.ts';
import { contractCode } from '../words/error-words.ts';
import { useAdvice, type Advice } from './use-advice.ts';

export interface NewPassphrase {
  readonly first: string;
  readonly second: string;
  readonly setFirst: (text: string) => void;
  readonly setSecond: (text: string) => void;
  readonly advice: Advice;
  /** What was sent last, good or not; null before. */
  readonly tried: string | null;
  readonly differs: boolean;
  /** To be asked when it is sent: may it be? What is still being judged may; the application judges it as well. */
  readonly check: () => boolean;
}

/** A passphrase that is being chosen: typed twice, and judged. */
export function useNewPassphrase(): NewPassphrase {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const [differs, setDiffers] = useState(false);
  const advice = useAdvice(first, { minimum: passphraseMinimum, maximum: textLimits.passphrase });
  const isTakeable = advice.isGood || advice.isJudging;
  return {
    first,
    second,
    setFirst,
    setSecond: (text) => {
      setSecond(text);
      setDiffers(false);
    },
    advice,
    tried,
    // One thing at a time: a first one that is refused is typed anew anyway.
    differs: differs && isTakeable,
    check() {
      setTried(first);
      setDiffers(first !== second);
      return first === second && isTakeable;
    },
  };
}

/** Whether a trouble is of the passphrase that was chosen, and said beside it. */
export function isOfNewPassphrase(error: unknown): boolean {
  const code = contractCode(error);
  return code === 'PASSPHRASE_TOO_SHORT' || code === 'PASSPHRASE_TOO_WEAK';
}
