import { noteMaximum, labelMaximum, tagsMaximum } from '../entry/label.ts';
import { encodeBase32, readBase32, type Base32Reading } from '../otp/base32.ts';
import { otpLimits } from '../otp/parameters.ts';
import { cleanText, noteLongNames } from '../otpauth/label.ts';
import { knownKind, noteSteamIssuer } from '../otpauth/parse.ts';
import type { OtpauthNote, OtpauthRefusalCode, OtpauthResult } from '../otpauth/parsed.ts';
import { readParameters, type ParameterTexts } from '../otpauth/read-parameters.ts';
import { takeApart, type TakeApartOptions } from '../otpauth/take-apart.ts';
import { textLength } from '../text-length.ts';
import type { Carried, ForeignParameters, Reading, TransferEntry } from './format.ts';
import { transferLimits } from './limits.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { TransferError } from './transfer-error.ts';

/** An item of a file, as its format understands it. Missing settings get the usual values of the kind. */
export interface Draft extends Partial<Carried> {
  /** `totp`, `hotp`, `steam`, or a kind that Latchkey does not make; any case. */
  readonly kind: string;
  /** Base32 as written, or the bytes. */
  readonly secret: string | Uint8Array | null | undefined;
  readonly algorithm?: string | null | undefined;
  readonly digits?: number | string | null | undefined;
  /** Seconds. */
  readonly period?: number | string | null | undefined;
  /** The next counter to be used. */
  readonly counter?: number | string | null | undefined;
  readonly pin?: string | undefined;
}

/** Collects what a file gives, item by item. One odd item never fails the others. */
export interface ReadingBuilder {
  /** Adds the item as an entry, or as a problem if it can't be one. `notes` are problems of this item. */
  add(draft: Draft, notes?: readonly ProblemCode[]): void;
  /**
   * Adds a set-up address, with what the file says beside it (which wins over the address). Settings that Latchkey
   * can't use keep the entry as a foreign one.
   */
  addUri(
    uri: string,
    beside?: Partial<Carried>,
    notes?: readonly ProblemCode[],
    options?: TakeApartOptions,
  ): void;
  /** Adds what was read of a set-up address already, with what the file says beside it (which wins over the address). */
  addOtpauth(result: OtpauthResult, beside?: Partial<Carried>, notes?: readonly ProblemCode[]): void;
  /** Notes a problem of the file, or of an item that gave no entry. */
  note(code: ProblemCode, subject?: string): void;
  /** What was collected. @throws TransferError NOTHING_FOUND if that is nothing at all */
  finish(): Reading;
}

/** An empty reading of a format. */
export function createReading(format: string): ReadingBuilder {
  const entries: TransferEntry[] = [];
  const problems: Problem[] = [];

  const note = (code: ProblemCode, subject = '') => {
    if (problems.length >= transferLimits.problems) throw new TransferError('TOO_LARGE');
    problems.push({ entry: null, code, subject });
  };
  const push = (entry: TransferEntry, codes: readonly ProblemCode[]) => {
    if (entries.length >= transferLimits.entries) throw new TransferError('TOO_LARGE');
    for (const code of new Set(codes)) problems.push({ entry: entries.length, code, subject: '' });
    entries.push(entry);
  };

  const place = (draft: Omit<Draft, 'secret'>, texts: ParameterTexts, given: readonly ProblemCode[]) => {
    const notes: OtpauthNote[] = [];
    const codes: ProblemCode[] = [...given];
    const carried = carriedOf(draft, notes, codes);
    const kind = knownKind(draft.kind);
    const read = readParameters(kind ?? 'totp', texts, notes);
    if (kind !== null && read.ok) {
      noteSteamIssuer(kind, carried.issuer, notes);
      const notUsed = read.notUsed.map((name) => [name, texts[name] ?? ''] as const);
      const unknownParameters = [...carried.unknownParameters, ...notUsed];
      const entry = { ...carried, unknownParameters, isForeign: false, parameters: read.parameters } as const;
      push(entry, [...codes, ...notes.map(({ code }) => code)]);
      return;
    }
    const refusal = read.ok ? 'TYPE_UNSUPPORTED' : read.refusal.code;
    const secret = readBase32((texts.secret ?? '').replaceAll('+', ' '));
    const fault = secretFault(texts.secret, secret);
    if (fault !== null || !secret.ok) return note(fault ?? 'SECRET_INVALID', subjectOf(carried));
    const parameters: ForeignParameters = {
      kind: draft.kind.toLowerCase(),
      secret: secret.bytes,
      algorithm: (texts.algorithm?.trim() || 'SHA1').toUpperCase(),
      // A known kind has usual values even where another of its settings is out of bounds.
      digits: numberOf(texts.digits ?? (kind === null ? undefined : '6')),
      period: numberOf(texts.period ?? (kind === 'totp' ? '30' : undefined)),
      counter: numberOf(texts.counter ?? (kind === 'hotp' ? '0' : undefined)),
      ...(draft.pin !== undefined && { pin: draft.pin }),
    };
    const why = kind === null ? 'TYPE_UNSUPPORTED' : refusal;
    const unknownParameters = [...carried.unknownParameters, ...tooLargeNumbers(texts)];
    push({ ...carried, unknownParameters, isForeign: true, parameters }, [...codes, why]);
  };

  return {
    add(draft, given = []) {
      const kind = knownKind(draft.kind);
      const texts = {
        secret: typeof draft.secret === 'string' ? draft.secret : encodeGiven(draft.secret),
        algorithm: kind === 'steam' ? undefined : textOf(draft.algorithm),
        digits: kind === 'steam' ? undefined : textOf(draft.digits),
        // Many formats write every setting for every kind; those of another kind mean nothing.
        period: kind === 'hotp' || kind === 'steam' ? undefined : textOf(draft.period),
        counter: kind === 'totp' || kind === 'steam' ? undefined : textOf(draft.counter),
      };
      place(draft, texts, given);
    },

    addUri(uri, beside = {}, given = [], options = {}) {
      const apart = takeApart(uri, options);
      if (!apart.ok) return note(apart.code, subjectOf({ issuer: '', account: '', ...beside }));
      const { kind, names, texts, unknownParameters, notes } = apart.pieces;
      const { issuer, account } = names;
      const codes = [...notes.map(({ code }) => code), ...given];
      place({ kind, issuer, account, unknownParameters, ...beside }, texts, codes);
    },

    addOtpauth(result, beside = {}, given = []) {
      if (!result.ok) return note(result.refusal.code, subjectOf({ issuer: '', account: '', ...beside }));
      const { parameters, issuer, account, unknownParameters } = result.value;
      const notes: OtpauthNote[] = [...result.value.notes];
      const codes: ProblemCode[] = [...given];
      const carried = carriedOf({ issuer, account, unknownParameters, ...beside }, notes, codes);
      const entry = { ...carried, isForeign: false, parameters } as const;
      push(entry, [...codes, ...notes.map(({ code }) => code)]);
    },

    note,

    finish() {
      if (entries.length === 0 && problems.length === 0) throw new TransferError('NOTHING_FOUND');
      return { format, entries, problems };
    },
  };
}

