import type { BegunMethod } from '../../contract/account-service/mfa.ts';
import type { Config } from '../config.ts';
import type { AccountRow, MethodRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Service } from '../service.ts';
import type { Channel, ChallengePurpose } from '../vocabulary.ts';

/** One kind of second factor. Each has its own folder, and an entry in the table in `kinds.ts`. */
export interface Method {
  /**
   * Reads the destination that a person entered for a new method.
   *
   * @returns what to show, and its key: methods with one key are the same; null where no two are the same
   * @throws `DESTINATION_INVALID`
   */
  read(text: string, config: Config): { destination: string; key: string | null };
  /** Writes the row of a new method, which has no effect yet, and returns what its first code needs. */
  begin(tx: Tx, service: Service, beginning: Beginning): Promise<BegunMethod>;
  /** How a person is asked to prove that they have the method. */
  challenge(method: Pick<MethodRow, 'destination'>): Challenge;
  /** Judges a submitted code and uses it up. The caller holds the account's lock. */
  verify(tx: Tx, service: Service, method: MethodRow, code: string, use: CodeUse): Promise<Verdict>;
  /** The destination in a form that may be shown before the second factor. */
  hint(destination: string): string;
}

/** The parts of a new method. */
export interface Beginning {
  account: AccountRow;
  methodId: string;
  destination: string;
  key: string | null;
  /** The session in which the method is set up. */
  session: { id: string; deviceKey: string };
  /** False when the destination has had enough (see `takeStrangersMail`). */
  mayGo: boolean;
}

export type Challenge =
  /** A code is sent to this destination. */
  | { by: 'sentCode'; channel: Exclude<Channel, 'none'>; to: string }
  /** The person's own app makes the code, so nothing is sent. */
  | { by: 'ownCode' };

/** What a code is submitted for. */
export interface CodeUse {
  purpose: ChallengePurpose;
  /** The sign-in attempt or session in which the code was requested. */
  boundTo: string;
  deviceKey: string;
  network: string;
}

export type Verdict =
  | { verdict: 'right' }
  /** The code was used a moment ago. */
  | { verdict: 'used' }
  /** No code is pending. */
  | { verdict: 'none' }
  | { verdict: 'wrong'; triesLeft: number };
