import type { BegunMethod } from '../../contract/account-service/mfa.ts';
import type { Config } from '../config.ts';
import type { AccountRow, MethodRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Service } from '../service.ts';
import type { Channel, ChallengePurpose } from '../vocabulary.ts';

/** One kind of second factor. Each stands in a folder of its own, and in the table `kinds.ts`. */
export interface Method {
  /**
   * Reads what a person gave as the destination of a new method.
   *
   * @returns what to show, and what it counts as: two methods with one key are the same; null where no two are
   * @throws `DESTINATION_INVALID`
   */
  read(text: string, config: Config): { destination: string; key: string | null };
  /** Writes the row of a new method, which counts for nothing yet, and hands out what its first code needs. */
  begin(tx: Tx, service: Service, beginning: Beginning): Promise<BegunMethod>;
  /** How a person who has the method is asked to show it. */
  challenge(method: Pick<MethodRow, 'destination'>): Challenge;
  /** Judges what the person handed in, and uses it up. The caller holds the account's lock. */
  verify(tx: Tx, service: Service, method: MethodRow, code: string, use: CodeUse): Promise<Verdict>;
  /** The destination as it may be shown before the second factor. */
  hint(destination: string): string;
}

/** What a new method is made of. */
export interface Beginning {
  account: AccountRow;
  methodId: string;
  destination: string;
  key: string | null;
  /** The session it is begun in. */
  session: { id: string; deviceKey: string };
  /** False where the destination has got enough (see `takeStrangersMail`). */
  mayGo: boolean;
}

export type Challenge =
  /** A code is sent there. */
  | { by: 'sentCode'; channel: Exclude<Channel, 'none'>; to: string }
  /** The person's own app makes the code: there is nothing to send. */
  | { by: 'ownCode' };

/** What a code is handed in for. */
export interface CodeUse {
  purpose: ChallengePurpose;
  /** The sign-in attempt or the session it was asked for in. */
  boundTo: string;
  deviceKey: string;
  network: string;
}

export type Verdict =
  | { verdict: 'right' }
  /** The very code that was used a moment ago. */
  | { verdict: 'used' }
  /** No code is waited for. */
  | { verdict: 'none' }
  | { verdict: 'wrong'; triesLeft: number };
