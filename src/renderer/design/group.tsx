import { useId, type ReactNode } from 'react';
import { Card } from './card.tsx';

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
