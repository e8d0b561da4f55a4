import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import { IconButton } from './button.tsx';
import { Field } from './field.tsx';

interface PassphraseFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  isNew?: boolean;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A passphrase, covered unless the person asks to see it. */
export function PassphraseField({ isNew = false, ...rest }: PassphraseFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...rest}
      type={shown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      spellCheck="false"
      maxLength={textLimits.passphrase}
      after={
        <IconButton label={shown ? t('firstRun.hide') : t('firstRun.show')} onPress={() => setShown(!shown)}>
          {shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
        </IconButton>
      }
    />
  );
}
