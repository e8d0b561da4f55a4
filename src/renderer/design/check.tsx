import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import { firstFocusProps } from './first-focus.ts';

interface CheckProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  /** Some of what it stands for is chosen, and not all. */
  isIndeterminate?: boolean;
  isDisabled?: boolean;
  /** In a row of a list, Tab may pass it by. */
  isTabStop?: boolean;
  autoFocus?: boolean;
  'aria-label'?: string;
  /** Its label, if it has no `aria-label`. */
  children?: ReactNode;
  className?: string;
}

/** A check box with its label: the browser's own, because a long list draws many of them at once. */
export function Check({
  isSelected,
  onChange,
  isIndeterminate = false,
  isDisabled = false,
  isTabStop = true,
  autoFocus = false,
  children,
  className = '',
  ...named
}: CheckProps) {
  return (
    <label
      className={`flex min-h-6 items-start gap-3 ${isDisabled ? 'text-soft forced-colors:text-[GrayText]' : ''} ${className}`}
    >
      <input
        {...named}
        {...firstFocusProps(autoFocus)}
        type="checkbox"
        ref={(box) => {
          if (box !== null) box.indeterminate = isIndeterminate;
        }}
        checked={isSelected}
        disabled={isDisabled}
        autoFocus={autoFocus}
        tabIndex={isTabStop ? 0 : -1}
        onChange={(event) => onChange(event.target.checked)}
        className="tick-box mt-px size-5 shrink-0 rounded-md border-2 border-control bg-surface transition-colors"
      />
      {children}
    </label>
  );
}

/** The box of what can be chosen, inside a `group` of React Aria that says whether it is. */
export function TickBox() {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-md border-2 border-control bg-surface text-on-accent transition-colors duration-100 group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent"
    >
      <Tick size={14} strokeWidth={3.5} aria-hidden className="opacity-0 group-data-[selected]:opacity-100" />
    </span>
  );
}
