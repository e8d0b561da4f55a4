import type { ReactNode } from 'react';

/** A card with rows of one kind, one below the other. */
export function Rows({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
      {children}
    </div>
  );
}
