import { ArrowLeft, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBackStep } from '../../design/back-step.ts';
import { IconButton } from '../../design/icon-button.tsx';
import { back, done, useNavigation } from '../../navigation/navigator.ts';
import { isOfCodes } from '../../navigation/stack.ts';
import { ServerTrouble } from '../server/server-trouble.tsx';
import { titleProps, useTitleFocus } from '../../design/heading-focus.ts';
import { announce } from '../../design/toasts.tsx';
import { Progress, ProgressRail, type ProgressStep } from './progress.tsx';
import { Whereabouts } from './whereabouts.tsx';

interface StepProps {
  title: string;
  /** The reason for this step, in one sentence. */
  text?: ReactNode;
  icon?: ReactNode;
  progress?: ProgressStep;
  /** What the back arrow does; by default, one place back. */
  onBack?: () => void;
  /** In a wide window: a card for one decision, a wider one, or a page of its own with columns. */
  width?: keyof typeof widths;
  children: ReactNode;
}

/** In a wide window, the way there stands beside the step: its card is wider by that. */
const widths = {
  narrow: { alone: 'two-panes:max-w-120', guided: 'two-panes:max-w-200' },
  wide: { alone: 'two-panes:max-w-192', guided: 'two-panes:max-w-256' },
  page: { alone: 'two-panes:max-w-400', guided: 'two-panes:max-w-400' },
};

/**
 * A screen of the account: the ways back and out at the top, one decision below. The heading takes the focus,
 * unless a field in it does: then it is announced.
 */
export function Step({ title, text, icon, progress, onBack, width = 'narrow', children }: StepProps) {
  const { t } = useTranslation();
  const { beneath } = useNavigation();
  const isOut = onBack === toCodes || (onBack === undefined && isOfCodes(beneath));
  useBackStep(onBack);
  useTitleFocus();
  const screen = useRef<HTMLElement>(null);
  const [first] = useState(title);
  useEffect(() => {
    if (screen.current?.querySelector('[data-first-focus]') != null) announce(first);
  }, [first]);
  const isPage = width === 'page';

  return (
    <main ref={screen} className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2 px-3">
        <IconButton label={isOut ? t('account.toCodes') : t('account.back')} onPress={back}>
          <ArrowLeft size={19} aria-hidden />
        </IconButton>
        <div className="min-w-0 flex-1">
          {progress !== undefined && (
            <div className="two-panes:hidden">
              <Progress step={progress} />
            </div>
          )}
        </div>
        {isOut ? (
          <span className="size-9" />
        ) : (
          <IconButton label={t('account.toCodes')} onPress={toCodes}>
            <X size={19} aria-hidden />
          </IconButton>
        )}
      </header>
      <div className="flex min-h-0 flex-1 flex-col scrolls scrolls-even two-panes:px-6 two-panes:pb-10">
        <div
          className={`mx-auto flex w-full max-w-form flex-1 two-panes:flex-none ${isPage ? '' : 'two-panes:mt-[max(0.5rem,7vh)] two-panes:hero two-panes:overflow-hidden'} ${widths[width][progress === undefined ? 'alone' : 'guided']}`}
        >
          {progress !== undefined && <ProgressRail step={progress} />}
          <div
            className={`enter-appear @container flex min-w-0 flex-1 flex-col gap-5 px-4 pt-2 pb-6 ${isPage ? '' : 'two-panes:min-h-104 two-panes:px-10 two-panes:pt-10 two-panes:pb-7'}`}
          >
            <div className="flex flex-col gap-1.5">
              {icon !== undefined && (
                <div
                  aria-hidden
                  className="mb-2 flex size-14 items-center justify-center rounded-2xl bg-tint text-accent"
                >
                  {icon}
                </div>
              )}
              <h1
                {...titleProps}
                className="text-xl leading-tight font-semibold tracking-title text-balance wrap-anywhere outline-none!"
              >
                {title}
              </h1>
              {text !== undefined && <p className="text-pretty text-soft">{text}</p>}
            </div>
            <ServerTrouble />
            {children}
            <Whereabouts />
          </div>
        </div>
      </div>
    </main>
  );
}

/** Leaves the account for the codes. What was typed may go: each step can be taken again. */
export function toCodes(): void {
  done({ at: 'list' });
}
