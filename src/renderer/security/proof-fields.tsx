import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { KitCodeField } from '../recovery/kit-code-field.tsx';
import { errorWords } from '../words/error-words.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { isOfPassphrase, type Proving } from './use-proof.ts';

interface ProofFieldsProps {
  vault: OpenState;
  proving: Proving;
  autoFocus: boolean;
}

/** Asks the person to prove who they are, and says what is wrong with the proof. */
export function ProofFields({ vault, proving, autoFocus }: ProofFieldsProps) {
  const { t } = useTranslation();
  const { by, text, setText, change, wait, error } = proving;
  const words = isOfPassphrase(error) ? errorWords(error, t) : undefined;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <div className="w-full">
        {by === 'keychain' && (
          <p className="flex items-start gap-2.5 text-hint text-pretty text-soft">
            <KeyRound size={17} aria-hidden className="mt-px shrink-0 text-accent" />
            {t('exports.proofKeychain', { backend: vault.backend })}
          </p>
        )}
        {by === 'passphrase' && (
          <PassphraseField
            key="passphrase"
            autoFocus={autoFocus}
            label={t('exports.proofPassphrase')}
            hint={t('exports.proofWhy')}
            value={text}
            onChange={setText}
            error={wait.text ?? (words && `${words.title}. ${words.text}`)}
          />
        )}
        {by === 'kit' && <KitCodeField key="kit" value={text} onChange={setText} error={error} autoFocus />}
      </div>
      {change !== null && (
        <Button look="plain" size="small" className="-ms-3 text-accent!" onPress={change}>
          {by === 'kit' ? t('exports.proofNoKit') : t('exports.proofKit')}
        </Button>
      )}
    </div>
  );
}
