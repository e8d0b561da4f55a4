import { useId } from 'react';
import type { ReactNode } from 'react';

interface PartCardProps {
  title: string;
  /** What there is of it. */
  text: string;
  isUrgent?: boolean;
  /** What can be done with it. */
  children: ReactNode;
}

/** A part of an entry's page that is more than a fact: what there is of it, and the buttons that lead to it. */
export function PartCard({ title, text, isUrgent = false, children }: PartCardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 rounded-2xl border border-line bg-surface px-4 py-3.5"
    >
      <div className="flex flex-col gap-0.5">
        <h3 id={id} className="text-sm font-semibold">
          {title}
        </h3>
        <p className={`text-hint text-pretty ${isUrgent ? 'font-medium text-urgent' : 'text-soft'}`}>
          {text}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  );
}
