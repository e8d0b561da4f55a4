import { randomUUID } from 'node:crypto';
import type { Preview } from '../../contract/scan.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import type { ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/vault/entry.ts';
import { viewOfParameters } from '../entries/view.ts';
import type { Clock } from '../ports.ts';

export interface Previews {
  /** Keeps what was read and gives the window's view of it. */
  add(parsed: ParsedOtpauth, document: VaultDocument): Preview;
  get(previewId: string): ParsedOtpauth | undefined;
  discard(previewIds: readonly string[]): void;
  discardAll(): void;
}

/** A preview that nobody answers is forgotten after this many milliseconds. */
const lifetimeMs = 15 * 60_000;
/** More than any screen holds; the oldest goes first. */
const most = 1_000;

/** The secrets between a scan and the person's yes: in memory only, and not for long. */
export function createPreviews(clock: Clock): Previews {
  const waiting = new Map<string, { parsed: ParsedOtpauth; stopClock: () => void }>();

  const forget = (previewId: string) => {
    const preview = waiting.get(previewId);
    if (!preview) return;
    waiting.delete(previewId);
    preview.stopClock();
  };

  return {
    add(parsed, document) {
      const previewId = randomUUID();
      const stopClock = clock.at(clock.now() + lifetimeMs, () => forget(previewId));
      waiting.set(previewId, { parsed, stopClock });
      const [oldest] = waiting.keys();
      if (waiting.size > most && oldest !== undefined) forget(oldest);
      return {
        previewId,
        issuer: parsed.issuer,
        account: parsed.account,
        labelIssuer: parsed.labelIssuer,
        ...viewOfParameters(parsed.parameters),
        notes: parsed.notes.map((note) => ({ ...note })),
        askSteam: parsed.notes.some((note) => note.code === 'STEAM_ISSUER'),
        duplicate: duplicateOf(parsed, document),
      };
    },
    get: (previewId) => waiting.get(previewId)?.parsed,
    discard: (previewIds) => previewIds.forEach(forget),
    discardAll: () => [...waiting.keys()].forEach(forget),
  };
}

/** The entry that stands in the way of a new one, if any: the same secret first, then the same names. */
export function duplicateOf(
  { parameters, issuer, account }: Pick<ParsedOtpauth, 'parameters' | 'issuer' | 'account'>,
  document: VaultDocument,
): Preview['duplicate'] {
  const sameSecret = document.entries.find((entry) => isSameSecret(entry.parameters, parameters));
  if (sameSecret) return describe('sameSecret', sameSecret);
  const sameName = document.entries.find((entry) => entry.issuer === issuer && entry.account === account);
  return sameName ? describe('sameName', sameName) : null;
}

function describe<K extends 'sameSecret' | 'sameName'>(kind: K, entry: Entry) {
  return { kind, entryId: entry.id, issuer: entry.issuer, account: entry.account };
}

function isSameSecret(one: OtpParameters, other: OtpParameters): boolean {
  return Buffer.compare(one.secret, other.secret) === 0;
}
