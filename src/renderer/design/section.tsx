import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  text?: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of the account page, under its own heading. */
export function Section({ title, text, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div className="px-1 pt-2">
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
          <h2 id={id} className="min-w-0 text-head font-semibold">
            {title}
          </h2>
          {action}
        </div>
        {text !== undefined && <p className="text-hint text-pretty text-soft">{text}</p>}
      </div>
      {children}
    </section>
  );
}
