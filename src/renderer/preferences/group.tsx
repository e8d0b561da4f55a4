import { useId } from 'react';
import type { ReactNode } from 'react';

interface GroupProps {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** Related settings in a card, under a heading. */
export function Group({ title, text, children }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div className="px-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {text !== undefined && <p className="text-[0.8125rem] text-pretty text-soft">{text}</p>}
      </div>
      <Card>{children}</Card>
    </section>
  );
}

/** A card. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`flex flex-col gap-4 rounded-2xl border border-line bg-surface p-4 ${className}`}>
      {children}
    </div>
  );
}

/** Names and values, one below the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-[0.8125rem]">{children}</dl>;
}

/** One line of `Facts`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="selectable min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
