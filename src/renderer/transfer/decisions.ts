import type { Apply, ImportRow } from '../../contract/imports.ts';

type Answers = Apply['answers'];

/** What the person has decided about an import; null: not answered yet. */
export interface Decisions {
  readonly mode: Apply['mode'];
  /** The answers for all rows with that question. */
  readonly onSameSecret: Answers['onSameSecret'] | null;
  readonly onSameName: Answers['onSameName'] | null;
  /** What differs for some rows, by their numbers. */
  readonly rows: ReadonlyMap<number, RowDecision>;
}

export interface RowDecision {
  readonly isLeftOut?: boolean;
  readonly onSameSecret?: Answers['onSameSecret'];
  readonly onSameName?: Answers['onSameName'];
}

export const undecided: Decisions = { mode: 'merge', onSameSecret: null, onSameName: null, rows: new Map() };

/** Changes what is decided about some rows. Of a row that comes in like the rest, nothing is kept. */
export function decide(decisions: Decisions, rows: readonly ImportRow[], decision: RowDecision): Decisions {
  const next = new Map(decisions.rows);
  for (const { row } of rows) {
    const own = { ...next.get(row), ...decision };
    if (own.isLeftOut || own.onSameSecret || own.onSameName) next.set(row, own);
    else next.delete(row);
  }
  return { ...decisions, rows: next };
}

/** What is decided about one row. */
export interface Decided {
  readonly mode: Apply['mode'];
  /** The answer to the row's question; null if there is none yet, or no question. */
  readonly answer: Answers['onSameSecret'] | Answers['onSameName'] | null;
  /** Does the row come to nothing, because the person said so? */
  readonly isLeftOut: boolean;
}

export function decidedOn(row: ImportRow, decisions: Decisions): Decided {
  const answer = answerOf(row, decisions);
  const isLeftOut = answer === 'skip' || decisions.rows.get(row.row)?.isLeftOut === true;
  return { mode: decisions.mode, answer, isLeftOut };
}

function answerOf(row: ImportRow, { mode, onSameSecret, onSameName, rows }: Decisions): Decided['answer'] {
  if (mode === 'replace') return null;
  const own = rows.get(row.row);
  if (row.outcome === 'sameSecret') return own?.onSameSecret ?? onSameSecret;
  if (row.outcome === 'sameName') return own?.onSameName ?? onSameName;
  return null;
}

/** Can the person choose whether this row comes in? */
export function isChoosable({ outcome, duplicate }: ImportRow, { mode }: Pick<Decided, 'mode'>): boolean {
  switch (outcome) {
    case 'new':
    case 'quarantine':
    case 'sameSecret':
    case 'sameName':
      return true;
    case 'here':
      // Left out of what replaces the list, its entry goes.
      return mode === 'replace' && duplicate !== null;
    case 'twice':
    case 'unreadable':
      return false;
  }
}

/** Does the row ask something? Replacing everything asks nothing. */
export function isAsking({ outcome }: ImportRow, { mode }: Pick<Decided, 'mode'>): boolean {
  return mode === 'merge' && (outcome === 'sameSecret' || outcome === 'sameName');
}

/** How many rows with that outcome ask something. */
export function countAsking(
  rows: readonly ImportRow[],
  outcome: 'sameSecret' | 'sameName',
  decisions: Decisions,
): number {
  return rows.filter((row) => row.outcome === outcome && isAsking(row, decisions)).length;
}

/** Does the row still wait for an answer? */
export function isOpen(row: ImportRow, decided: Decided): boolean {
  return isAsking(row, decided) && !decided.isLeftOut && decided.answer === null;
}

/** How many rows change the vault. */
export function countComing(rows: readonly ImportRow[], decisions: Decisions): number {
  return rows.filter(
    (row) => row.outcome !== 'here' && isChoosable(row, decisions) && !decidedOn(row, decisions).isLeftOut,
  ).length;
}

/** How many rows wait for an answer. */
export function countOpen(rows: readonly ImportRow[], decisions: Decisions): number {
  return rows.filter((row) => isOpen(row, decidedOn(row, decisions))).length;
}

/** How many of the present entries go to Deleted when the list is replaced. */
export function countRemoved(rows: readonly ImportRow[], present: number, decisions: Decisions): number {
  const staying = new Set(
    rows
      .filter((row) => row.outcome === 'here' && !decidedOn(row, decisions).isLeftOut)
      .map(({ duplicate }) => duplicate?.entryId)
      .filter((id) => id !== undefined),
  );
  return Math.max(0, present - staying.size);
}

/** The decisions as the application takes them. What comes up only when they are kept, and nobody answered, stays out. */
export function wishesOf({ mode, onSameSecret, onSameName, rows }: Decisions): Omit<Apply, 'importId'> {
  return {
    mode,
    answers: { onSameSecret: onSameSecret ?? 'skip', onSameName: onSameName ?? 'skip' },
    rows: [...rows].map(([row, decision]) => ({ row, ...decision })),
  };
}
