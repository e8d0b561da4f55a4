import { randomUUID } from 'node:crypto';
import { previewLimit } from '../../contract/limits.ts';
import type { Preview } from '../../contract/scan.ts';
import type { ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { duplicateOf } from '../entries/place.ts';
import { viewOfParameters } from '../entries/view.ts';
import type { Clock } from '../ports.ts';

export interface Previews {
  /** Keeps what was read and returns the window's view of it. */
  add(parsed: ParsedOtpauth, document: VaultDocument): Preview;
  get(previewId: string): ParsedOtpauth | undefined;
  discard(previewIds: readonly string[]): void;
  discardAll(): void;
}

/** How long an unanswered preview is kept, in ms. */
const lifetimeMs = 15 * 60_000;

/** Holds secrets between a scan and the person's confirmation: in memory only, and not for long. */
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
      const stopClock = clock.after(lifetimeMs, () => forget(previewId));
      waiting.set(previewId, { parsed, stopClock });
      const [oldest] = waiting.keys();
      if (waiting.size > previewLimit && oldest !== undefined) forget(oldest);
      return {
        previewId,
        issuer: parsed.issuer,
        account: parsed.account,
        labelIssuer: parsed.labelIssuer,
        ...viewOfParameters(parsed.parameters),
        notes: parsed.notes.map((note) => ({ ...note })),
        askSteam: asksSteam(parsed),
        duplicate: duplicateOfRead(parsed, document),
      };
    },
    get: (previewId) => waiting.get(previewId)?.parsed,
    discard: (previewIds) => previewIds.forEach(forget),
    discardAll: () => [...waiting.keys()].forEach(forget),
  };
}

/** If the person has yet to say whether it is a Steam Guard code, an identical Steam entry also counts. */
function duplicateOfRead(parsed: ParsedOtpauth, document: VaultDocument): Preview['duplicate'] {
  const duplicate = duplicateOf(parsed, document);
  if (duplicate?.kind === 'same' || !asksSteam(parsed)) return duplicate;
  const { secret } = parsed.parameters;
  const asSteam = duplicateOf({ ...parsed, parameters: { kind: 'steam', secret } }, document);
  return asSteam?.kind === 'same' ? asSteam : duplicate;
}

function asksSteam({ notes }: ParsedOtpauth): boolean {
  return notes.some((note) => note.code === 'STEAM_ISSUER');
}
