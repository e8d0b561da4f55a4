import type { ReactNode } from 'react';

/** A card. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`card flex flex-col gap-4 p-4 two-panes:p-5 ${className}`}>{children}</div>;
}
