import { Buffer } from 'node:buffer';
import { decodeEntities } from './entities.ts';
import { cleanText, readNames, type Names } from './label.ts';
import type { OtpauthNote, OtpauthRefusalCode } from './parsed.ts';
import { decodePercent, readQuery, splitAtQuery, untangle } from './query.ts';
import type { ParameterTexts } from './read-parameters.ts';

/** The longest URI accepted, in bytes of UTF-8; a QR code holds 2,953. */
export const otpauthMaximumBytes = 4096;

/** A set-up address in its pieces, before anyone asks whether they make a code. `texts` holds the secret. */
export interface OtpauthPieces {
  /** The type in lower case, or the form of code that its `encoder` names; not only those that exist here. */
  readonly kind: string;
  /** Why `kind` is none that Latchkey makes; null if it may be one. */
  readonly kindRefusal: 'TYPE_UNSUPPORTED' | 'ENCODER_UNSUPPORTED' | null;
  readonly names: Names;
  readonly texts: ParameterTexts;
  readonly unknownParameters: readonly (readonly [name: string, value: string])[];
  readonly notes: readonly OtpauthNote[];
}

export type TakenApart =
  | { readonly ok: true; readonly pieces: OtpauthPieces }
  | {
      readonly ok: false;
      readonly code: Extract<OtpauthRefusalCode, 'NOT_OTPAUTH' | 'MIGRATION' | 'TOO_LONG'>;
    };

export interface TakeApartOptions {
  /** The whole label is the account, even with a colon in it. Default false. */
  readonly isLabelAccount?: boolean;
}

/** Whether a set-up address is longer than is read. */
export function isTooLong(uri: string): boolean {
  return uri.length > otpauthMaximumBytes || Buffer.byteLength(uri) > otpauthMaximumBytes;
}

/** Takes an `otpauth://` or `steam://SECRET` address apart. Never throws; the length is bounded. */
export function takeApart(text: string, options: TakeApartOptions = {}): TakenApart {
  if (isTooLong(text)) return { ok: false, code: 'TOO_LONG' };
  const uri = decodeEntities(text.toWellFormed()).trim();
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*):\/\/(.*)$/is.exec(uri) ?? [];
  switch (scheme.toLowerCase()) {
    case 'otpauth': {
      const [path, query] = splitAtQuery(rest);
      const [type, label] = splitOnce(path, '/');
      return { ok: true, pieces: assemble(type.trim().toLowerCase(), label, query, options) };
    }
    case 'steam':
      return takeSteamLink(rest);
    case 'otpauth-migration':
      return { ok: false, code: 'MIGRATION' };
    default:
      return { ok: false, code: 'NOT_OTPAUTH' };
  }
}

function takeSteamLink(rest: string): TakenApart {
  const [path, query] = splitOnce(rest, '?');
  const secret = path.replace(/\/$/, '');
  // Steam's own links (steam://run/440, steam://open) look the same; its secrets have 32 characters.
  if (secret !== '' && !/^[a-z2-7\s=-]{16,}$/i.test(decodePercent(secret, []))) {
    return { ok: false, code: 'NOT_OTPAUTH' };
  }
  const pieces = assemble('steam', '', `secret=${secret}&${query}`, {});
  if (pieces.names.issuer !== '') return { ok: true, pieces };
  const notes: OtpauthNote[] = [...pieces.notes, { code: 'ISSUER_ASSUMED' }];
  return { ok: true, pieces: { ...pieces, names: { ...pieces.names, issuer: 'Steam' }, notes } };
}

function assemble(
  type: string,
  rawLabel: string,
  query: string,
  { isLabelAccount = false }: TakeApartOptions,
): OtpauthPieces {
  const notes: OtpauthNote[] = [];
  const { known, unknown } = readQuery(untangle(query), notes);
  const rawIssuer = known.get('issuer');
  const names =
    isLabelAccount && !rawIssuer
      ? { issuer: '', account: cleanText(decodePercent(rawLabel, notes), notes), labelIssuer: null }
      : readNames(rawLabel, rawIssuer, notes);
  const text = (raw: string | undefined) => (raw === undefined ? undefined : decodePercent(raw, notes));
  const texts = {
    secret: text(known.get('secret')),
    algorithm: text(known.get('algorithm')),
    digits: text(known.get('digits')),
    period: text(known.get('period')),
    counter: text(known.get('counter')),
  };
  const isMarked = (pair: readonly [string, string]) => pair[0].toLowerCase() === 'steam' && pair[1] === '';
  const encoder = text(known.get('encoder')) ?? (unknown.some(isMarked) ? 'steam' : '');
  return {
    ...kindOf(type, encoder),
    names,
    texts,
    unknownParameters: unknown.filter((pair) => !isMarked(pair)),
    notes,
  };
}

function kindOf(type: string, encoder: string): Pick<OtpauthPieces, 'kind' | 'kindRefusal'> {
  if (type !== 'totp' && type !== 'hotp' && type !== 'steam') {
    return { kind: type, kindRefusal: 'TYPE_UNSUPPORTED' };
  }
  const form = encoder.trim().toLowerCase();
  if (form === '' || form === 'default') return { kind: type, kindRefusal: null };
  // KeePassXC marks Steam entries as `totp` with `encoder=steam`, Stratum with a bare `steam`.
  if (form === 'steam' && type !== 'hotp') return { kind: 'steam', kindRefusal: null };
  return { kind: form, kindRefusal: 'ENCODER_UNSUPPORTED' };
}

function splitOnce(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
