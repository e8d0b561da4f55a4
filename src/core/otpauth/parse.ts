import { otpKinds, type OtpKind } from '../otp/kinds.ts';
import { noteLongNames } from './label.ts';
import type { OtpauthNote, OtpauthResult, ParsedOtpauth } from './parsed.ts';
import { addNote } from './query.ts';
import { readParameters, refused } from './read-parameters.ts';
import { takeApart } from './take-apart.ts';

/**
 * Reads an otpauth URI (Key URI format) leniently: see the table in test/unit/otpauth/quirks.test.ts. Reads
 * `steam://SECRET` too. What it cannot honour goes to `notes` and `unknownParameters`, or is refused if the
 * codes would be wrong. Never throws; time grows linearly and the length is bounded.
 */
export function parseOtpauth(text: string): OtpauthResult {
  const apart = takeApart(text);
  if (!apart.ok) return refused(apart.code);
  const { kindRefusal, names, texts } = apart.pieces;
  const kind = knownKind(apart.pieces.kind);
  if (kind === null || kindRefusal !== null) return refused(kindRefusal ?? 'TYPE_UNSUPPORTED');
  const notes = [...apart.pieces.notes];
  const read = readParameters(kind, texts, notes);
  if (!read.ok) return read;
  const unknownParameters = [
    ...apart.pieces.unknownParameters,
    ...read.notUsed.map((name) => [name, texts[name] ?? ''] as const),
  ];
  noteLongNames(names, notes);
  noteSteamIssuer(kind, names.issuer, notes);
  return { ok: true, value: { parameters: read.parameters, ...names, unknownParameters, notes } };
}

/** The kind of this name, in any case; null if there is none. */
export function knownKind(name: string): OtpKind | null {
  return otpKinds.find((known) => known === name.toLowerCase()) ?? null;
}

/** Adds STEAM_ISSUER if a clock-based entry has the issuer Steam. */
export function noteSteamIssuer(kind: OtpKind, issuer: ParsedOtpauth['issuer'], notes: OtpauthNote[]): void {
  if (kind === 'totp' && issuer.toLowerCase() === 'steam') addNote(notes, { code: 'STEAM_ISSUER' });
}
