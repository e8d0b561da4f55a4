import type { ReactNode } from 'react';

/** A card. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`flex flex-col gap-4 rounded-2xl border border-line bg-surface p-4 ${className}`}>
      {children}
    </div>
  );
}
