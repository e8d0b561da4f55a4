import { NO_HASH } from '../../core/sync/protocol/bytes.ts';
import { extendLog, presentEpoch, readLog, type MemberLog } from '../../core/sync/protocol/log.ts';
import { readLogEntry, type LogEntry, type Position } from '../../core/sync/protocol/log-entry.ts';
import { plainLine } from '../../contract/plain-line.ts';
import { record, type AuditedEvent } from '../audit/record.ts';
import type { SyncRow } from '../database/schema.ts';
import { transact, type Tx } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { actor } from '../sessions/sessions.ts';
import { endComputer } from './end-computer.ts';
import { linkOf, sealsOf } from './seals.ts';
import {
  bytesOf,
  bytesOfHash,
  findSync,
  logEntries,
  memberHere,
  reading,
  stale,
  takeTurn,
  tellOfSync,
} from './standing.ts';

const events = {
  found: 'sync-turned-on',
  add: 'sync-computer-added',
  kit: 'sync-kit-added',
  remove: 'sync-member-removed',
} as const satisfies Record<LogEntry['action']['kind'], AuditedEvent>;

/**
 * Takes the next entry of the log, with the keys that belong to it, after a fresh check. A removal is one transaction with
 * the new epoch and the end of the sessions and the trust of the computer that goes.
 *
 * @throws `STEP_UP_REQUIRED`, `SYNC_OFF`, `SYNC_NOT_MEMBER`, `SYNC_STALE`, `SYNC_REFUSED`
 */
export async function propose(
  service: Service,
  sent: { entry: string; seals: readonly string[]; chain: string | null },
  session: LiveSession,
) {
  const now = service.clock.now();
  requireFreshMfa(session, now);
  await takeTurn(service, session, 'proposal');
  const { accountId } = session;
  const bytes = bytesOf(sent.entry);
  const entry = reading(() => readLogEntry(bytes, accountId));
  await transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    const sync = await findSync(tx, accountId);
    await checkFollows(tx, sync, entry);
    const before = await logEntries(tx, accountId);
    const log = reading(() =>
      sync === undefined ? readLog([bytes], accountId) : extendLog(readLog(before, accountId), [bytes]),
    );
    const seals = sealsOf(entry, log, sent.seals.map(bytesOf));
    const link = linkOf(entry, log, sent.chain === null ? null : bytesOf(sent.chain));
    const computer = await computerOf(tx, entry, log, { session, now });
    const epoch = presentEpoch(log).number;
    await writeHead(tx, sync, { accountId, entry, epoch }, now);
    const key = { account_id: accountId };
    await tx
      .insertInto('sync_log_entry')
      .values({ ...key, number: entry.number, bytes })
      .execute();
    if (entry.comes !== null) {
      const { fingerprint, member } = entry.comes;
      const row = { fingerprint: bytesOfHash(fingerprint), signing_key: Buffer.from(member.signing) };
      await tx
        .insertInto('sync_member')
        .values({ ...key, ...row, device_key: computer })
        .execute();
    }
    await tx
      .insertInto('sync_seal')
      .values(seals.map((seal) => ({ ...key, ...seal })))
      .execute();
    if (link !== null)
      await tx
        .insertInto('sync_chain_link')
        .values({ ...key, epoch, bytes: link })
        .execute();
    if (entry.action.kind === 'remove') await endComputer(tx, accountId, entry.action.member, entry.number);
    const details = { member: plainLine(nameOf(entry, log)) };
    await record(tx, now, { ...actor(session), event: events[entry.action.kind], details });
    return null;
  });
  tellOfSync(service, accountId);
  return { done: true } as const;
}

/** @throws `SYNC_OFF`, `SYNC_STALE` unless it is the next entry, of an author who knows what a removal must know */
async function checkFollows(
  tx: Tx,
  sync: SyncRow | undefined,
  { number, previous, anchor, action }: LogEntry,
): Promise<void> {
  if (sync === undefined && number > 0) throw refusal('SYNC_OFF');
  const head = sync?.head_hash.toString('hex') ?? NO_HASH;
  const isNext = number === (sync?.head_number ?? -1) + 1 && previous === head;
  // What the one who goes signed after this manifest counts no more: it must be the newest.
  const isNewest = action.kind !== 'remove' || anchor.sequence === sync?.sequence;
  if (!isNext || !isNewest || !(await isKnown(tx, sync, anchor))) throw stale(sync);
}

async function isKnown(tx: Tx, sync: SyncRow | undefined, { sequence, hash }: Position): Promise<boolean> {
  if (sequence === 0) return hash === NO_HASH;
  if (sync === undefined || sequence > sync.sequence) return false;
  const manifest = await tx
    .selectFrom('sync_manifest')
    .select('hash')
    .where('account_id', '=', sync.account_id)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  return manifest?.hash.toString('hex') === hash;
}

/**
 * At which computer the one is who comes in: this one, if it founds the log or has the kit; else the one that asked.
 *
 * @returns its device key; null for a kit, or if nobody comes
 * @throws `SYNC_NOT_MEMBER` if the author is another computer; `SYNC_REFUSED` if the one that comes in did not ask
 */
async function computerOf(
  tx: Tx,
  { action, author }: LogEntry,
  log: MemberLog,
  { session, now }: { session: LiveSession; now: Date },
): Promise<string | null> {
  if (action.kind === 'found') return session.deviceKey;
  const isByKit = log.members.get(author)?.member.kind === 'kit';
  if (!isByKit) await memberHere(tx, author, session);
  if (action.kind !== 'add') return null;
  if (isByKit) return session.deviceKey;
  const asked = await tx
    .deleteFrom('sync_request')
    .where('account_id', '=', session.accountId)
    .where('request', '=', Buffer.from(action.request))
    .where('expires_at', '>', now)
    .returning(['device_key'])
    .executeTakeFirst();
  if (asked === undefined) throw refusal('SYNC_REFUSED', { reason: 'NOT_ASKED' });
  return asked.device_key;
}

async function writeHead(
  tx: Tx,
  sync: SyncRow | undefined,
  { accountId, entry, epoch }: { accountId: string; entry: LogEntry; epoch: number },
  now: Date,
): Promise<void> {
  const head = { head_number: entry.number, head_hash: bytesOfHash(entry.hash), epoch };
  if (sync === undefined) {
    const start = { founded_at: now, manifest_hash: bytesOfHash(NO_HASH) };
    await tx
      .insertInto('sync')
      .values({ account_id: accountId, ...head, ...start })
      .execute();
  } else await tx.updateTable('sync').set(head).where('account_id', '=', accountId).execute();
}

function nameOf({ action, comes }: LogEntry, log: MemberLog): string {
  const member = action.kind === 'remove' ? log.members.get(action.member)?.member : comes?.member;
  return member?.name ?? '';
}
