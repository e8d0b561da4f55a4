/** The tables as the queries see them (see `migrations/`). */
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Actor, Language, MethodKind, Platform, SessionKind } from '../../contract/vocabulary.ts';
import type { ChallengePurpose, Channel, LinkOutcome } from '../vocabulary.ts';

/** The driver returns `infinity` as a number. */
type Until = ColumnType<Date | number | null, Date | null | undefined, Date | null>;
type MaybeDate = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface AccountTable {
  id: string;
  name: string;
  address: string;
  language: Language;
  created_at: Date;
  security_epoch: Generated<number>;
  mfa_set_up_at: MaybeDate;
  mfa_fails: Generated<number>;
  mfa_blocked_until: Until;
  recovery_fails: Generated<number>;
  recovery_blocked_until: Until;
}
export type AccountRow = Selectable<AccountTable>;

export interface MethodTable {
  account_id: string;
  id: string;
  kind: MethodKind;
  destination: string;
  destination_key: string | null;
  sealed_secret: Buffer | null;
  created_at: Date;
  confirmed_at: MaybeDate;
  last_used_at: MaybeDate;
  fails: Generated<number>;
  blocked_until: Until;
  disabled_at: MaybeDate;
}
export type MethodRow = Selectable<MethodTable>;

export interface FlowTable {
  account_id: string;
  token_hash: Buffer;
  device_key: string;
  device_name: string;
  platform: Platform;
  security_epoch: number;
  tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  consumed_at: MaybeDate;
}
export type FlowRow = Selectable<FlowTable>;

export interface SessionTable {
  account_id: string;
  id: string;
  token_hash: Buffer;
  kind: SessionKind;
  device_key: string;
  device_name: string;
  platform: Platform;
  network: string;
  security_epoch: number;
  signed_in_at: Date;
  mfa_at: MaybeDate;
  last_seen_at: Date;
  expires_at: Date;
}
export type SessionRow = Selectable<SessionTable>;

export interface TrustedDeviceTable {
  account_id: string;
  id: string;
  key_thumbprint: string;
  name: string;
  platform: Platform;
  security_epoch: number;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  /** Of the sync pass that goes with the trust; null: it has none. */
  sync_pass_hash: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
}

interface ChallengeTable {
  account_id: string;
  id: string;
  purpose: ChallengePurpose;
  method_id: string | null;
  bound_to: string;
  device_key: string;
  destination: string | null;
  code_hash: Buffer;
  tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: MaybeDate;
}
export type ChallengeRow = Selectable<ChallengeTable>;

interface SyncTable {
  account_id: string;
  founded_at: Date;
  head_number: number;
  head_hash: Buffer;
  epoch: number;
  sequence: Generated<number>;
  manifest_hash: Buffer;
  items: Generated<number>;
  bytes: Generated<number>;
}
export type SyncRow = Selectable<SyncTable>;

interface SyncMemberTable {
  account_id: string;
  fingerprint: Buffer;
  signing_key: Buffer;
  device_key: string | null;
  removed_by: ColumnType<number | null, null | undefined, number>;
  last_seen_at: MaybeDate;
}
export type SyncMemberRow = Selectable<SyncMemberTable>;

export interface Database {
  account: AccountTable;
  account_address: { address_key: string; account_id: string };
  credential: { account_id: string; password_hash: string; changed_at: Date };
  sign_up: {
    id: string;
    address_key: string;
    address: string;
    name: string;
    language: Language;
    password_hash: string;
    device_key: string | null;
    created_at: Date;
  };
  activation: { token_hash: Buffer; sign_up_id: string; created_at: Date; expires_at: Date };
  past_link: { token_hash: Buffer; outcome: LinkOutcome; at: Date };
  mfa_method: MethodTable;
  totp_use: { account_id: string; method_id: string; step: ColumnType<string, number, never>; used_at: Date };
  sign_in_flow: FlowTable;
  sign_in_confirmation: { address_hash: Buffer; code_hash: Buffer; expires_at: Date };
  challenge: ChallengeTable;
  session: SessionTable;
  trusted_device: TrustedDeviceTable;
  known_device: { account_id: string; key_thumbprint: string; first_seen_at: Date };
  recovery_code: { account_id: string; code_hash: Buffer; created_at: Date; used_at: MaybeDate };
  password_reset: { account_id: string; token_hash: Buffer; created_at: Date; expires_at: Date };
  audit_event: {
    account_id: string;
    id: ColumnType<string, never, never>;
    at: Date;
    event: string;
    actor: Actor;
    network: string | null;
    device_name: string | null;
    details: ColumnType<Record<string, string>, string, never>;
  };
  support_request: {
    reference: string;
    account_id: string | null;
    address: string;
    reason: string;
    contact: string;
    language: Language;
    password_proven: boolean;
    network: string;
    created_at: Date;
    closed_at: MaybeDate;
    closed_by: ColumnType<string | null, string | undefined, string>;
    outcome: ColumnType<string | null, string | undefined, string>;
  };
  outbox: {
    id: string;
    channel: Channel;
    template: string;
    sealed: Buffer;
    replaces: string | null;
    created_at: Date;
    not_after: MaybeDate;
    attempts: Generated<number>;
    next_try_at: Date;
    leased_until: MaybeDate;
    last_error: ColumnType<string | null, string | null | undefined, string | null>;
  };
  attempt_guard: {
    scope: string;
    key: Buffer;
    fails: number;
    blocked_until: Until;
    updated_at: Date;
  };
  quota: { scope: string; key: Buffer; window_start: Date; used: number };
  device_proof: { slot: number; hash: Buffer };
  sync: SyncTable;
  sync_log_entry: { account_id: string; number: number; bytes: Buffer };
  sync_member: SyncMemberTable;
  sync_manifest: { account_id: string; sequence: number; hash: Buffer; bytes: Buffer };
  sync_item: {
    account_id: string;
    item_id: string;
    revision: number;
    hash: Buffer;
    sequence: number;
    size: number;
    bytes: Buffer;
  };
  sync_past_item: {
    account_id: string;
    item_id: string;
    revision: number;
    bytes: Buffer;
    replaced_at: Date;
  };
  sync_seal: { account_id: string; member: Buffer; epoch: number; bytes: Buffer };
  sync_chain_link: { account_id: string; epoch: number; bytes: Buffer };
  sync_request: {
    account_id: string;
    device_key: string;
    request: Buffer;
    tag: Buffer;
    network: string;
    asked_at: Date;
    expires_at: Date;
  };
}
