import type pg from 'pg';
import type { Answer } from '../account/support/device.ts';

/** What the clients were told, held against what the database has in the end. */
export interface Ledger {
  /** How many changes were acknowledged. */
  acknowledged: number;
  /** How often a thing that works once worked again. */
  twice: number;
  /** Answers that blame the service itself (500), which an outage is no reason for. */
  faults: string[];
  /** Refusals, by code: what an outage made of a step that the next one needed. */
  refusals: Map<string, number>;
  /**
   * Asks until there is an answer, as a client does after 503 or a connection that broke, and notes it.
   *
   * @param events what a success leaves in the account's audit trail, in the same transaction
   * @param isOnce whether it can succeed only once, however often it is asked
   * @throws Refused when the service says no
   */
  change(account: string, events: string[], isOnce: boolean, ask: Ask): Promise<Answer>;
  /** The same, for what leaves no event: a sign-up, or a step that the next one needs. */
  step(ask: Ask): Promise<Answer>;
  signedUp(address: string): void;
  /** Notes a success that must not come twice, and how to try it again. */
  mustNotWorkAgain(again: Ask): void;
  /** Tries again what worked since a time (`performance.now()`). */
  tryAgain(since: number): Promise<void>;
  /** Holds everything against the database: how many acknowledged changes are not there. */
  check(db: pg.Pool): Promise<number>;
}

type Ask = () => Promise<Answer>;

/** The service said no. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A write of sync, as `change` notes it. It leaves no audit event, and the account counts it in the same transaction. */
export const syncWrite = 'sync-write';

interface Count {
  asked: number;
  acknowledged: number;
}

/** How many successes are tried again after a failure, the newest first. */
const mostAgain = 40;

export function createLedger(): Ledger {
  const counts = new Map<string, Count>();
  const addresses = new Set<string>();
  const successes: { at: number; again: Ask }[] = [];
  const refusals = new Map<string, number>();
  const keyOf = (account: string, event: string) => `${account} ${event}`;
  const countOf = (account: string, event: string): Count => {
    const key = keyOf(account, event);
    const known = counts.get(key) ?? { asked: 0, acknowledged: 0 };
    counts.set(key, known);
    return known;
  };
  const insist = async (ask: Ask, tried: (isFirst: boolean) => void) => {
    for (let isFirst = true; ; isFirst = false) {
      tried(isFirst);
      const answer = await ask().catch(() => null);
      if (answer?.status === 500) ledger.faults.push(answer.text);
      if (answer && answer.status < 500) return { answer, isFirst };
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const refuse = (answer: Answer) => {
    const code = answer.code ?? String(answer.status);
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
    throw new Refused(code, answer.text);
  };
  const ledger: Ledger = {
    acknowledged: 0,
    twice: 0,
    faults: [],
    refusals,
    async change(account, events, isOnce, ask) {
      const own = events.map((event) => countOf(account, event));
      const { answer, isFirst } = await insist(ask, (first) => {
        if (first || !isOnce) for (const count of own) count.asked += 1;
      });
      if (answer.status >= 300) {
        // A refusal after a try without an answer may mean that the try was done.
        if (isFirst) for (const count of own) count.asked -= 1;
        return refuse(answer);
      }
      for (const count of own) count.acknowledged += 1;
      ledger.acknowledged += 1;
      return answer;
    },
    async step(ask) {
      const { answer } = await insist(ask, () => {});
      return answer.status < 300 ? answer : refuse(answer);
    },
    signedUp(address) {
      addresses.add(address);
      ledger.acknowledged += 1;
    },
    mustNotWorkAgain(again) {
      successes.push({ at: performance.now(), again });
    },
    async tryAgain(since) {
      const recent = successes.splice(0).filter(({ at }) => at >= since);
      for (const { again } of recent.slice(-mostAgain)) {
        // A try without an answer shows in the audit trail if it was done.
        const answer = await again().catch(() => null);
        if (answer && answer.status < 300) ledger.twice += 1;
      }
    },
    async check(db) {
      // What is acknowledged by now must be there. What is asked for by the end of the query may be.
      const before = new Map([...counts].map(([key, { acknowledged }]) => [key, acknowledged]));
      const signUps = [...addresses];
      const { rows } = await db.query<{ address: string; event: string; n: number }>(
        `select a.address, e.event, count(*)::integer as n
         from audit_event e join account a on a.id = e.account_id group by 1, 2
         union all select a.address, '${syncWrite}', s.sequence from sync s join account a on a.id = s.account_id`,
      );
      // Of each write all is there, and of what it counts.
      const { rows: parts } = await db.query<{ n: number }>(
        `select count(*)::integer as n from sync s
         where sequence <> (select count(*) from sync_manifest m where m.account_id = s.account_id)
         or items <> (select count(*) from sync_item i where i.account_id = s.account_id)`,
      );
      const there = new Map(rows.map(({ address, event, n }) => [keyOf(address, event), n]));
      let lost = parts[0]?.n ?? 0;
      for (const [key, acknowledged] of before) lost += Math.max(0, acknowledged - (there.get(key) ?? 0));
      for (const [key, { asked }] of counts) ledger.twice += Math.max(0, (there.get(key) ?? 0) - asked);
      const found = await db.query<{ address: string }>(
        'select address from sign_up union select address from account',
      );
      const known = new Set(found.rows.map(({ address }) => address));
      return lost + signUps.filter((address) => !known.has(address)).length;
    },
  };
  return ledger;
}
