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
  /** What was sent last, good or not; null before that. */
  readonly tried: string | null;
  readonly differs: boolean;
  /** Called on sending: may it be sent? One still being judged may; the application judges it as well. */
  readonly check: () => boolean;
}

/** A passphrase being chosen: typed twice, and judged. */
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
    // One problem at a time: a refused first passphrase has to be typed again anyway.
    differs: differs && isTakeable,
    check() {
      setTried(first);
      setDiffers(first !== second);
      return first === second && isTakeable;
    },
  };
}

/** Whether an error is about the chosen passphrase, and so shown beside it. */
export function isOfNewPassphrase(error: unknown): boolean {
  const code = contractCode(error);
  return code === 'PASSPHRASE_TOO_SHORT' || code === 'PASSPHRASE_TOO_WEAK';
}
