import type { ReactNode } from 'react';
import { useHeadingFocus } from './heading-focus.ts';

interface PageProps {
  title: string;
  icon: ReactNode;
  children: ReactNode;
  className?: string;
  /** The heading takes the focus when the screen appears, unless one of its fields has it. */
  takesFocus?: boolean;
}

/** A screen for one task: an icon, its subject and the next step, in a narrow column. */
export function Page({ title, icon, children, className = '', takesFocus = false }: PageProps) {
  const { screen, heading } = useHeadingFocus<HTMLElement>(takesFocus);
  return (
    <main ref={screen} className={`min-h-0 flex-1 scrolls ${className}`}>
      <div className="mx-auto flex min-h-full w-full max-w-md flex-col justify-center gap-5 px-6 py-10">
        <div className="flex flex-col items-center gap-4 text-center">
          <div
            aria-hidden
            className="flex size-16 items-center justify-center rounded-2xl bg-tint text-accent"
          >
            {icon}
          </div>
          <h1
            ref={heading}
            tabIndex={-1}
            className="text-xl leading-tight font-semibold tracking-tight text-balance outline-none!"
          >
            {title}
          </h1>
        </div>
        {children}
      </div>
    </main>
  );
}
