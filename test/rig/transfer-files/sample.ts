import type { Carried, Reading } from '../../../src/core/transfer/format.ts';

/** A file of another application, made without the code under test. */
export interface Sample {
  /** The format that reads it. */
  readonly format: string;
  /** Which of the format's variants. */
  readonly variant: string;
  readonly bytes: Uint8Array;
  /** Only if it is encrypted. */
  readonly passphrase?: string;
  readonly entries: number;
  /** Where its parts begin, to damage each of them; for files that are no text. */
  readonly parts?: readonly number[];
  /** A wrong passphrase can't be told from damage. */
  readonly isUnauthenticated?: boolean;
  /** Reading it costs much memory and time, and its application gives no choice: tests do it only a few times. */
  readonly isCostly?: boolean;
  /** A part of it is a file as well, since nothing says how many lines there were. */
  readonly isLines?: boolean;
}

/** `Hello!` and four bytes, the secret of most samples, and the same in hexadecimal. */
export const secret = { base32: 'JBSWY3DPEHPK3PXP', hex: '48656c6c6f21deadbeef' } as const;

/** What an entry carries that has names and nothing else. */
export function onlyNames(issuer: string, account: string): Carried {
  const others = { unknownParameters: [], tags: [], note: '', pinned: false, trashed: false, icon: null };
  return { issuer, account, ...others };
}

/** A JSON file's bytes. */
export function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** Each entry in a line: `totp Issuer/account SECRET SHA1 6 30`, with the counter in place of the period for HOTP. */
export function told({ entries }: Pick<Reading, 'entries'>): string[] {
  return entries.map(({ issuer, account, parameters, isForeign }) => {
    const { kind } = parameters;
    const hex = Buffer.from(parameters.secret).toString('hex');
    const names = `${isForeign ? 'foreign ' : ''}${kind} ${issuer}/${account} ${hex === secret.hex ? '*' : hex}`;
    if (!('algorithm' in parameters)) return names;
    const counter = 'counter' in parameters ? parameters.counter : null;
    const period = 'period' in parameters ? parameters.period : null;
    return [names, parameters.algorithm, parameters.digits, kind === 'hotp' ? counter : period].join(' ');
  });
}

/** Each problem in a line: the entry's index or its names, and the code. */
export function troubles({ problems }: Pick<Reading, 'problems'>): string[] {
  return problems.map(({ entry, code, subject }) => `${entry ?? (subject || '-')} ${code}`);
}
