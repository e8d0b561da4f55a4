import { Buffer } from 'node:buffer';
import type { OtpKind } from '../otp/parameters.ts';
import { decodeEntities } from './entities.ts';
import { noteLongNames, readNames } from './label.ts';
import type { OtpauthNote, OtpauthResult, ParsedOtpauth } from './parsed.ts';
import { addNote, decodePercent, readQuery, splitAtQuery, untangle } from './query.ts';
import { readParameters, refused } from './read-parameters.ts';

/** The longest URI accepted, in bytes of UTF-8; a QR code holds 2,953. */
export const otpauthMaximumBytes = 4096;

/**
 * Reads an otpauth URI (Key URI format) leniently: see the table in test/unit/otpauth/quirks.test.ts. Reads
 * `steam://SECRET` too. What it cannot honour goes to `notes` and `unknownParameters`, or is refused if the
 * codes would be wrong. Never throws; time grows linearly and the length is bounded.
 */
export function parseOtpauth(text: string): OtpauthResult {
  if (text.length > otpauthMaximumBytes || Buffer.byteLength(text) > otpauthMaximumBytes) {
    return refused('TOO_LONG');
  }
  const uri = decodeEntities(text.toWellFormed()).trim();
  const scheme = /^([a-z][a-z\d+.-]*):\/\/(.*)$/is.exec(uri);
  if (scheme === null) return refused('NOT_OTPAUTH');
  const [, name = '', rest = ''] = scheme;
  switch (name.toLowerCase()) {
    case 'otpauth':
      return parseKeyUri(rest);
    case 'steam':
      return parseSteamLink(rest);
    case 'otpauth-migration':
      return refused('MIGRATION');
    default:
      return refused('NOT_OTPAUTH');
  }
}

function parseKeyUri(rest: string): OtpauthResult {
  const [path, query] = splitAtQuery(rest);
  const [type, label] = splitOnce(path, '/');
  switch (type.trim().toLowerCase()) {
    case 'totp':
      return assemble('totp', label, query);
    case 'hotp':
      return assemble('hotp', label, query);
    case 'steam':
      return assemble('steam', label, query);
    default:
      return refused('TYPE_UNSUPPORTED');
  }
}

function parseSteamLink(rest: string): OtpauthResult {
  const [path, query] = splitOnce(rest, '?');
  const secret = path.replace(/\/$/, '');
  // Steam's own links (steam://run/440, steam://open) look the same; its secrets have 32 characters.
  if (secret !== '' && !/^[a-z2-7\s=-]{16,}$/i.test(decodePercent(secret, []))) return refused('NOT_OTPAUTH');
  const result = assemble('steam', '', `secret=${secret}&${query}`);
  if (!result.ok || result.value.issuer !== '') return result;
  const notes: OtpauthNote[] = [...result.value.notes, { code: 'ISSUER_ASSUMED' }];
  return { ok: true, value: { ...result.value, issuer: 'Steam', notes } };
}

function assemble(type: OtpKind, rawLabel: string, query: string): OtpauthResult {
  const notes: OtpauthNote[] = [];
  const { known, unknown } = readQuery(untangle(query), notes);
  const names = readNames(rawLabel, known.get('issuer'), notes);

  const text = (raw: string | undefined) => (raw === undefined ? undefined : decodePercent(raw, notes));
  const kind = encodedKind(type, text(known.get('encoder')) ?? '');
  if (kind === null) return refused('ENCODER_UNSUPPORTED');
  const texts = {
    secret: text(known.get('secret')),
    algorithm: text(known.get('algorithm')),
    digits: text(known.get('digits')),
    period: text(known.get('period')),
    counter: text(known.get('counter')),
  };
  const read = readParameters(kind, texts, notes);
  if (!read.ok) return read;
  for (const parameter of read.notUsed) {
    unknown.push([parameter, text(known.get(parameter)) ?? '']);
  }
  const { parameters } = read;
  noteLongNames(names, notes);
  noteSteamIssuer(kind, names.issuer, notes);
  return { ok: true, value: { parameters, ...names, unknownParameters: unknown, notes } };
}

/** KeePassXC marks Steam entries as `totp` with `encoder=steam`. */
function encodedKind(type: OtpKind, encoder: string): OtpKind | null {
  switch (encoder.trim().toLowerCase()) {
    case '':
    case 'default':
      return type;
    case 'steam':
      return type === 'hotp' ? null : 'steam';
    default:
      return null;
  }
}

/** Adds STEAM_ISSUER if a clock-based entry has the issuer Steam. */
export function noteSteamIssuer(kind: OtpKind, issuer: ParsedOtpauth['issuer'], notes: OtpauthNote[]): void {
  if (kind === 'totp' && issuer.toLowerCase() === 'steam') addNote(notes, { code: 'STEAM_ISSUER' });
}

function splitOnce(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
