import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import type { ComponentType } from 'react';
import type { CoveredFieldProps } from '../design/covered-field.tsx';
import { announce } from '../design/toasts.tsx';
import type { Advice } from './use-advice.ts';

export interface JudgedFieldProps extends Omit<CoveredFieldProps, 'isNew'> {
  advice: Advice;
  /** It was sent: a missing value is now an error. */
  isTried: boolean;
}

const colours = { neutral: 'bg-control', warning: 'bg-urgent', good: 'bg-accent' };

/** A new secret with live advice below it: its length, how hard it is to guess, and how to improve it. */
export function JudgedField({
  covered: Covered,
  advice,
  isTried,
  error,
  ...rest
}: JudgedFieldProps & { covered: ComponentType<CoveredFieldProps> }) {
  const { fill, look, text, isGood, isJudging } = advice;
  const isEmpty = rest.value === '';
  // Said once: as an error after sending, otherwise as advice.
  const wrong = isTried && !isGood && !isJudging ? text : error;
  const isAdvice = !isEmpty && text !== '' && wrong === undefined;
  useEffect(() => {
    if (!isAdvice) return undefined;
    const timer = setTimeout(() => announce(text), 1_200);
    return () => clearTimeout(timer);
  }, [isAdvice, text]);
  return (
    <div className="flex flex-col gap-1.5">
      <Covered {...rest} isNew error={wrong} />
      <div aria-hidden className="mx-px h-1 overflow-hidden rounded-full bg-track">
        <div
          className={`h-full origin-left rtl:origin-right rounded-full transition-transform duration-150 ${colours[look]}`}
          style={{ transform: `scaleX(${fill})` }}
        />
      </div>
      {wrong === undefined && (
        <p className="flex min-h-5 items-start gap-1.5 text-hint text-pretty text-soft">
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
