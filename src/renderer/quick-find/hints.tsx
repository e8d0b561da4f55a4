import type { ReactNode } from 'react';

/** The line at the bottom: what the keys do now. */
export function Keys({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-10 shrink-0 items-center justify-end gap-4 overflow-hidden border-t border-line bg-canvas px-4 text-xs text-soft">
      {children}
    </div>
  );
}

/** Keys, and what they do. */
export function Hint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="flex shrink-0 items-center gap-1.5 whitespace-nowrap">
      {children}
      <span className="flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="inline-flex h-5 min-w-5 items-center justify-center rounded-md border border-line bg-surface px-1.5 font-sans text-mini font-medium text-ink"
          >
            {key}
          </kbd>
        ))}
      </span>
    </span>
  );
}
