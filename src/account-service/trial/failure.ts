import { homedir } from 'node:os';
import type { TrialFailure } from '../../contract/account-state.ts';

/** A part of the trial that did not start. The message is its reason. */
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

/** The longest reason, in code points: it has to fit a notice. */
const longest = 300;

/**
 * What is reported of a failed start outside the log: the part, and its reason in one line. Paths are removed
 * (they contain names of people and projects), and so are addresses (they may contain a password).
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
