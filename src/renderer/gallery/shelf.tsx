import { useId, type ReactNode, type RefCallback } from 'react';

/** A part of the gallery, under its heading. */
export function Shelf({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <h2 id={id} className="border-b border-line pb-2 text-lg font-semibold">
        {title}
      </h2>
      <div className="cards">{children}</div>
    </section>
  );
}

/** One component, and its states beside each other. */
export function Shown({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
      <h3 id={id} className="text-hint font-medium text-soft">
        {name}
      </h3>
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </section>
  );
}

/** The same over the whole width. */
export function Wide({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Shown name={name}>
      <div className="flex w-full min-w-0 flex-col gap-4">{children}</div>
    </Shown>
  );
}

/** Draws a component of React Aria as if the pointer were on it, held it down, or the keyboard had come to it. */
export function as(state: 'hovered' | 'pressed' | 'focus-visible'): RefCallback<HTMLElement> {
  return (element) => element?.setAttribute(`data-${state}`, 'true');
}
