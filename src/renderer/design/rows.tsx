import type { ReactNode } from 'react';

/** A card with rows of one kind, one below the other. */
export function Rows({ children }: { children: ReactNode }) {
  return <div className="card flex flex-col divide-y divide-line overflow-hidden">{children}</div>;
}
