import { useId, type ReactNode } from 'react';
import { Card } from './card.tsx';
import { Rows } from './rows.tsx';

interface GroupProps {
  title: string;
  text?: ReactNode;
  /** What its card holds: anything, or rows that reach from edge to edge. */
  holds?: 'parts' | 'rows';
  children: ReactNode;
}

/** Related settings in a card, under a heading. */
export function Group({ title, text, holds = 'parts', children }: GroupProps) {
  const id = useId();
  const Holder = holds === 'parts' ? Card : Rows;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2.5">
      <div className="px-1">
        <h2 id={id} className="text-head font-semibold">
          {title}
        </h2>
        {text !== undefined && <p className="text-hint text-pretty text-soft">{text}</p>}
      </div>
      <Holder>{children}</Holder>
    </section>
  );
}
