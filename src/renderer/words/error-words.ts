import { ORPCError } from '@orpc/client';
import type { TFunction } from 'i18next';
import type { FailureCode } from '../../contract/failures.ts';
import type { Note } from '../../contract/previews.ts';
import type { Refusal } from '../../contract/scan.ts';
import { ConnectionLost } from '../connection/connection.ts';
import { accountValues } from './account-values.ts';
import { en } from './en/words.ts';
import { field } from './field.ts';
import { Problem } from './problem.ts';

/** The window's own texts, for what no contract declares. */
const windowOnly = { connectionLost: true, unexpected: true } as const;

// A text without a code is a type error here; a code without a text is one in `errorWords`.
en.errors satisfies {
  [Code in keyof typeof en.errors]: Code extends FailureCode | keyof typeof windowOnly ? ErrorWords : never;
};

export interface ErrorWords {
  readonly title: string;
  readonly text: string;
}

/** What a failed call means for the person: what happened, what was not changed, what to do. */
export function errorWords(error: unknown, t: TFunction): ErrorWords {
  if (error instanceof ConnectionLost) return both('connectionLost', undefined, t);
  return both(contractCode(error) ?? 'unexpected', errorData(error), t);
}

/** The contract's code of an error; null if it has none. */
export function contractCode(error: unknown): FailureCode | null {
  if (error instanceof Problem) return error.code;
  if (!(error instanceof ORPCError)) return null;
  const known: ORPCError<string, unknown> = error;
  return isContractCode(known.code) ? known.code : null;
}

/** A field of an error's data, if present. */
export function errorField(error: unknown, name: string): unknown {
  return field(errorData(error), name);
}

/** Why a set-up code cannot be taken; `position` counts the key's characters from 0. */
export function refusalWords({ code, position, character }: Refusal, t: TFunction): string {
  if (code !== 'SECRET_INVALID' || position === undefined || character === undefined) {
    return t(`refusals.${code}`);
  }
  const place = { position: position + 1, character };
  const [one, other] = lookalikes.get(character) ?? [];
  if (one === undefined) return t('refusals.SECRET_INVALID_AT', place);
  if (other === undefined) return t('refusals.SECRET_INVALID_LIKE', { ...place, one });
  return t('refusals.SECRET_INVALID_LIKE_EITHER', { ...place, one, other });
}

/** The digits that keys do not have, and the letters that look like them. */
const lookalikes: ReadonlyMap<string, readonly [string, string?]> = new Map([
  ['0', ['O']],
  ['1', ['I', 'L']],
  ['8', ['B']],
  ['9', ['G']],
]);

/** What could not be taken as it was. */
export function noteWords(note: Note, t: TFunction): string {
  return t(`notes.${note.code}`, { parameter: note.parameter ?? '', length: note.length ?? '' });
}

function errorData(error: unknown): unknown {
  if (error instanceof Problem) return error.data;
  if (!(error instanceof ORPCError)) return undefined;
  const known: ORPCError<string, unknown> = error;
  return known.data;
}

function both(code: keyof typeof en.errors, data: unknown, t: TFunction): ErrorWords {
  // Not a wrong code, but one that was used already.
  if (code === 'CODE_WRONG' && field(data, 'isUsed') === true) {
    return { title: t('account.codeUsed'), text: t('account.codeUsedHow') };
  }
  return { title: t(`errors.${code}.title`), text: t(`errors.${code}.text`, values(data, t)) };
}

/** What any error's text may mention; empty where its data has nothing. */
function values(data: unknown, t: TFunction) {
  const wait = field(data, 'waitMs');
  const refusal = field(data, 'refusal');
  const cause = field(data, 'cause');
  const reason = field(data, 'reason');
  const minimum = field(data, 'minimum');
  const fault = field(data, 'fault');
  const megapixels = field(data, 'megapixels');
  return {
    seconds: typeof wait === 'number' ? Math.ceil(wait / 1000) : '',
    refusal: isRefusal(refusal) ? refusalWords(refusal, t) : '',
    cause: typeof cause === 'string' ? causeWords(cause, t) : '',
    reason: typeof reason === 'string' ? reason : '',
    minimum: typeof minimum === 'number' ? minimum : '',
    maximum: numberOf(data, 'maximum'),
    megabytes: Number(numberOf(data, 'maximum')) / 1_000_000,
    ...accountValues(data, t),
    limit: numberOf(data, 'limit') || 0,
    group: numberOf(data, 'group'),
    characters: numberOf(data, 'characters'),
    expected: numberOf(data, 'expected'),
    place: numberOf(data, 'place'),
    words: numberOf(data, 'count'),
    meant: meantWords(field(data, 'meant')),
    fault: typeof fault === 'string' ? fault : '',
    backupReason: backupReasonWords(reason, t),
    transferReason: isKeyOf(reason, en.transferReasons) ? t(`transferReasons.${reason}`) : '',
    keychain: keychainWords(field(data, 'outcome'), t),
    backupTrouble: backupTroubleWords(field(data, 'trouble'), t),
    megapixels: typeof megapixels === 'number' ? Math.round(megapixels) : '',
  };
}

/** The words that a mistyped one is nearest to. */
function meantWords(meant: unknown): string {
  const words = Array.isArray(meant) ? meant.filter((word) => typeof word === 'string') : [];
  return words.length === 0 ? '–' : words.join(', ');
}

function isRefusal(value: unknown): value is Refusal {
  const code = field(value, 'code');
  return typeof code === 'string' && Object.hasOwn(en.refusals, code);
}

function causeWords(cause: unknown, t: TFunction): string {
  return t(isKeyOf(cause, en.screenCauses) ? `screenCauses.${cause}` : 'screenCauses.failed');
}

function numberOf(data: unknown, name: string): number | '' {
  const value = field(data, name);
  return typeof value === 'number' ? value : '';
}

function backupTroubleWords(trouble: unknown, t: TFunction): string {
  return isKeyOf(trouble, en.backupTroubles) ? t(`backupTroubles.${trouble}`) : '';
}

function keychainWords(outcome: unknown, t: TFunction): string {
  return isKeyOf(outcome, en.keychainOutcomes) ? t(`keychainOutcomes.${outcome}`) : '';
}

function backupReasonWords(reason: unknown, t: TFunction): string {
  return isKeyOf(reason, en.backupReasons) ? t(`backupReasons.${reason}`) : '';
}

function isKeyOf<Words extends object>(key: unknown, words: Words): key is keyof Words & string {
  return typeof key === 'string' && Object.hasOwn(words, key);
}

function isContractCode(code: string): code is FailureCode {
  return Object.hasOwn(en.errors, code) && !Object.hasOwn(windowOnly, code);
}
