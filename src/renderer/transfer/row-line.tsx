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
import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { ImportRow } from '../../contract/imports.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { Check } from '../design/check.tsx';
import { RowIconButton } from '../design/icon-button.tsx';
import { isChoosable, isOpen, type Decided, type RowDecision } from './decisions.ts';
import { RowDetails } from './row-details.tsx';
import { outcomeWords, problemWords, rowName, unusualWords } from './row-words.ts';

/** Without the decisions on other rows, so that they draw this one not again. */
interface RowLineProps extends Decided {
  importId: string;
  row: ImportRow;
  /** The earlier row that is the same, if the details are open. */
  twin: ImportRow | undefined;
  /** Counted from 0. */
  index: number;
  /** Tab enters the list here, and reaches the row's buttons. */
  isTabStop: boolean;
  isOpened: boolean;
  isReadOnly: boolean;
  /** Where it begins below the list's beginning, in pixels. */
  start: number;
  measure: (row: HTMLElement | null) => void;
  acts: RowActs;
  /** Handed down, because a hook in each part of each row would cost as much as the row. */
  t: TFunction;
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
  const { row, index, isTabStop, isOpened, isReadOnly, isLeftOut, start, measure, acts, t } = props;
  const name = rowName(row, t);
  const canChoose = !isReadOnly && isChoosable(row, props);
  const outcome = outcomeWords(row, props, t);
  return (
    <div
      ref={measure}
      data-index={index}
      id={rowLineId(row.row)}
      role="row"
      aria-rowindex={index + 2}
      {...(canChoose && { 'aria-selected': !isLeftOut })}
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
            isTabStop={isTabStop}
            isSelected={!isLeftOut}
            onChange={(isComing) => acts.bring(row, isComing)}
          />
        )}
      </div>
      <Names row={row} isDim={isLeftOut} t={t} />
      <div
        role="gridcell"
        className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 text-hint text-soft max-two:col-start-2 max-two:row-start-2 max-two:empty:hidden"
      >
        <Settings row={row} t={t} />
      </div>
      <Outcome row={row} decided={props} text={outcome} t={t} />
      <div role="gridcell" className="max-two:col-start-3 max-two:row-start-1">
        <RowIconButton
          label={t('imports.details', { name })}
          aria-expanded={isOpened}
          isTabStop={isTabStop}
          onPress={() => acts.toggle(row)}
        >
          <ChevronDown
            size={18}
            aria-hidden
            className={`transition-transform duration-150 ${isOpened ? 'rotate-180' : ''}`}
          />
        </RowIconButton>
      </div>
      {isOpened && (
        <div role="gridcell" className="col-span-full pt-1 pb-2 two-panes:ps-9">
          <RowDetails
            importId={props.importId}
            row={row}
            twin={props.twin}
            decided={props}
            isReadOnly={isReadOnly}
            onDecide={(decision) => acts.decide(row, decision)}
          />
        </div>
      )}
    </div>
  );
});

type PartProps = Pick<RowLineProps, 'row' | 't'>;

function Names({ row, isDim, t }: PartProps & { isDim: boolean }) {
  const { issuer, account } = row;
  const name = (
    <bdi className="block truncate font-medium">{issuer || account || t('imports.unnamedRow')}</bdi>
  );
  return (
    <div role="gridcell" className={`flex min-w-0 items-center gap-3 ${isDim ? 'opacity-60' : ''}`}>
      <IssuerIcon issuer={issuer} account={account} size={32} />
      <span className="min-w-0">
        {row.pinned ? (
          <span className="flex items-center gap-1.5">
            {name}
            <Pin size={12} aria-hidden className="shrink-0 fill-current text-accent" />
            <span className="sr-only">{t('imports.pinned')}</span>
          </span>
        ) : (
          name
        )}
        {issuer !== '' && account !== '' && (
          <bdi className="block truncate text-hint text-soft">{account}</bdi>
        )}
      </span>
    </div>
  );
}

/** How many tags a row names. */
const fewTags = 3;

function Settings({ row, t }: PartProps) {
  const { tags, hasNote } = row;
  const unusual = unusualWords(row, t);
  return (
    <>
      {unusual !== '' && <span>{unusual}</span>}
      {tags.slice(0, fewTags).map((tag) => (
        <bdi key={tag} className="max-w-full truncate rounded-full bg-press px-2 py-px text-xs text-ink">
          {tag}
        </bdi>
      ))}
      {tags.length > fewTags && <span>+{tags.length - fewTags}</span>}
      {hasNote && <span>{t('imports.hasNote')}</span>}
    </>
  );
}

function Outcome({ row, decided, text, t }: PartProps & { decided: Decided; text: string }) {
  const [Icon, colour] = looksOf(row, decided);
  const [problem] = row.problems;
  return (
    <div
      role="gridcell"
      className="flex min-w-0 items-start gap-2 text-hint max-two:col-span-2 max-two:col-start-2"
    >
      <Icon size={16} aria-hidden className={`mt-0.5 shrink-0 ${colour}`} />
      <span className="min-w-0">
        {text}
        {problem !== undefined && (
          <span className="line-clamp-2 text-xs text-soft">
            {problemWords({ ...problem, subject: '' }, t)}
          </span>
        )}
      </span>
    </div>
  );
}

function looksOf(row: ImportRow, decided: Decided): [LucideIcon, string] {
  if (row.outcome === 'unreadable') return [CircleX, 'text-danger'];
  if (row.outcome === 'here' || row.outcome === 'twice') return [CircleCheck, 'text-soft'];
  if (decided.isLeftOut) return [CircleMinus, 'text-soft'];
  if (isOpen(row, decided)) return [CircleHelp, 'text-urgent'];
  if (row.outcome === 'new') return [CirclePlus, 'text-accent'];
  return row.outcome === 'quarantine' ? [Archive, 'text-urgent'] : [GitCompareArrows, 'text-accent'];
}