/** The names of an item as one line, at most 120 characters. */
export function subjectOf({ issuer, account }: Pick<Carried, 'issuer' | 'account'>): string {
  const whole = issuer === '' ? account : account === '' ? issuer : `${issuer} (${account})`;
  return Array.from(whole).slice(0, 120).join('');
}

function carriedOf(given: Partial<Carried>, notes: OtpauthNote[], codes: ProblemCode[]): Carried {
  const issuer = cleanText(given.issuer ?? '', notes);
  const account = cleanText(given.account ?? '', notes);
  noteLongNames({ issuer, account }, notes);
  return {
    issuer,
    account,
    unknownParameters: given.unknownParameters ?? [],
    tags: tagsOf(given.tags ?? [], codes),
    note: noteOf(given.note ?? '', codes),
    pinned: given.pinned ?? false,
    trashed: given.trashed ?? false,
    icon: given.icon ?? null,
    ...(given.own && { own: given.own }),
  };
}

function tagsOf(given: readonly string[], codes: ProblemCode[]): string[] {
  const tags = [...new Set(given.map((tag) => cleanText(tag, [])))].filter((tag) => tag !== '');
  const fit = tags.filter((tag) => textLength(tag) <= labelMaximum).slice(0, tagsMaximum);
  if (fit.length < tags.length) codes.push('TAGS_TOO_MANY');
  return fit;
}

function noteOf(given: string, codes: ProblemCode[]): string {
  const whole = given.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\0', ' ').trim();
  if (whole.length <= noteMaximum || textLength(whole) <= noteMaximum) return whole;
  codes.push('NOTE_TOO_LONG');
  return Array.from(whole).slice(0, noteMaximum).join('');
}

/** Why a secret that makes no codes here can't be kept either; null if it can. */
function secretFault(text: string | undefined, read: Base32Reading): OtpauthRefusalCode | null {
  if (text === undefined) return 'NO_SECRET';
  if (!read.ok) return 'SECRET_INVALID';
  if (read.bytes.length === 0) return 'SECRET_EMPTY';
  return read.bytes.length > otpLimits.secret.maximum ? 'SECRET_TOO_LONG' : null;
}

function encodeGiven(secret: Uint8Array | null | undefined): string | undefined {
  return secret ? encodeBase32(secret) : undefined;
}

function textOf(value: number | string | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

/** Settings that a number would round: a counter has up to 64 bits. */
function tooLargeNumbers(texts: ParameterTexts): [name: string, value: string][] {
  return (['digits', 'period', 'counter'] as const).flatMap((name) => {
    const value = texts[name]?.trim() ?? '';
    return /^\d{1,32}$/.test(value) && !Number.isSafeInteger(Number(value)) ? [[name, value]] : [];
  });
}

function numberOf(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
