import { Check } from 'lucide-react';
import type { TFunction } from 'i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { useStore } from '../connection/store.ts';
import { useAdvanced, type ShownCode } from './code-store.ts';
import { Digits, HiddenDigits, SeenDigits, spoken } from './digits.tsx';
import { NextCodeButton } from './next-code.tsx';
import { TimeRing } from './time-ring.tsx';
import { copied } from './use-copy.ts';

interface RowCodeProps {
  entry: EntryView;
  code: ShownCode | undefined;
  isCurrent: boolean;
  isTabStop: boolean;
  isCovered: boolean;
  isReadOnly: boolean;
  /** Whether a press selects the row: then nothing in it takes one of its own. */
  isSelecting: boolean;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  t: TFunction;
}

/** The element that says an entry's code, for its row to be described by. */
export const codeId = (id: string): string => `code-${id}`;

/** An entry's code in the list with what stands below it, and its time left or its next-code button. */
export function RowCode(props: RowCodeProps) {
  const { entry, code, isCurrent, isTabStop, isCovered, isReadOnly, isSelecting, onCopy, t } = props;
  const { codes } = useApplication();
  const advanced = useAdvanced(codes, entry.id);
  const covered = isCovered && !isCurrent;
  const isHotp = entry.kind === 'hotp';
  const now = isHotp ? advanced?.code : code?.code;

  return (
    <>
      <div
        role="gridcell"
        inert={isSelecting}
        className="flex shrink-0 flex-col items-end stacked:min-w-0 stacked:flex-row stacked:flex-wrap stacked:items-baseline stacked:gap-x-4 least:col-span-2"
      >
        {now === undefined && isHotp && (
          <span id={codeId(entry.id)} className="sr-only">
            {t('codes.hotpAsk')}
          </span>
        )}
        {now === undefined && !isHotp && (
          <>
            <span aria-hidden className="h-5 w-24 max-w-full rounded-md bg-ink/8" />
            <span id={codeId(entry.id)} className="sr-only">
              {t('codes.waiting')}
            </span>
          </>
        )}
        {now !== undefined && (
          <>
            <span
              id={codeId(entry.id)}
              className="urgent-late max-w-full text-[1.375rem] leading-7 font-medium compact:text-lg compact:leading-5 large-digits:text-3xl large-digits:leading-9 compact:large-digits:text-2xl compact:large-digits:leading-7 tiny:text-lg"
            >
              {covered ? (
                <HiddenDigits length={now.length} />
              ) : (
                <Digits code={now} className="stacked:flex-wrap" />
              )}
            </span>
            <Below
              entry={entry}
              next={covered ? '' : (code?.next ?? '')}
              counter={advanced?.counter}
              isTabStop={isTabStop}
              onCopy={onCopy}
              t={t}
            />
          </>
        )}
      </div>
      <div role="gridcell" inert={isSelecting} className="flex justify-end least:justify-start">
        {isHotp ? (
          <NextCodeButton entry={entry} isReadOnly={isReadOnly} look="row" isTabStop={isTabStop} />
        ) : (
          code !== undefined && <TimeRing size="row" />
        )}
      </div>
    </>
  );
}

/** In a compact list, only the row with the focus has room for what stands below its code. */
const roomOnly = 'compact:hidden compact:group-aria-selected:flex';

/** Below the code: the next code, also for copying; briefly, which one was copied; for HOTP, the counter. */
function Below({
  entry,
  next,
  counter,
  isTabStop,
  onCopy,
  t,
}: Pick<RowCodeProps, 'entry' | 'isTabStop' | 'onCopy' | 't'> & {
  next: string;
  counter: number | undefined;
}) {
  const last = useStore(copied);
  const which = last?.id === entry.id ? last.which : null;
  if (which === 'current') return <Said>{t('codes.copied')}</Said>;
  if (counter !== undefined) {
    return <span className={`h-4.5 text-xs text-soft ${roomOnly}`}>{t('codes.counterAt', { counter })}</span>;
  }
  if (next === '')
    return which === 'next' ? <Said>{t('codes.nextCopied')}</Said> : <span className={`h-4.5 ${roomOnly}`} />;
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        onCopy(entry, 'next');
      }}
      className={`-mx-1.5 -my-1 flex min-h-6.5 cursor-pointer items-center gap-1 rounded-md px-1.5 text-xs hover:bg-ink/7 hover:text-ink stacked:flex-wrap ${roomOnly} ${which === 'next' ? 'font-medium text-accent' : 'text-soft'}`}
    >
      {which === 'next' ? (
        <Check size={13} strokeWidth={3} aria-hidden />
      ) : (
        <span aria-hidden className="copy-sign shown-late shrink-0 text-accent" />
      )}
      <span className="sr-only">{`${t('codes.copyNext')} ${spoken(next)}`}</span>
      <span aria-hidden>{which === 'next' ? t('codes.nextCopied') : t('codes.next')}</span>
      <SeenDigits code={next} />
    </button>
  );
}

function Said({ children }: { children: string }) {
  return (
    <span className="enter-appear flex h-4.5 items-center gap-1 text-xs font-medium text-accent">
      <Check size={13} strokeWidth={3} aria-hidden />
      {children}
    </span>
  );
}
