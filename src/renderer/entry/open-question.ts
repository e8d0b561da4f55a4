import type { Duplicate, DuplicateAnswers } from '../../contract/duplicate.ts';
import { otpAlgorithms, otpKinds } from '../../contract/vocabulary.ts';
import { contractCode, errorField } from '../words/error-words.ts';
import { field } from '../words/field.ts';

/** For a call that met a duplicate not asked about yet: the duplicate, and its answer reset. */
export function openQuestion(error: unknown): ({ duplicate: Duplicate } & DuplicateAnswers) | null {
  const code = contractCode(error);
  if (code !== 'SAME_NAME' && code !== 'SAME_SECRET') return null;
  const duplicate = errorField(error, 'duplicate');
  if (!isDuplicate(duplicate)) return null;
  return { duplicate, ...(code === 'SAME_NAME' ? { onSameName: undefined } : { onSameSecret: undefined }) };
}

function isDuplicate(value: unknown): value is Duplicate {
  const settings = field(value, 'settings');
  const counter = field(settings, 'counter');
  const isText = (name: string) => typeof field(value, name) === 'string';
  return (
    ['sameSecret', 'sameName'].some((kind) => field(value, 'kind') === kind) &&
    ['entryId', 'issuer', 'account'].every(isText) &&
    otpKinds.some((kind) => field(settings, 'kind') === kind) &&
    otpAlgorithms.some((algorithm) => field(settings, 'algorithm') === algorithm) &&
    ['digits', 'period'].every((name) => typeof field(settings, name) === 'number') &&
    (counter === null || typeof counter === 'number')
  );
}
