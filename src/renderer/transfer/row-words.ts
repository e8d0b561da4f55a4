import type { TFunction } from 'i18next';
import type { ImportRow } from '../../contract/imports.ts';
import { isolated } from '../../contract/plain-line.ts';
import { nameOf } from '../codes/name.ts';
import { shapeWords } from '../entry/shape.ts';
import type { Decided } from './decisions.ts';

/** A row's name in a sentence. */
export function rowName(row: Pick<ImportRow, 'issuer' | 'account'>, t: TFunction): string {
  return row.issuer === '' && row.account === '' ? t('imports.unnamedRow') : nameOf(row, t);
}

/** What happens to the row, as it is decided now. */
export function outcomeWords(
  { outcome, duplicate, trashed }: ImportRow,
  { mode, answer, isLeftOut }: Decided,
  t: TFunction,
): string {
  const isReplacing = mode === 'replace';
  if (outcome === 'here' && isReplacing && duplicate !== null) {
    return isLeftOut ? t('imports.hereTrashed') : t('imports.stays');
  }
  if (outcome === 'here' || outcome === 'twice' || outcome === 'unreadable') {
    return t(`imports.outcome_${outcome}`);
  }
  if (isLeftOut) return t('imports.leftOut');
  if (outcome === 'new' && trashed) return t('imports.toTrash');
  if (outcome === 'new' || outcome === 'quarantine') return t(`imports.outcome_${outcome}`);
  if (isReplacing) return t('imports.outcome_new');
  switch (answer) {
    case 'correct':
      return t('imports.answerCorrect');
    case 'replace':
      return t('imports.answerReplace');
    case 'keepBoth':
      return t('imports.answerKeepBoth');
    case 'skip':
    case null:
      return t(`imports.outcome_${outcome}`);
  }
}

/** The settings of its codes where they are unusual; empty where they are not. */
export function unusualWords({ settings, foreign }: ImportRow, t: TFunction): string {
  if (foreign !== null) return t('imports.kindForeign', { kind: foreign.kind });
  if (settings === null) return '';
  const { kind, algorithm, digits, period, counter } = settings;
  if (kind === 'totp' && algorithm === 'SHA1' && digits === 6 && period === 30) return '';
  const words = shapeWords(settings, t);
  return counter === null ? words : `${words} · ${t('imports.counter', { counter })}`;
}

/** What is wrong with an item, with what names it where it has no row. */
export function problemWords({ code, subject }: ImportRow['problems'][number], t: TFunction): string {
  const text = t(`importProblems.${code}`);
  return subject === '' ? text : t('controls.named', { what: isolated(subject), which: text });
}
