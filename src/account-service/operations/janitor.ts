import { sql } from 'kysely';
import { accountLimits } from '../../contract/account-service.ts';
import { replaySlots } from '../http/device-proof.ts';
import type { Service } from '../service.ts';

const everyMs = 60_000;
const lockId = 7_218_045_114;
const day = 86_400_000;

/** Rows to delete once they are this old by this column. By then they no longer count. */
const leftovers: readonly [table: string, column: string, ageMs: number][] = [
  ['session', 'expires_at', 0],
  ['sign_in_flow', 'expires_at', 3_600_000],
  ['challenge', 'expires_at', 3_600_000],
  ['sign_in_confirmation', 'expires_at', 0],
  ['trusted_device', 'expires_at', 0],
  ['totp_use', 'used_at', 600_000],
  ['password_reset', 'expires_at', day],
  ['quota', 'window_start', 2 * day],
  ['sign_up', 'created_at', 30 * day],
  ['past_link', 'at', 30 * day],
  ['sync_request', 'expires_at', 0],
  ['sync_past_item', 'replaced_at', accountLimits.syncPastDays * day],
];

/**
 * Deletes expired rows once a minute, in whichever instance gets the lock.
 *
 * @returns a function that stops it
 */
export function startJanitor(service: Service): () => void {
  const timer = setInterval(() => service.inBackground('sweep expired rows', sweep(service)), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** One sweep. Does nothing while another instance is sweeping. */
export async function sweep(service: Service): Promise<void> {
  await service.db.transaction().execute(async (tx) => {
    const lock = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lockId}) as got`.execute(tx);
    if (lock.rows[0]?.got !== true) return;
    const now = service.clock.now().getTime();
    for (const [table, column, ageMs] of leftovers) {
      const before = new Date(now - ageMs);
      await sql`
        delete from ${sql.table(table)} where ctid in (
          select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${before} limit 5000
        )`.execute(tx);
    }
    // Waits are long over after a month. A permanent block after fifty wrong attempts stays.
    await sql`
      delete from attempt_guard where ctid in (
        select ctid from attempt_guard where updated_at < ${new Date(now - 30 * day)}
          and blocked_until is distinct from 'infinity' limit 5000
      )`.execute(tx);
    const retention = new Date(now - service.config.AUDIT_DAYS * day);
    await sql`set local latchkey.audit_purge = 'on'`.execute(tx);
    await sql`delete from audit_event where at < ${retention}`.execute(tx);
    await sql`delete from support_request where created_at < ${retention}`.execute(tx);
    await sql`truncate ${sql.table(`device_proof_${staleProofSlot(now)}`)}`.execute(tx);
  });
  const { count } = await service.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  service.metrics.outboxDue.set(Number(count));
}

/**
 * The slot of the replay memory that can be emptied: the one after that of proofs dated half a minute ahead,
 * the most that clients and instances may differ. It holds proofs from two turns before, all long stale.
 */
function staleProofSlot(now: number): number {
  const ahead = now / 1_000 + 30;
  return (Math.floor(ahead / replaySlots.seconds) + 1) % replaySlots.count;
}
