import { useState } from 'react';
import type { Proof } from '../../contract/proof.ts';
import type { OpenState } from '../../contract/vault.ts';
import type { Act } from '../connection/use-act.ts';
import { contractCode } from '../words/error-words.ts';
import { usePassphraseWait, type PassphraseWait } from './passphrase-wait.tsx';
import { hasPassphrase } from './unlock-methods.ts';

/** How the person proves who they are, while they do. */
export interface Proving {
  readonly by: 'passphrase' | 'kit' | 'keychain';
  /** What is typed: the passphrase or the kit's code. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Changes between the passphrase and the kit; null where there is no choice. */
  readonly change: (() => void) | null;
  /** Nothing is typed yet where something has to be. */
  readonly isMissing: boolean;
  readonly wait: PassphraseWait;
  /** What the last call ended in. */
  readonly error: unknown;
  /** Sends the call with the proof; during a wait after wrong passphrases, as soon as that is over. */
  readonly submit: () => void;
}

const passphraseTroubles: ReadonlySet<string> = new Set([
  'PASSPHRASE_WRONG',
  'PASSPHRASE_WAIT',
  'PASSPHRASE_NEEDED',
]);

/** Whether an error is about the vault's passphrase. */
export function isOfPassphrase(error: unknown): boolean {
  const code = contractCode(error);
  return code !== null && passphraseTroubles.has(code);
}

/**
 * The proof that a call with secrets in its answer asks for: the vault's passphrase, or the recovery kit's code if
 * there is a kit. Where only the keychain opens the vault, that is asked again and nothing is typed.
 */
export function useProof(vault: OpenState, act: Pick<Act<Proof>, 'run' | 'error'>): Proving {
  const [isByKit, setByKit] = useState(false);
  const [text, setText] = useState('');
  const { error } = act;
  const isKeychainEnough = !hasPassphrase(vault) && !isOfPassphrase(error);
  const hasFailed = error !== null;
  const by = isByKit ? 'kit' : isKeychainEnough ? 'keychain' : 'passphrase';
  const typed = by === 'kit' ? { kitCode: text } : by === 'passphrase' ? { current: text } : {};
  const send = () => act.run(typed);
  const wait = usePassphraseWait(error, text, send);
  const canChange = vault.kit !== null && (by !== 'keychain' || hasFailed);
  return {
    by,
    text,
    setText,
    change: canChange
      ? () => {
          setByKit(!isByKit);
          setText('');
        }
      : null,
    isMissing: by !== 'keychain' && text.trim() === '',
    wait,
    error,
    submit: () => (by === 'passphrase' ? wait.submit() : send()),
  };
}
