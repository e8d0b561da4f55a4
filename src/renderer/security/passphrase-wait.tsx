import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contractCode, errorField } from '../words/error-words.ts';
import { Button } from '../design/button.tsx';

export interface PassphraseWait {
  /** Sends the typed text: now, or automatically as soon as the wait is over. */
  readonly submit: () => void;
  /** The typed text is sent when the wait is over, unless the person stops that or types another text. */
  readonly isToBeSent: boolean;
  readonly stop: () => void;
  /** The message about the wait, and its countdown button; null if there is no wait. */
  readonly text: string | null;
  readonly label: string | null;
}

/**
 * The wait after wrong passphrases (PASSPHRASE_WAIT): counts down at the field, then resends what was sent
 * during it. It uses time that nobody can set.
 * @param error what the last attempt ended in; each attempt has a new one
 * @param typed the passphrase now in the field
 */
export function usePassphraseWait(error: unknown, typed: string, send: () => void): PassphraseWait {
  const { t } = useTranslation();
  const [wait, setWait] = useState<{ ms: number } | null>(null);
  const [sends, setSends] = useState<string | null>(null);
  const [left, setLeft] = useState(0);
  const [of, setOf] = useState<unknown>(null);
  if (of !== error) {
    setOf(error);
    const waitMs = contractCode(error) === 'PASSPHRASE_WAIT' ? errorField(error, 'waitMs') : 0;
    const ms = typeof waitMs === 'number' ? waitMs : 0;
    setWait(ms > 0 ? { ms } : null);
    setSends(ms > 0 ? typed : null);
    setLeft(Math.ceil(ms / 1_000));
  }
  const isToBeSent = left > 0 && sends === typed;

  const latest = useRef({ isToBeSent, send });
  useEffect(() => {
    latest.current = { isToBeSent, send };
  });
  useEffect(() => {
    if (wait === null) return undefined;
    const until = performance.now() + wait.ms;
    const timer = setInterval(() => {
      const ms = until - performance.now();
      if (ms > 0) return setLeft(Math.ceil(ms / 1_000));
      clearInterval(timer);
      if (latest.current.isToBeSent) latest.current.send();
      setLeft(0);
    }, 200);
    return () => clearInterval(timer);
  }, [wait]);

  return {
    submit: () => (left > 0 ? setSends(typed) : send()),
    isToBeSent,
    stop: () => setSends(null),
    text: left === 0 ? null : isToBeSent ? t('trouble.waitSends') : t('trouble.waitWhy'),
    label: left === 0 ? null : t(isToBeSent ? 'trouble.sendsIn' : 'trouble.waitSeconds', { count: left }),
  };
}

/** Cancels sending the typed text when the wait ends; renders nothing if it will not be sent. */
export function StopWaiting({ wait }: { wait: PassphraseWait }) {
  const { t } = useTranslation();
  if (!wait.isToBeSent) return null;
  return (
    <Button look="plain" onPress={wait.stop}>
      {t('trouble.waitStop')}
    </Button>
  );
}
