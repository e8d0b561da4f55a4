import type pg from 'pg';
import { accountLimits } from '../../contract/account-service.ts';
import { standalone } from '../database/statement.ts';
import type { SessionCheckRow } from './live-session.ts';

/** What one check asks the database. */
export interface SessionQuestion {
  accountId: string;
  tokenHash: Buffer;
  /** The device that asked: thumbprint of its key, and what the replay memory stores of the proof. */
  deviceKey: string;
  proof: { slot: number; hash: Buffer };
  now: Date;
}

export type SessionCheck = (question: SessionQuestion) => Promise<SessionCheckRow | null>;

interface Waiting {
  question: SessionQuestion;
  resolve(row: SessionCheckRow | null): void;
  reject(error: unknown): void;
}

/**
 * Asks the database about sessions. Checks that arrive while a query is running share the next one, so that a
 * busy instance makes one query for many. A lone check never waits. Each check remembers the proof (only if the
 * token is a live session's), reports whether it was fresh, and marks a session as seen when its own device
 * uses it.
 *
 * @param most how many checks go together; 1 on a distributed database, where each account lives elsewhere
 */
export function createSessionCheck(pool: pg.Pool, most: number): SessionCheck {
  let waiting: Waiting[] = [];
  let underWay = 0;

  const askNext = () => {
    while (underWay < pool.options.max && waiting.length > 0) {
      // If a proof occurs twice, the second one waits for the next batch, which finds it remembered.
      const batch: Waiting[] = [];
      const later: Waiting[] = [];
      const seen = new Set<string>();
      for (const check of waiting) {
        const hash = check.question.proof.hash.toString('latin1');
        if (batch.length < most && !seen.has(hash)) batch.push(check);
        else later.push(check);
        seen.add(hash);
      }
      waiting = later;
      underWay += 1;
      void ask(pool, batch).finally(() => {
        underWay -= 1;
        askNext();
      });
    }
  };
  let scheduled = false;
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (underWay === 0) return askNext();
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        askNext();
      });
    });
}

async function ask(pool: pg.Pool, batch: Waiting[]): Promise<void> {
  const questions = batch.map(({ question }) => question);
  try {
    const rows = await checkSessions(pool, [
      questions.map(({ accountId }) => accountId),
      questions.map(({ tokenHash }) => tokenHash),
      questions.map(({ proof }) => proof.slot),
      questions.map(({ proof }) => proof.hash),
      questions[0]?.now,
      questions.map(({ deviceKey }) => deviceKey),
    ]);
    const found = new Map(rows.map((row) => [row.n, row]));
    for (const [index, check] of batch.entries()) check.resolve(found.get(index + 1) ?? null);
  } catch (error) {
    for (const check of batch) check.reject(error);
  }
}

/** The precision of "last seen". Writing it at every check would make each check a write. */
const seenEverySeconds = 60;

const checkSessions = standalone<SessionCheckRow & { n: number }>(`
with asked as (
  select * from unnest($1::uuid[], $2::bytea[], $3::smallint[], $4::bytea[], $6::text[])
    with ordinality as asked (asked_account, asked_token, slot, hash, asked_by, n)
), found as (
  select s.*, asked.n::integer, asked.slot, asked.hash, asked.asked_by,
    a.security_epoch = s.security_epoch as in_epoch
  from asked
  join session s on s.account_id = asked_account and s.token_hash = asked_token
  join account a on a.id = asked_account
  where s.expires_at > $5
    and s.last_seen_at > $5::timestamptz - interval '${accountLimits.sessionIdleSeconds} seconds'
), remembered as (
  -- In order, so that two batches that hold the same proofs can't wait for each other.
  insert into device_proof (slot, hash) select slot, hash from found order by slot, hash
  on conflict do nothing returning hash
), due as (
  -- One that another check is marking just now needs no second mark, so that no two of them wait for each other.
  select s.account_id, s.id
  from found join remembered on remembered.hash = found.hash
  join session s on s.account_id = found.account_id and s.id = found.id
  where found.in_epoch and found.device_key = found.asked_by
    and found.last_seen_at < $5::timestamptz - interval '${seenEverySeconds} seconds'
  for update of s skip locked
), seen as (
  update session s set last_seen_at = $5::timestamptz from due where s.account_id = due.account_id and s.id = due.id
)
select found.*, remembered.hash is not null as fresh, t.expires_at as trusted_until
from found left join remembered on remembered.hash = found.hash
left join trusted_device t
  on t.account_id = found.account_id and t.key_thumbprint = found.device_key
  and t.security_epoch = found.security_epoch and t.expires_at > $5`);
