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
    <main ref={screen} className={`min-h-0 flex-1 scrolls scrolls-even ${className}`}>
      <div className="flex min-h-full flex-col two-panes:py-10">
        <div className="mx-auto my-auto flex w-full max-w-form flex-col gap-5 px-4 py-10 two-panes:hero two-panes:max-w-120 two-panes:px-12 two-panes:py-12">
          <div className="flex flex-col items-center gap-4 text-center">
            <div
              aria-hidden
              className="flex size-16 items-center justify-center rounded-3xl bg-tint text-accent"
            >
              {icon}
            </div>
            <h1
              ref={heading}
              tabIndex={-1}
              className="text-xl leading-tight font-semibold tracking-title text-balance outline-none!"
            >
              {title}
            </h1>
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}
