import {
  Archive,
  ChevronDown,
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CirclePlus,
  CircleX,
  GitCompareArrows,
  Pin,
  type LucideIcon,
} from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../contract/imports.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { Check } from '../design/check.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { isChoosable, isLeftOut, isOpen, type Decisions, type RowDecision } from './decisions.ts';
import { RowDetails } from './row-details.tsx';
import { outcomeWords, problemWords, rowName, unusualWords } from './row-words.ts';

interface RowLineProps {
  importId: string;
  row: ImportRow;
  /** The earlier row that is the same. */
  twin: ImportRow | undefined;
  /** Counted from 0. */
  index: number;
  /** Tab enters the list here, and reaches the row's buttons. */
  isTabStop: boolean;
  isOpened: boolean;
  isReadOnly: boolean;
  decisions: Decisions;
  /** Where it begins below the list's beginning, in pixels. */
  start: number;
  measure: (row: HTMLElement | null) => void;
  acts: RowActs;
}

/** What a person does with a row. Always the same object, so that scrolling draws no row again. */
export interface RowActs {
  focus: (index: number) => void;
  bring: (row: ImportRow, isComing: boolean) => void;
  decide: (row: ImportRow, decision: RowDecision) => void;
  toggle: (row: ImportRow) => void;
}

/** The columns of a row and of the head: a line where there is room, else a card. */
export const columns =
  'grid items-center gap-x-3 px-4 grid-cols-[1.5rem_minmax(0,1fr)_2.25rem] two-panes:grid-cols-[1.5rem_minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1.3fr)_2.25rem]';

export const rowLineId = (row: number): string => `import-row-${row}`;

/** One row of the dry run: its names, what is unusual about it, what happens to it, and on demand its details. */
export const RowLine = memo((props: RowLineProps) => {
  const { row, index, isTabStop, isOpened, isReadOnly, decisions, start, measure, acts } = props;
  const { t } = useTranslation();
  const name = rowName(row, t);
  const canChoose = !isReadOnly && isChoosable(row, decisions);
  const isOut = isLeftOut(row, decisions);
  const outcome = outcomeWords(row, decisions, t);
  return (
    <div
      ref={measure}
      data-index={index}
      id={rowLineId(row.row)}
      role="row"
      aria-rowindex={index + 2}
      {...(canChoose && { 'aria-selected': !isOut })}
      aria-label={`${name}. ${outcome}`}
      tabIndex={isTabStop ? 0 : -1}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={() => acts.focus(index)}
      className={`${columns} absolute inset-x-0 top-0 min-h-15 gap-y-1 border-b border-line py-2 focus-visible:-outline-offset-2`}
    >
      <div role="gridcell" className="flex items-center">
        {canChoose && (
          <Check
            aria-label={t('imports.bring', { name })}
            excludeFromTabOrder={!isTabStop}
            isSelected={!isOut}
            onChange={(isComing) => acts.bring(row, isComing)}
          />
        )}
      </div>
      <Names row={row} isDim={isOut} />
      <div
        role="gridcell"
        className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 text-[0.8125rem] text-soft max-two:col-start-2 max-two:row-start-2 max-two:empty:hidden"
      >
        <Settings row={row} />
      </div>
      <Outcome row={row} decisions={decisions} text={outcome} />
      <div role="gridcell" className="max-two:col-start-3 max-two:row-start-1">
        <IconButton
          label={t('imports.details', { name })}
          aria-expanded={isOpened}
          excludeFromTabOrder={!isTabStop}
          onPress={() => acts.toggle(row)}
        >
          <ChevronDown
            size={18}
            aria-hidden
            className={`transition-transform duration-150 ${isOpened ? 'rotate-180' : ''}`}
          />
        </IconButton>
      </div>
      {isOpened && (
        <div role="gridcell" className="col-span-full pt-1 pb-2 two-panes:pl-9">
          <RowDetails
            importId={props.importId}
            row={row}
            twin={props.twin}
            decisions={decisions}
            isReadOnly={isReadOnly}
            onDecide={(decision) => acts.decide(row, decision)}
          />
        </div>
      )}
    </div>
  );
});

function Names({ row, isDim }: { row: ImportRow; isDim: boolean }) {
  const { t } = useTranslation();
  const { issuer, account } = row;
  return (
    <div role="gridcell" className={`flex min-w-0 items-center gap-3 ${isDim ? 'opacity-60' : ''}`}>
      <IssuerIcon issuer={issuer} account={account} size={32} />
      <span className="min-w-0">
        <span className="flex items-center gap-1.5">
          <bdi className="truncate font-medium">{issuer || account || t('imports.unnamedRow')}</bdi>
          {row.pinned && (
            <>
              <Pin size={12} aria-hidden className="shrink-0 fill-current text-accent" />
              <span className="sr-only">{t('imports.pinned')}</span>
            </>
          )}
        </span>
        {issuer !== '' && account !== '' && (
          <bdi className="block truncate text-[0.8125rem] text-soft">{account}</bdi>
        )}
      </span>
    </div>
  );
}

/** How many tags a row names. */
const fewTags = 3;

function Settings({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const { tags, hasNote } = row;
  const unusual = unusualWords(row, t);
  return (
    <>
      {unusual !== '' && <span>{unusual}</span>}
      {tags.slice(0, fewTags).map((tag) => (
        <bdi key={tag} className="max-w-full truncate rounded-full bg-ink/7 px-2 py-px text-xs text-ink">
          {tag}
        </bdi>
      ))}
      {tags.length > fewTags && <span>+{tags.length - fewTags}</span>}
      {hasNote && <span>{t('imports.hasNote')}</span>}
    </>
  );
}

function Outcome({ row, decisions, text }: { row: ImportRow; decisions: Decisions; text: string }) {
  const { t } = useTranslation();
  const [Icon, colour] = looksOf(row, decisions);
  const [problem] = row.problems;
  return (
    <div
      role="gridcell"
      className="flex min-w-0 items-start gap-2 text-[0.8125rem] max-two:col-span-2 max-two:col-start-2"
    >
      <Icon size={16} aria-hidden className={`mt-0.5 shrink-0 ${colour}`} />
      <span className="min-w-0">
        <span className="block">{text}</span>
        {problem !== undefined && (
          <span className="line-clamp-2 text-xs text-soft">
            {problemWords({ ...problem, subject: '' }, t)}
          </span>
        )}
      </span>
    </div>
  );
}

function looksOf(row: ImportRow, decisions: Decisions): [LucideIcon, string] {
  if (row.outcome === 'unreadable') return [CircleX, 'text-danger'];
  if (row.outcome === 'here' || row.outcome === 'twice') return [CircleCheck, 'text-soft'];
  if (isLeftOut(row, decisions)) return [CircleMinus, 'text-soft'];
  if (isOpen(row, decisions)) return [CircleHelp, 'text-urgent'];
  if (row.outcome === 'new') return [CirclePlus, 'text-accent'];
  return row.outcome === 'quarantine' ? [Archive, 'text-urgent'] : [GitCompareArrows, 'text-accent'];
}
