import type { ImportRow } from '../contract/imports.ts';
import type { SourceTrouble } from '../contract/transfer-troubles.ts';
import type { OtpauthRefusalCode } from '../core/otpauth/parsed.ts';
import { problemKinds } from '../core/transfer/problem.ts';
import { transferErrors } from '../core/transfer/transfer-error.ts';
import { loadWords } from '../renderer/words/languages.ts';
import { spoken, words } from './words/words.ts';

type ProblemCode = ImportRow['problems'][number]['code'];

/** What happened. What to do about it here is part of the terminal's own words. */
export interface FailureWords {
  /** @param code declared by the contract @param english what the contract says of it, without a full stop */
  error(code: string, english: string): string;
  /** What is wrong with an item of a file, without a full stop. */
  problem(code: ProblemCode): string;
  /** Why a file can't be read or written, as a sentence. */
  reason(trouble: SourceTrouble): string;
  /** Why a set-up code can't be taken, as a sentence. */
  refusal(code: OtpauthRefusalCode): string;
}

/** In English, the contract and `core/transfer` say it. */
export const englishFailures: FailureWords = {
  error: (_, english) => english,
  problem: (code) => (code === 'NAME_MISSING' ? code : problemKinds[code].message),
  reason: (trouble) => (trouble === 'READER_FAILED' ? words.readingBrokeOff : `${transferErrors[trouble]}.`),
  refusal: (code) => (code === 'MIGRATION' ? words.migration : `${problemKinds[code].message}.`),
};

/** In the language that is spoken. Other languages than English have them in the window's words, which this loads. */
export async function loadFailureWords(): Promise<FailureWords> {
  if (spoken === 'en') return englishFailures;
  const { errors, importProblems, transferReasons } = await loadWords(spoken);
  return {
    error: (code, english) => (isKeyOf(code, errors) ? errors[code].title : english),
    problem: (code) => importProblems[code].replace(/\.$/u, ''),
    reason: (trouble) => (trouble === 'READER_FAILED' ? words.readingBrokeOff : transferReasons[trouble]),
    refusal: (code) => (code === 'MIGRATION' ? words.migration : importProblems[code]),
  };
}

function isKeyOf<Table extends object>(key: string, table: Table): key is keyof Table & string {
  return Object.hasOwn(table, key);
}
