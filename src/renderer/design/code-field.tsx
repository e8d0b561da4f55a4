import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../contract/account-service/limits.ts';
import { plainCode } from '../../contract/account-service/spelling.ts';
import { Field } from './field.tsx';
import { Turning } from './turning.tsx';
import { contractCode, errorWords } from '../words/error-words.ts';

const { code: length } = accountLimits;

interface CodeFieldProps {
  label: string;
  hint?: string;
  /** Called once for each complete code of six digits, typed or pasted. */
  onComplete: (code: string) => void;
  isPending: boolean;
  error: unknown;
  autoFocus?: boolean;
}

/**
 * Six digits of any script. Accepts pasted grouping, and submits itself at the sixth digit; a wrong code is
 * typed over. More than six digits are not a code: the field says so and cuts nothing.
 */
export function CodeField({ label, hint, onComplete, isPending, error, autoFocus = true }: CodeFieldProps) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const words = error === null || error === undefined ? undefined : errorWords(error, t);
  const wrong = words === undefined ? undefined : `${words.title}. ${words.text}`;

  useEffect(() => {
    if (error === null || error === undefined) return;
    // Only a wrong code is typed over; if the server is unreachable, the same one is sent again.
    if (contractCode(error) === 'CODE_WRONG') field.current?.select();
    field.current?.focus();
  }, [error]);

  const onChange = (text: string) => {
    const next = plainCode(text).replaceAll(/\D/g, '');
    setDigits(next);
    if (next.length === length && next !== digits && !isPending) onComplete(next);
  };
  return (
    <Field
      label={label}
      isFleeting
      {...(hint !== undefined && { hint })}
      error={digits.length > length ? t('account.codeTooLong', { count: digits.length }) : wrong}
      value={digits}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && digits.length === length && !isPending) onComplete(digits);
        else event.continuePropagation();
      }}
      autoFocus={autoFocus}
      inputRef={field}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck="false"
      inputClassName="digits h-14! ps-11! text-center text-2xl! tracking-[0.25em]! font-medium"
      after={
        <span className="flex size-9 items-center justify-center text-accent">
          {isPending && <Turning className="size-5" />}
        </span>
      }
    />
  );
}
