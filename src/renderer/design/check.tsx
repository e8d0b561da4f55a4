import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import type { CheckboxProps } from 'react-aria-components';
import { firstFocusProps } from './first-focus.ts';

interface CheckProps extends Omit<CheckboxProps, 'className' | 'children'> {
  children?: ReactNode;
  className?: string;
}

/** A check box with its label. */
export function Check({ children, className = '', ...rest }: CheckProps) {
  return (
    <Checkbox
      {...rest}
      {...firstFocusProps(rest.autoFocus)}
      className={`group flex min-h-6 items-start gap-3 ${className}`}
    >
      <TickBox className="mt-px" />
      {children}
    </Checkbox>
  );
}

/** The box of what can be chosen, inside a `group` of React Aria that says whether it is. */
export function TickBox({ className = '' }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={`flex size-5 shrink-0 items-center justify-center rounded-md border-2 border-control bg-surface text-on-accent transition-colors duration-100 group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent ${className}`}
    >
      <Tick size={14} strokeWidth={3.5} aria-hidden className="opacity-0 group-data-[selected]:opacity-100" />
    </span>
  );
}
