import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from '../../controls/toasts.tsx';
import { PasswordField } from './password-field.tsx';
import type { Advice } from './use-advice.ts';

interface NewPasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  advice: Advice;
  /** It was sent: what is missing is an error now. */
  isTried: boolean;
  autoFocus?: boolean;
}

const colours = { neutral: 'bg-accent/60', warning: 'bg-urgent', good: 'bg-accent' };

/** A new password with live advice below it: how long, how hard to guess, and what would make it better. */
export function NewPasswordField({ advice, isTried, ...rest }: NewPasswordFieldProps) {
  const { fill, look, text, isGood } = advice;
  const isEmpty = rest.value === '';
  // Said once: as what is wrong, after it was sent, else as advice.
  const isError = isTried && !isGood;
  useEffect(() => {
    if (isEmpty || text === '') return undefined;
    const timer = setTimeout(() => announce(text), 1_200);
    return () => clearTimeout(timer);
  }, [isEmpty, text]);
  return (
    <div className="flex flex-col gap-1.5">
      <PasswordField {...rest} isNew error={isError ? text : undefined} />
      <div aria-hidden className="mx-px h-1 overflow-hidden rounded-full bg-ink/10">
        <div
          className={`h-full origin-left rounded-full transition-transform duration-150 ${colours[look]}`}
          style={{ transform: `scaleX(${fill})` }}
        />
      </div>
      {!isError && (
        <p className="flex min-h-5 items-start gap-1.5 text-[0.8125rem] text-pretty text-soft">
          {look === 'good' && <CircleCheck size={15} aria-hidden className="mt-0.5 shrink-0 text-accent" />}
          {look === 'warning' && (
            <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-urgent" />
          )}
          {text}
        </p>
      )}
    </div>
  );
}
