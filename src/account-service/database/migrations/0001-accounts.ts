/**
 * The first schema. Every table that grows with people has `account_id` first in its key, so that it can be
 * distributed by account. Look-ups by address or by a mailed token use their own narrow tables.
 */
export const accounts = `
create table account (
  id uuid primary key,
  name text not null,
  address text not null,
  language text not null check (language in ('en', 'nl')),
  created_at timestamptz not null,
  -- Trust, sessions and sign-in attempts count only while they carry the account's epoch.
  security_epoch integer not null default 1,
  -- Set with the first confirmed method; from then on there is always one (trigger below).
  mfa_set_up_at timestamptz,
  mfa_fails integer not null default 0,
  mfa_blocked_until timestamptz,
  recovery_fails integer not null default 0,
  recovery_blocked_until timestamptz
);

create table account_address (
  address_key text primary key,
  account_id uuid not null unique references account on delete cascade
);

create table credential (
  account_id uuid primary key references account on delete cascade,
  password_hash text not null,
  changed_at timestamptz not null
);

-- Someone asked for an account. Several may wait for one address, each with its own password and link:
-- whoever reads the mailbox and knows the password of that very sign-up activates it, and the others go.
create table sign_up (
  id uuid primary key,
  address_key text not null,
  address text not null,
  name text not null,
  language text not null check (language in ('en', 'nl')),
  password_hash text not null,
  device_key text,
  created_at timestamptz not null
);
create index sign_up_by_address on sign_up (address_key, created_at);
create index sign_up_by_age on sign_up (created_at);

create table activation (
  token_hash bytea primary key,
  sign_up_id uuid not null unique references sign_up on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table mfa_method (
  account_id uuid not null references account on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('email', 'sms', 'totp')),
  destination text not null,
  destination_key text,
  sealed_secret bytea,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  fails integer not null default 0,
  blocked_until timestamptz,
  disabled_at timestamptz,
  primary key (account_id, id),
  check ((kind = 'totp') = (sealed_secret is not null)),
  check ((kind = 'totp') = (destination_key is null))
);
create unique index mfa_method_once on mfa_method (account_id, kind, destination_key)
  where confirmed_at is not null;

-- A time step is accepted once (RFC 6238, section 5.2).
create table totp_use (
  account_id uuid not null,
  method_id uuid not null,
  step bigint not null,
  used_at timestamptz not null,
  primary key (account_id, method_id, step),
  foreign key (account_id, method_id) references mfa_method on delete cascade
);
create index totp_use_by_age on totp_use (used_at);

create table sign_in_flow (
  account_id uuid not null references account on delete cascade,
  token_hash bytea not null,
  device_key text not null,
  device_name text not null,
  platform text not null,
  security_epoch integer not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (account_id, token_hash)
);
create index sign_in_flow_by_expiry on sign_in_flow (expires_at);

-- A code that was sent. bound_to is the sign-in flow or the session it was asked for in.
create table challenge (
  account_id uuid not null references account on delete cascade,
  id uuid not null,
  purpose text not null check (purpose in ('sign-in', 'step-up', 'confirm-method', 'confirm-address')),
  method_id uuid,
  bound_to text not null,
  device_key text not null,
  destination text,
  code_hash bytea not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, method_id) references mfa_method on delete cascade
);
-- One live code per purpose, place and method: sending again replaces it.
create unique index challenge_live on challenge (account_id, purpose, bound_to, method_id) nulls not distinct;
create index challenge_by_expiry on challenge (expires_at);

create table session (
  account_id uuid not null references account on delete cascade,
  id uuid not null,
  token_hash bytea not null,
  kind text not null check (kind in ('enrolment', 'full')),
  device_key text not null,
  device_name text not null,
  platform text not null,
  network text not null,
  security_epoch integer not null,
  signed_in_at timestamptz not null,
  mfa_at timestamptz,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, token_hash),
  check (kind = 'full' or mfa_at is null)
);
create index session_by_expiry on session (expires_at);

create table trusted_device (
  account_id uuid not null references account on delete cascade,
  id uuid not null,
  key_thumbprint text not null,
  name text not null,
  platform text not null,
  security_epoch integer not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, key_thumbprint),
  -- Seven days from the check it was granted at, and never longer.
  check (expires_at <= created_at + interval '168 hours')
);
create index trusted_device_by_expiry on trusted_device (expires_at);

-- Device keys that have signed in before, so that a new one can be announced.
create table known_device (
  account_id uuid not null references account on delete cascade,
  key_thumbprint text not null,
  first_seen_at timestamptz not null,
  primary key (account_id, key_thumbprint)
);

create table recovery_code (
  account_id uuid not null references account on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- No reference to the account: for an address that nobody has, a row of nobody is written just the same, so that
-- the time it takes tells nothing.
create table password_reset (
  account_id uuid primary key,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_reset_by_expiry on password_reset (expires_at);

create table audit_event (
  account_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null,
  event text not null,
  actor text not null check (actor in ('person', 'operator', 'service')),
  network text,
  device_name text,
  details jsonb not null default '{}',
  primary key (account_id, id)
);
create index audit_event_by_age on audit_event (at);

create table support_request (
  reference text primary key,
  account_id uuid references account on delete cascade,
  address text not null,
  reason text not null,
  contact text not null,
  language text not null,
  password_proven boolean not null,
  network text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  outcome text
);
create index support_request_by_account on support_request (account_id);
create index support_request_open on support_request (created_at) where closed_at is null;

create table outbox (
  id uuid primary key,
  channel text not null check (channel in ('mail', 'sms', 'none')),
  template text not null,
  -- Destination, words and codes, sealed: at rest nobody reads a code or a link here.
  sealed bytea not null,
  -- A later message with the same subject matter replaces this one while it waits.
  replaces text,
  created_at timestamptz not null,
  not_after timestamptz,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  leased_until timestamptz,
  last_error text
);
create index outbox_due on outbox (next_try_at);
create unique index outbox_replaces on outbox (replaces) where replaces is not null;

create table attempt_guard (
  scope text not null,
  key bytea not null,
  fails integer not null,
  blocked_until timestamptz,
  updated_at timestamptz not null,
  primary key (scope, key)
);
create index attempt_guard_by_age on attempt_guard (updated_at);

create table quota (
  scope text not null,
  key bytea not null,
  window_start timestamptz not null,
  used integer not null,
  primary key (scope, key, window_start)
);
create index quota_by_age on quota (window_start);

-- Device proofs seen (RFC 9449, section 11.1). A proof's slot follows from its own iat, so that the same proof
-- always meets the same slot; a slot is emptied long after its proofs went stale and before it is used again.
create table device_proof (slot smallint not null, hash bytea not null, primary key (slot, hash))
  partition by list (slot);
create table device_proof_0 partition of device_proof for values in (0);
create table device_proof_1 partition of device_proof for values in (1);
create table device_proof_2 partition of device_proof for values in (2);

-- Until when the n-th consecutive wrong attempt blocks: not up to free, then 30 s, doubling up to an hour; from
-- disable_at on for good (until something other than time opens it again).
create function attempt_block(at timestamptz, fails integer, free integer, disable_at integer)
returns timestamptz language sql immutable parallel safe as $$
  select case
    when fails >= disable_at then timestamptz 'infinity'
    when fails <= free then null
    else at + make_interval(secs => least(3600, 30 * power(2, least(fails - free - 1, 10))))
  end
$$;

-- Once set up, MFA never goes blank: not by removal, not by un-confirming, not by two transactions at once
-- (the account's row is locked before the methods are counted).
create function keep_one_method() returns trigger language plpgsql as $$
declare
  set_up timestamptz;
begin
  select mfa_set_up_at into set_up from account where id = old.account_id for update;
  if set_up is not null and not exists (
    select 1 from mfa_method where account_id = old.account_id and confirmed_at is not null
  ) then
    raise exception 'the last confirmed method cannot be removed' using errcode = 'check_violation',
      constraint = 'keep_one_method';
  end if;
  return null;
end
$$;
create constraint trigger keep_one_method after delete or update of confirmed_at, account_id on mfa_method
  deferrable initially deferred for each row execute function keep_one_method();

-- The audit trail is only ever added to; retention and the deletion of an account say so themselves.
create function keep_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('latchkey.audit_purge', true) = 'on' then return old; end if;
  raise exception 'the audit trail is append-only';
end
$$;
create trigger keep_audit before update or delete on audit_event for each row execute function keep_audit();
create trigger keep_audit_whole before truncate on audit_event execute function keep_audit();
`;
