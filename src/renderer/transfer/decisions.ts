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

/** Changes what is decided about some rows. */
export function decide(decisions: Decisions, rows: readonly ImportRow[], decision: RowDecision): Decisions {
  const next = new Map(decisions.rows);
  for (const { row } of rows) next.set(row, { ...next.get(row), ...decision });
  return { ...decisions, rows: next };
}

/** Can the person choose whether this row comes in? */
export function isChoosable({ outcome, duplicate }: ImportRow, { mode }: Decisions): boolean {
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

/** The answer to the row's question; null if there is none yet, or no question. */
export function answerOf(row: ImportRow, { mode, onSameSecret, onSameName, rows }: Decisions) {
  if (mode === 'replace') return null;
  const own = rows.get(row.row);
  if (row.outcome === 'sameSecret') return own?.onSameSecret ?? onSameSecret;
  if (row.outcome === 'sameName') return own?.onSameName ?? onSameName;
  return null;
}

/** Does the row come to nothing, because the person said so? */
export function isLeftOut(row: ImportRow, decisions: Decisions): boolean {
  return decisions.rows.get(row.row)?.isLeftOut === true || answerOf(row, decisions) === 'skip';
}

/** Does the row ask something? Replacing everything asks nothing. */
export function isAsking({ outcome }: ImportRow, { mode }: Decisions): boolean {
  return mode === 'merge' && (outcome === 'sameSecret' || outcome === 'sameName');
}

/** Does the row still wait for an answer? */
export function isOpen(row: ImportRow, decisions: Decisions): boolean {
  return isAsking(row, decisions) && !isLeftOut(row, decisions) && answerOf(row, decisions) === null;
}

/** How many rows change the vault. */
export function countComing(rows: readonly ImportRow[], decisions: Decisions): number {
  return rows.filter(
    (row) => row.outcome !== 'here' && isChoosable(row, decisions) && !isLeftOut(row, decisions),
  ).length;
}

/** How many of the present entries go to Deleted when the list is replaced. */
export function countRemoved(rows: readonly ImportRow[], present: number, decisions: Decisions): number {
  const staying = new Set(
    rows
      .filter((row) => row.outcome === 'here' && !isLeftOut(row, decisions))
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
