import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Actor } from '../../contract/vocabulary.ts';

/** The events of the audit trail. */
export type AuditedEvent =
  | 'activated'
  | 'sign-in'
  | 'sign-in-trusted'
  | 'sign-in-failed'
  | 'sign-out'
  | 'step-up'
  | 'code-wrong'
  | 'method-disabled'
  | 'method-added'
  | 'method-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'password-changed'
  | 'password-reset'
  | 'address-changed'
  | 'device-trusted'
  | 'device-revoked'
  | 'sessions-ended'
  | 'profile-changed'
  | 'exported'
  | 'sync-turned-on'
  | 'sync-computer-added'
  | 'sync-kit-added'
  | 'sync-member-removed'
  | 'sync-pass-taken'
  | 'sync-turned-off'
  | 'support-requested'
  | 'support-withdrawn'
  | 'mfa-reset'
  | 'support-closed'
  | 'account-viewed'
  | 'operator-command'
  | 'deleted';

export interface AuditEntry {
  accountId: string;
  event: AuditedEvent;
  actor?: Actor;
  network?: string | null;
  deviceName?: string | null;
  /** Never a secret, and never more of an address than its mask. */
  details?: Record<string, string>;
}

/** Adds an event to the account's audit trail, in the transaction of what it reports. */
export async function record(db: Kysely<Database>, now: Date, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      account_id: entry.accountId,
      at: now,
      event: entry.event,
      actor: entry.actor ?? 'person',
      network: entry.network ?? null,
      device_name: entry.deviceName ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}
