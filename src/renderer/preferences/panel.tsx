import { ArrowLeft, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../design/icon-button.tsx';
import { useBackStep } from '../design/back-step.ts';
import { titleProps, useHeadingFocus } from '../design/heading-focus.ts';
import { Unsaved, useLeave } from '../design/unsaved.tsx';
import { useWide } from '../design/use-wide.ts';
import { back, open, useNavigation } from '../navigation/navigator.ts';
import { isOfCodes } from '../navigation/stack.ts';
import { isOverlaid } from '../design/is-overlaid.ts';

interface PanelProps {
  title: string;
  text?: ReactNode;
  /** One step back within the place; omitted on its first page. */
  onBack?: (() => void) | undefined;
  width?: keyof typeof widths;
  children: ReactNode;
}

/** `cards`: its cards stand side by side where there is room. */
const widths = {
  normal: 'max-w-text',
  wide: 'max-w-3xl',
  full: 'max-w-6xl',
  cards: 'max-w-text two-panes:max-w-cards',
};

/**
 * A page of the settings: the ways back (which ask before filled-in text is lost), its heading (focused when it
 * appears), and its content.
 */
export function Panel(props: PanelProps) {
  return (
    <Unsaved>
      <Page {...props} />
    </Unsaved>
  );
}

function Page({ title, text, onBack, width = 'normal', children }: PanelProps) {
  const { t } = useTranslation();
  const isWide = useWide();
  const { screen, heading } = useHeadingFocus<HTMLElement>();
  const { place, beneath } = useNavigation();
  const leave = useLeave();
  useBackStep(onBack && (() => leave(onBack)));
  useEscapeBack(back);
  // In a wide window, the list of sections stands beside it, and the cross leads to the codes.
  const hasBack = !isWide || onBack !== undefined || 'step' in place || !isOfCodes(beneath);
  return (
    <section ref={screen} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex h-14 shrink-0 items-center justify-between gap-2 px-3">
        {hasBack ? (
          <IconButton label={t('settings.back')} onPress={back}>
            <ArrowLeft size={19} aria-hidden />
          </IconButton>
        ) : (
          <span />
        )}
        <IconButton label={t('settings.close')} onPress={() => open({ at: 'list' })}>
          <X size={19} aria-hidden />
        </IconButton>
      </header>
      <div className="@container min-h-0 flex-1 scrolls scrolls-even">
        {/* Beside the list of sections, its content begins at that list. */}
        <div
          className={`enter-appear mx-auto flex w-full flex-col gap-6 px-4 pt-1 pb-10 two-panes:px-10 ${place.at === 'settings' ? 'two-panes:mx-0' : ''} ${widths[width]}`}
        >
          <div className="flex flex-col gap-1.5">
            <h1
              ref={heading}
              {...titleProps}
              className="text-xl leading-tight font-semibold tracking-title text-balance wrap-anywhere outline-none!"
            >
              {title}
            </h1>
            {text !== undefined && <p className="text-pretty text-soft">{text}</p>}
          </div>
          {width === 'cards' ? <div className="cards">{children}</div> : children}
        </div>
      </div>
    </section>
  );
}

/** Esc goes one step back, unless an open dialog, menu or list, or a field, handles it. */
function useEscapeBack(back: () => void): void {
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isOverlaid()) latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
