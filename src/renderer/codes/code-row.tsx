import { Check, ChevronRight, Copy, Pin } from 'lucide-react';
import { memo, useRef } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { useStore } from '../connection/store.ts';
import { IconButton } from '../controls/button.tsx';
import { useAdvanced, useCode } from './code-store.ts';
import { Digits, HiddenDigits } from './digits.tsx';
import { IssuerIcon } from './issuer-icon.tsx';
import { nameOf } from './name.ts';
import { NextCodeButton } from './next-code.tsx';
import { TimeRing } from './time-ring.tsx';
import { copied } from './use-copy.ts';
import { useCountdown } from './use-countdown.ts';

interface CodeRowProps {
  entry: EntryView;
  /** From 0. */
  index: number;
  /** Chosen: it has the list's focus, and its buttons can be reached with Tab. */
  isCurrent: boolean;
  /** Tab comes here: the chosen row, or the first where none is. */
  isTabStop: boolean;
  isCovered: boolean;
  isReadOnly: boolean;
  style: CSSProperties;
  onChoose: (id: string) => void;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  onOpen: (id: string) => void;
}

export const rowId = (id: string): string => `row-${id}`;

/** One entry in the list: who it is for, its code and the next one, the time left. A press copies the code. */
export const CodeRow = memo((props: CodeRowProps) => {
  const { entry, index, isCurrent, isTabStop, style, onChoose, onCopy, onOpen } = props;
  const { t } = useTranslation();
  const name = nameOf(entry, t);
  const row = useRef<HTMLDivElement>(null);
  return (
    // The grid handles the keys of all its rows.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      role="row"
      id={rowId(entry.id)}
      aria-rowindex={index + 1}
      aria-selected={isCurrent}
      aria-label={name}
      tabIndex={isTabStop ? 0 : -1}
      style={style}
      onFocus={() => onChoose(entry.id)}
      onClick={() => onCopy(entry)}
      className="group absolute inset-x-2 flex cursor-pointer items-center gap-3 rounded-2xl px-3 transition-colors duration-100 hover:bg-ink/4 focus-visible:-outline-offset-2 active:bg-ink/7 aria-selected:bg-tint forced-colors:aria-selected:outline-2"
    >
      <div role="gridcell" className="flex min-w-0 flex-1 items-center gap-3">
        <span className="max-[22.5rem]:hidden">
          <IssuerIcon issuer={entry.issuer} account={entry.account} />
        </span>
        <Names entry={entry} />
      </div>
      <RowCode {...props} row={row} />
      <div role="gridcell" className="-mr-1.5 -ml-2">
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

function Names({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const [first, second] = entry.issuer === '' ? [entry.account, ''] : [entry.issuer, entry.account];
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-1.5">
        <bdi className="truncate font-medium">{first || t('codes.unnamed')}</bdi>
        {entry.pinned && (
          <>
            <Pin size={12} aria-hidden className="shrink-0 fill-current text-accent" />
            <span className="sr-only">{t('codes.pinned')}</span>
          </>
        )}
      </div>
      {second !== '' && (
        <div className="truncate text-[0.8125rem] text-soft">
          <bdi>{second}</bdi>
        </div>
      )}
    </div>
  );
}

function RowCode({
  row,
  entry,
  isCurrent,
  isTabStop,
  isCovered,
  isReadOnly,
  onCopy,
}: CodeRowProps & { row: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const { codes } = useApplication();
  const code = useCode(codes, entry.id);
  const advanced = useAdvanced(codes, entry.id);
  useCountdown(row, code);
  const covered = isCovered && !isCurrent;
  const isHotp = entry.kind === 'hotp';
  const now = isHotp ? advanced?.code : code?.code;

  return (
    <>
      <div role="gridcell" className="flex flex-col items-end">
        {now === undefined && isHotp && <span className="sr-only">{t('codes.hotpAsk')}</span>}
        {now === undefined && !isHotp && (
          <>
            <span aria-hidden className="h-5 w-24 rounded-md bg-ink/8" />
            <span className="sr-only">{t('codes.waiting')}</span>
          </>
        )}
        {now !== undefined && (
          <>
            <span className="urgent-late text-[1.375rem] leading-7 font-medium">
              {covered ? <HiddenDigits length={now.length} /> : <Digits code={now} />}
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
      <div role="gridcell" className="flex justify-end">
        {isHotp ? (
          <NextCodeButton entry={entry} isReadOnly={isReadOnly} look="row" isTabStop={isTabStop} />
        ) : (
          code !== undefined && <TimeRing size="row" />
        )}
      </div>
    </>
  );
}

/** Below the code: the next one, quiet, to be copied too; for a moment, that it was; of HOTP, the counter. */
function Below({
  entry,
  next,
  counter,
  isTabStop,
  onCopy,
}: Pick<CodeRowProps, 'entry' | 'isTabStop' | 'onCopy'> & { next: string; counter: number | undefined }) {
  const { t } = useTranslation();
  const isCopied = useStore(copied)?.id === entry.id;
  if (isCopied) {
    return (
      <span className="enter-appear flex h-4.5 items-center gap-1 text-xs font-medium text-accent">
        <Check size={13} strokeWidth={3} aria-hidden />
        {t('codes.copied')}
      </span>
    );
  }
  if (counter !== undefined) {
    return <span className="h-4.5 text-xs text-soft">{t('codes.counterAt', { counter })}</span>;
  }
  if (next === '') return <span className="h-4.5" />;
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        onCopy(entry, 'next');
      }}
      className="relative -mx-1.5 -my-1 flex h-6.5 cursor-pointer items-center gap-1.5 rounded-md px-1.5 text-xs text-soft hover:bg-ink/7 hover:text-ink"
    >
      <Copy size={12} aria-hidden className="shown-late absolute -left-2.5 text-accent" />
      <span className="sr-only">{t('codes.copyNext')}</span>
      <span aria-hidden className="max-[22.5rem]:hidden">
        {t('codes.next')}
      </span>
      <Digits code={next} />
    </button>
  );
}
