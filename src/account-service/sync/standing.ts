import type { Kysely } from 'kysely';
import { SyncError } from '../../core/sync/protocol/fault.ts';
import { syncRefusals } from '../../contract/account-service.ts';
import type { Database, SyncMemberRow, SyncRow } from '../database/schema.ts';
import { takeFrom } from '../limits/quotas.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { requireFull } from '../sessions/live-session.ts';
import type { SyncCaller } from '../trust/sync-pass.ts';

const hour = 3_600;
/** Each change of the log has the whole log verified, and a person makes few. */
const proposalsPerHour = 60;

/**
 * Counts a call of sync against the account's allowance.
 *
 * @throws `ENROLMENT_REQUIRED`, `RATE_LIMITED`
 */
export async function takeTurn(service: Service, caller: SyncCaller, kind: 'call' | 'proposal' = 'call') {
  if (caller.kind !== 'pass') requireFull(caller);
  const most = kind === 'proposal' ? proposalsPerHour : service.config.LIMIT_SYNC_PER_ACCOUNT_HOUR;
  const quota = { scope: `sync:${kind}`, most, seconds: hour };
  await takeFrom(service.db, [{ quota, key: caller.accountId }], service.clock.now());
}

/** Lets everyone who watches look again, after a commit. */
export function tellOfSync(service: Service, accountId: string): void {
  service.inBackground('tell of sync', service.syncNews.tell(accountId));
}

/** The account's row of sync; undefined if it is off. Only under the account's lock does it stay as it is. */
export function findSync(db: Kysely<Database>, accountId: string): Promise<SyncRow | undefined> {
  return db.selectFrom('sync').selectAll().where('account_id', '=', accountId).executeTakeFirst();
}

/** @throws `SYNC_OFF` */
export async function presentSync(db: Kysely<Database>, accountId: string): Promise<SyncRow> {
  const sync = await findSync(db, accountId);
  if (sync === undefined) throw refusal('SYNC_OFF');
  return sync;
}

/** The account's log, from its first entry. */
export async function logEntries(db: Kysely<Database>, accountId: string): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('sync_log_entry')
    .select('bytes')
    .where('account_id', '=', accountId)
    .orderBy('number')
    .execute();
  return rows.map(({ bytes }) => bytes);
}

/**
 * The member that the asking computer is.
 *
 * @throws `SYNC_NOT_MEMBER` if it was taken out, or is another computer
 */
export async function memberHere(
  db: Kysely<Database>,
  fingerprint: string,
  { accountId, deviceKey }: SyncCaller,
): Promise<SyncMemberRow> {
  const member = await db
    .selectFrom('sync_member')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('fingerprint', '=', bytesOfHash(fingerprint))
    .where('device_key', '=', deviceKey)
    .where('removed_by', 'is', null)
    .executeTakeFirst();
  if (member === undefined) throw refusal('SYNC_NOT_MEMBER');
  return member;
}

/** What was written meanwhile: whoever wrote too late asks for it. */
export function stale(sync: SyncRow | undefined) {
  return refusal('SYNC_STALE', {
    head: sync ? { number: sync.head_number, hash: sync.head_hash.toString('hex') } : null,
    sequence: sync?.sequence ?? 0,
    hash: sync?.manifest_hash.toString('hex') ?? '',
  });
}

/** Reads with the protocol's readers. @throws `SYNC_REFUSED` where they throw */
export function reading<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof SyncError && syncRefusals.find((one) => one === error.code);
    if (reason === false || reason === undefined) throw error;
    throw refusal('SYNC_REFUSED', { reason });
  }
}

export function bytesOfHash(hash: string): Buffer {
  return Buffer.from(hash, 'hex');
}

export function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

export function base64Of(bytes: Buffer): string {
  return bytes.toString('base64');
}
