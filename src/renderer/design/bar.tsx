import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';

interface BarProps {
  label: string;
  /** 0 to 1; null if nobody knows. */
  done: number | null;
  /** Stands above the bar; a screen reader reads the label instead. */
  children?: ReactNode;
}

/** How far something is. */
export function Bar({ label, done, children }: BarProps) {
  return (
    <ProgressBar
      aria-label={label}
      isIndeterminate={done === null}
      value={(done ?? 0) * 100}
      className="flex min-w-40 flex-1 flex-col gap-2"
    >
      {children}
      {done !== null && (
        <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-track">
          <span
            className="block h-full rounded-full bg-accent transition-[width] duration-150"
            style={{ width: `${done === 0 ? 0 : Math.max(4, done * 100)}%` }}
          />
        </span>
      )}
    </ProgressBar>
  );
}
