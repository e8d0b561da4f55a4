/**
 * Encrypted sync (`docs/sync.md`). Everything belongs to an account and goes with it. Turning sync off deletes the row of
 * `sync`, and with it the rest. The bytes are structures that the service cannot read; beside them stands what it compares.
 */
export const sync = `
create table sync (
  account_id uuid primary key references account on delete cascade,
  founded_at timestamptz not null,
  -- The newest log entry, the present epoch and the newest manifest (0 and zeros before the first).
  head_number integer not null,
  head_hash bytea not null,
  epoch integer not null,
  sequence integer not null default 0,
  manifest_hash bytea not null,
  items integer not null default 0,
  bytes integer not null default 0
);

create table sync_log_entry (
  account_id uuid not null references sync on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (account_id, number)
);

-- Who is or was in, as the log says it, and at which computer (null for a kit).
create table sync_member (
  account_id uuid not null references sync on delete cascade,
  fingerprint bytea not null,
  signing_key bytea not null,
  device_key text,
  removed_by integer,
  last_seen_at timestamptz,
  primary key (account_id, fingerprint)
);

create table sync_manifest (
  account_id uuid not null references sync on delete cascade,
  sequence integer not null,
  hash bytea not null,
  bytes bytea not null,
  primary key (account_id, sequence)
);

create table sync_item (
  account_id uuid not null references sync on delete cascade,
  item_id uuid not null,
  revision integer not null,
  hash bytea not null,
  sequence integer not null,
  size integer not null,
  bytes bytea not null,
  primary key (account_id, item_id)
);
create index sync_item_by_sequence on sync_item (account_id, sequence) include (size);

-- Of each item the revision that was replaced last, for a while.
create table sync_past_item (
  account_id uuid not null references sync on delete cascade,
  item_id uuid not null,
  revision integer not null,
  bytes bytea not null,
  replaced_at timestamptz not null,
  primary key (account_id, item_id)
);
create index sync_past_item_by_age on sync_past_item (replaced_at);

create table sync_seal (
  account_id uuid not null references sync on delete cascade,
  member bytea not null,
  epoch integer not null,
  bytes bytea not null,
  primary key (account_id, member, epoch)
);

create table sync_chain_link (
  account_id uuid not null references sync on delete cascade,
  epoch integer not null,
  bytes bytea not null,
  primary key (account_id, epoch)
);

create table sync_request (
  account_id uuid not null references sync on delete cascade,
  device_key text not null,
  request bytea not null,
  tag bytea not null,
  network text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, device_key)
);
create index sync_request_by_expiry on sync_request (expires_at);
`;
