import type { OtpKind } from '../otp/kinds.ts';
import type { TransferEntry } from './format.ts';
import type { Problem, ProblemCode } from './problem.ts';

type Part = keyof typeof codes;

const codes = {
  note: 'NOTE_NOT_WRITTEN',
  tags: 'TAGS_NOT_WRITTEN',
  marks: 'MARKS_NOT_WRITTEN',
  siteCodes: 'SITE_CODES_NOT_WRITTEN',
} as const;
const parts = ['note', 'tags', 'marks', 'siteCodes'] as const;

/** What a format has a place for, beside names and the settings of its kinds. */
export interface Capacity {
  readonly kinds: readonly OtpKind[];
  readonly carries: readonly Part[];
}

/** The problems of an entry in a format that can't carry all of it; KIND_NOT_WRITTEN alone if it is left out. */
export function notWritten(entry: TransferEntry, at: number, { kinds, carries }: Capacity): Problem[] {
  const { isForeign, parameters, note, tags, pinned, trashed, own } = entry;
  const problem = (code: ProblemCode): Problem => ({ entry: at, code, subject: '' });
  if (isForeign || !kinds.includes(parameters.kind)) return [problem('KIND_NOT_WRITTEN')];
  const lost = {
    note: note !== '',
    tags: tags.length > 0,
    marks: pinned || trashed,
    siteCodes: own !== undefined && own.siteCodes.length > 0,
  };
  return parts.filter((each) => lost[each] && !carries.includes(each)).map((each) => problem(codes[each]));
}
