import type { OtpAlgorithm, OtpKind } from '../otp/parameters.ts';
import { cleanText, noteLongNames } from './label.ts';
import { noteSteamIssuer } from './parse.ts';
import type { OtpauthNote, OtpauthResult } from './parsed.ts';
import { readParameters } from './read-parameters.ts';

/** What a person fills in. `secret` is base32 as the site prints it; missing fields get the usual value. */
export interface TypedEntry {
  readonly secret: string;
  readonly issuer: string;
  readonly account: string;
  readonly kind: OtpKind;
  readonly algorithm?: OtpAlgorithm | undefined;
  readonly digits?: number | undefined;
  /** Seconds. */
  readonly period?: number | undefined;
  readonly counter?: number | undefined;
}

/**
 * Checks a typed entry by the same rules as a scanned one, with the same notes and refusals. Ignores fields
 * that the kind does not use; a form may still hold them.
 */
export function fromTyped(typed: TypedEntry): OtpauthResult {
  const { kind } = typed;
  const notes: OtpauthNote[] = [];
  const texts = {
    secret: typed.secret,
    algorithm: kind === 'steam' ? undefined : typed.algorithm,
    digits: kind === 'steam' ? undefined : typed.digits?.toString(),
    period: kind === 'totp' ? typed.period?.toString() : undefined,
    counter: kind === 'hotp' ? typed.counter?.toString() : undefined,
  };
  const read = readParameters(kind, texts, notes);
  if (!read.ok) return read;
  const issuer = cleanText(typed.issuer, notes);
  const account = cleanText(typed.account, notes);
  noteLongNames({ issuer, account }, notes);
  noteSteamIssuer(kind, issuer, notes);
  const { parameters } = read;
  return {
    ok: true,
    value: { parameters, issuer, account, labelIssuer: null, unknownParameters: [], notes },
  };
}
