import { Check, ChevronRight, Copy, Pin } from 'lucide-react';
import { memo, useCallback, type CSSProperties, type RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { useStore } from '../connection/store.ts';
import { IconButton } from '../design/icon-button.tsx';
import { useAdvanced, useCode, type ShownCode } from './code-store.ts';
import { Digits, HiddenDigits } from './digits.tsx';
import { IssuerIcon } from './issuer-icon.tsx';
import { nameOf } from './name.ts';
import { NextCodeButton } from './next-code.tsx';
import { TimeRing } from './time-ring.tsx';
import { copied } from './use-copy.ts';
import { useCountdown } from './use-countdown.ts';

interface CodeRowProps {
  entry: EntryView;
  /** What distinguishes the entry from another with the same name; undefined if none has it. */
  mark: string | undefined;
  /** Counted from 0. */
  index: number;
  /** Chosen: it has the list's focus, and Tab reaches its buttons. */
  isCurrent: boolean;
  /** Tab enters the list here: at the chosen row, or at the first if none is chosen. */
  isTabStop: boolean;
  isCovered: boolean;
  isReadOnly: boolean;
  style: CSSProperties;
  /** Measures the row, whose height depends on its content. */
  measure: (row: HTMLElement | null) => void;
  onChoose: (id: string) => void;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  onOpen: (id: string) => void;
}

export const rowId = (id: string): string => `row-${id}`;

/**
 * One entry in the list: its name, its code and the next one, and the time left. A press copies the code. In a
 * narrow or zoomed window, the name stands above the code: a code never appears without its name.
 */
export const CodeRow = memo((props: CodeRowProps) => {
  const { entry, mark, index, isCurrent, isTabStop, style, measure, onChoose, onCopy, onOpen } = props;
  const { t } = useTranslation();
  const name = nameOf(entry, t);
  const code = useCode(useApplication().codes, entry.id);
  const countDown = useCountdown(code);
  const ref: RefCallback<HTMLElement> = useCallback(
    (row) => {
      measure(row);
      return countDown(row);
    },
    [measure, countDown],
  );
  return (
    // The grid handles the keys for all its rows.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      data-index={index}
      role="row"
      id={rowId(entry.id)}
      aria-rowindex={index + 1}
      aria-selected={isCurrent}
      aria-label={mark === undefined ? name : `${name}, ${mark}`}
      tabIndex={isTabStop ? 0 : -1}
      style={style}
      onFocus={() => onChoose(entry.id)}
      onClick={() => onCopy(entry)}
      className="group absolute inset-x-2 flex min-h-18 cursor-pointer items-center gap-3 rounded-2xl px-3 transition-colors duration-100 hover:bg-ink/4 focus-visible:-outline-offset-2 active:bg-ink/7 aria-selected:bg-tint stacked:grid stacked:grid-cols-[minmax(0,1fr)_auto] stacked:gap-x-2 stacked:gap-y-1 stacked:py-2.5 tiny:inset-x-1 tiny:px-2 forced-colors:aria-selected:outline-2"
    >
      <div role="gridcell" className="flex min-w-0 flex-1 items-center gap-3 least:col-span-2">
        <span className="tiny:hidden">
          <IssuerIcon issuer={entry.issuer} account={entry.account} />
        </span>
        <Names entry={entry} mark={mark} />
      </div>
      <RowCode {...props} code={code} />
      <div
        role="gridcell"
        className="-mr-1.5 -ml-2 stacked:col-start-2 stacked:row-start-1 stacked:ml-0 least:row-start-3"
      >
        <IconButton
          label={t('codes.details', { name })}
          excludeFromTabOrder={!isTabStop}
          onPress={() => onOpen(entry.id)}
          className="size-8! opacity-60 group-hover:opacity-100 group-aria-selected:opacity-100 two-panes:hidden"
        >
          <ChevronRight size={18} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
});

function Names({ entry, mark }: Pick<CodeRowProps, 'entry' | 'mark'>) {
  const { t } = useTranslation();
  const [first, second] = entry.issuer === '' ? [entry.account, ''] : [entry.issuer, entry.account];
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-1.5">
        <bdi className="truncate font-medium stacked:line-clamp-2 stacked:wrap-anywhere stacked:whitespace-normal">
          {first || t('codes.unnamed')}
        </bdi>
        {entry.pinned && (
          <>
            <Pin size={12} aria-hidden className="shrink-0 fill-current text-accent" />
            <span className="sr-only">{t('codes.pinned')}</span>
          </>
        )}
      </div>
      {second !== '' && <bdi className="block truncate text-[0.8125rem] text-soft">{second}</bdi>}
      {mark !== undefined && (
        // What distinguishes it from another entry is never cut off.
        <div className="text-xs wrap-anywhere text-soft">{mark}</div>
      )}
    </div>
  );
}

function RowCode(props: CodeRowProps & { code: ShownCode | undefined }) {
  const { entry, code, isCurrent, isTabStop, isCovered, isReadOnly, onCopy } = props;
  const { t } = useTranslation();
  const { codes } = useApplication();
  const advanced = useAdvanced(codes, entry.id);
  const covered = isCovered && !isCurrent;
  const isHotp = entry.kind === 'hotp';
  const now = isHotp ? advanced?.code : code?.code;

  return (
    <>
      <div
        role="gridcell"
        className="flex shrink-0 flex-col items-end stacked:min-w-0 stacked:flex-row stacked:flex-wrap stacked:items-baseline stacked:gap-x-4 least:col-span-2"
      >
        {now === undefined && isHotp && <span className="sr-only">{t('codes.hotpAsk')}</span>}
        {now === undefined && !isHotp && (
          <>
            <span aria-hidden className="h-5 w-24 max-w-full rounded-md bg-ink/8" />
            <span className="sr-only">{t('codes.waiting')}</span>
          </>
        )}
        {now !== undefined && (
          <>
            <span className="urgent-late max-w-full text-[1.375rem] leading-7 font-medium tiny:text-lg">
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
            />
          </>
        )}
      </div>
      <div role="gridcell" className="flex justify-end least:justify-start">
        {isHotp ? (
          <NextCodeButton entry={entry} isReadOnly={isReadOnly} look="row" isTabStop={isTabStop} />
        ) : (
          code !== undefined && <TimeRing size="row" />
        )}
      </div>
    </>
  );
}

/** Below the code: the next code, also for copying; briefly, which one was copied; for HOTP, the counter. */
function Below({
  entry,
  next,
  counter,
  isTabStop,
  onCopy,
}: Pick<CodeRowProps, 'entry' | 'isTabStop' | 'onCopy'> & { next: string; counter: number | undefined }) {
  const { t } = useTranslation();
  const last = useStore(copied);
  const which = last?.id === entry.id ? last.which : null;
  if (which === 'current') return <Said>{t('codes.copied')}</Said>;
  if (counter !== undefined) {
    return <span className="h-4.5 text-xs text-soft">{t('codes.counterAt', { counter })}</span>;
  }
  if (next === '')
    return which === 'next' ? <Said>{t('codes.nextCopied')}</Said> : <span className="h-4.5" />;
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        onCopy(entry, 'next');
      }}
      className={`-mx-1.5 -my-1 flex min-h-6.5 cursor-pointer items-center gap-1 rounded-md px-1.5 text-xs hover:bg-ink/7 hover:text-ink stacked:flex-wrap ${which === 'next' ? 'font-medium text-accent' : 'text-soft'}`}
    >
      {which === 'next' ? (
        <Check size={13} strokeWidth={3} aria-hidden />
      ) : (
        <Copy size={12} aria-hidden className="shown-late shrink-0 text-accent" />
      )}
      <span className="sr-only">{t('codes.copyNext')}</span>
      <span aria-hidden>{which === 'next' ? t('codes.nextCopied') : t('codes.next')}</span>
      <Digits code={next} />
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
