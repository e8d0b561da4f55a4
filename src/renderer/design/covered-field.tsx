import { Eye, EyeOff } from 'lucide-react';
import { useState, type Ref } from 'react';
import { IconButton } from './icon-button.tsx';
import { Field } from './field.tsx';

export interface CoveredFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  /** The person is choosing a new one, so a password manager offers one. */
  isNew?: boolean;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement | null>;
}

interface CoverProps {
  /** The maximum number of characters, as `Field` counts them. */
  limit: number;
  /** The button's name while the text is covered, and while it is shown. */
  showLabel: string;
  hideLabel: string;
}

/** A password or a passphrase, covered unless the person asks to see it. */
export function CoveredField({
  isNew = false,
  showLabel,
  hideLabel,
  ...rest
}: CoveredFieldProps & CoverProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Field
      {...rest}
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      spellCheck="false"
      after={
        <IconButton label={isShown ? hideLabel : showLabel} onPress={() => setShown(!isShown)}>
          {isShown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
        </IconButton>
      }
    />
  );
}
