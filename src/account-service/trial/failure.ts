import { homedir } from 'node:os';
import type { TrialFailure } from '../../contract/account-state.ts';

/** A part of the trial that did not come up; the message is the reason it gave. */
export class PartFailure extends Error {
  override name = 'PartFailure';
  readonly part: TrialFailure['part'];

  constructor(part: TrialFailure['part'], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.part = part;
  }
}

/** Starts a part of the trial. @throws PartFailure that names it */
export async function startPart<T>(part: TrialFailure['part'], start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    throw new PartFailure(part, error);
  }
}

/** Longest reason, in code points: it stands in a notice. */
const longest = 300;

/**
 * What is told of a failed start outside of the log: the part, and its reason in one line, without paths (they hold
 * the names of people and projects) and without addresses (they may hold a password).
 */
export function failureOf(error: unknown): TrialFailure {
  const part = error instanceof PartFailure ? error.part : 'service';
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  const line = text
    .replaceAll(/\b[a-z][a-z\d+.-]*:\/\/\S+/gi, '…')
    .replaceAll(homedir(), '~')
    .replaceAll(/(?:\b[A-Za-z]:|~)?(?:[\\/][^\s\\/'"“”„:;,()]+){2,}[\\/]?/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { part, reason: Array.from(line).slice(0, longest).join('') };
}
