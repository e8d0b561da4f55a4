import { z } from 'zod';
import { accountLimits, methodKindSchema } from '../../contract/account-service.ts';
import type { SignInStep } from '../../contract/account-service/sign-in.ts';
import { record } from '../audit/record.ts';
import { after } from '../clock.ts';
import type { MethodRow, SessionRow } from '../database/schema.ts';
import { standalone, withoutWaiting } from '../database/statement.ts';
import { transact } from '../database/transaction.ts';
import type { DeviceCaller, UnspentProofCaller } from '../http/authenticate.ts';
import {
  clearing,
  forgive,
  forgiving,
  passwordPerAddress,
  passwordPerConfirmed,
  passwordPerDevice,
  passwordPerNetwork,
  type AttemptRule,
} from '../limits/attempts.ts';
import { methodChoice } from '../mfa/methods.ts';
import { refusal } from '../refusal.ts';
import { createAccountToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { openSession } from '../sessions/grant.ts';
import { lockAccount } from '../sessions/live-session.ts';
import { findTrust } from '../trust/trust.ts';
import { countSignIn, type Counter } from './look-up.ts';

export interface PasswordSignIn {
  email: string;
  password: string;
  device: { name: string; platform: SessionRow['platform'] };
  /** The code mailed to the address, for a new computer while sign-ins are held back. */
  confirmation?: string | undefined;
}

/**
 * The first step of a sign-in. Each attempt is counted as wrong before the password is checked, per address and
 * per network. A computer that this account knows has its own counter, so that strangers can't lock it out. An
 * unknown address takes the same work and gets the same answer as a wrong password.
 *
 * @throws `CREDENTIALS_INVALID`, `TOO_MANY_ATTEMPTS`, `BUSY`, `DEVICE_PROOF_INVALID`
 */
export async function startSignIn(
  service: Service,
  wanted: PasswordSignIn,
  caller: UnspentProofCaller,
): Promise<SignInStep> {
  const { hashing, db } = service;
  hashing.admit();
  const { known, counters } = await countSignIn(service, wanted, caller);
  const match = await hashing
    .verify(wanted.password, known?.passwordHash ?? null)
    .catch(async (error: unknown) => {
      for (const { rule, key } of counters) await forgive(db, rule, key);
      throw error;
    });
  if (!known || match === 'wrong') {
    if (known) noteFailure(service, known.accountId, wanted, caller);
    throw refusal('CREDENTIALS_INVALID');
  }
  const checked =
    match === 'outdated' ? { ...known, passwordHash: await rehash(service, known, wanted.password) } : known;
  return (
    (await askForSecondFactor(service, checked, wanted, caller, counters)) ??
    (await openAtOnce(service, checked, wanted, caller))
  );
}

/** A right password: whose it is, and the hash that it matched. */
interface CheckedPassword {
  accountId: string;
  passwordHash: string;
}

/**
 * The usual next step, in one statement: takes back the counts and opens a sign-in attempt that waits for a
 * code. It needs no lock: the attempt is valid only while the account keeps the security epoch that this
 * statement saw, and every change to what protects an account raises the epoch.
 *
 * @returns null when no code is needed: a trusted computer, or an account without any method
 * @throws `CREDENTIALS_INVALID` when the password was changed during the check
 */
async function askForSecondFactor(
  service: Service,
  checked: CheckedPassword,
  wanted: PasswordSignIn,
  caller: DeviceCaller,
  counters: readonly Counter[],
): Promise<SignInStep | null> {
  const now = service.clock.now();
  const keyOf = (rule: AttemptRule) => counters.find((counter) => counter.rule === rule)?.key ?? null;
  const flow = createAccountToken(checked.accountId);
  const expiresAt = after(now, accountLimits.codeLifetimeSeconds);
  const [row] = await openFlow(service.databases.pool, [
    checked.accountId,
    checked.passwordHash,
    now,
    keyOf(passwordPerNetwork),
    keyOf(passwordPerAddress),
    keyOf(passwordPerDevice),
    hashToken(flow),
    caller.deviceKey,
    wanted.device.name,
    wanted.device.platform,
    expiresAt,
  ]);
  const confirmed = keyOf(passwordPerConfirmed);
  if (row && confirmed) await forgive(service.db, passwordPerConfirmed, confirmed);
  if (!row) throw refusal('CREDENTIALS_INVALID');
  if (!row.opened) return null;
  return {
    step: 'secondFactor',
    flow,
    expiresAt: expiresAt.toISOString(),
    methods: methodList.parse(row.methods).map(methodChoice),
    recoveryCodesLeft: row.can_recover,
  };
}

interface OpenedFlowRow {
  opened: boolean;
  methods: unknown;
  can_recover: boolean;
}
const methodList: z.ZodType<Pick<MethodRow, 'id' | 'kind' | 'destination'>[]> = z.array(
  z.object({ id: z.string(), kind: methodKindSchema, destination: z.string() }),
);

const trustedAlready = `exists (
  select from trusted_device t join who on t.account_id = who.id
  where t.key_thumbprint = $8 and t.security_epoch = who.security_epoch and t.expires_at > $3::timestamptz)`;
const openFlow = standalone<OpenedFlowRow>(`
with who as (
  select a.id, a.security_epoch, a.mfa_set_up_at from account a join credential c on c.account_id = a.id
  where a.id = $1 and c.password_hash = $2
), forgiven as (
  -- Where it was counted; on counters that strangers share, a right password takes back only itself.
  ${forgiving(passwordPerNetwork, '$4::bytea', 'exists (select from who)')}
), forgiven_address as (
  ${forgiving(passwordPerAddress, '$5::bytea', 'exists (select from who)')}
), cleared as (
  ${clearing(passwordPerDevice, '$6::bytea', 'exists (select from who)')}
), confirmed as (
  select m.id, m.kind, m.destination, m.created_at
  from mfa_method m join who on m.account_id = who.id where m.confirmed_at is not null
), opened as (
  insert into sign_in_flow
    (account_id, token_hash, device_key, device_name, platform, security_epoch, created_at, expires_at)
  select who.id, $7, $8, $9, $10, who.security_epoch, $3::timestamptz, $11::timestamptz
  from who
  where not ${trustedAlready} and (who.mfa_set_up_at is not null or exists (select from confirmed))
  returning 1
)
select ${withoutWaiting}, exists (select from opened) as opened,
  (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'destination', destination)
    order by created_at), '[]') from confirmed) as methods,
  exists (select from recovery_code r where r.account_id = who.id and r.used_at is null) as can_recover
from who`);

/**
 * The next step when no code is needed: opens a session, in one transaction under the account's lock.
 *
 * @throws `CREDENTIALS_INVALID` when password, trust or methods have changed meanwhile
 */
function openAtOnce(
  service: Service,
  checked: CheckedPassword,
  wanted: PasswordSignIn,
  caller: DeviceCaller,
): Promise<SignInStep> {
  return transact<SignInStep>(service.db, async (tx) => {
    const now = service.clock.now();
    const account = await lockAccount(tx, checked.accountId);
    const credential = await tx
      .selectFrom('credential')
      .select('password_hash')
      .where('account_id', '=', checked.accountId)
      .executeTakeFirst();
    if (!account || credential?.password_hash !== checked.passwordHash) throw refusal('CREDENTIALS_INVALID');
    const session = {
      deviceKey: caller.deviceKey,
      deviceName: wanted.device.name,
      platform: wanted.device.platform,
      network: caller.network,
      mfaAt: null,
    };
    const event = { accountId: account.id, network: caller.network, deviceName: wanted.device.name };
    const trust = await findTrust(tx, account, caller.deviceKey, now);
    if (trust) {
      await record(tx, now, { ...event, event: 'sign-in-trusted' });
      const rights = { kind: 'full' as const, trustedUntil: trust.expires_at };
      return { step: 'signedIn', grant: await openSession(tx, account, { ...session, ...rights }, now) };
    }
    if (account.mfa_set_up_at !== null) throw refusal('CREDENTIALS_INVALID');
    await record(tx, now, { ...event, event: 'sign-in', details: { step: 'enrolment' } });
    const rights = { kind: 'enrolment' as const, trustedUntil: null };
    return { step: 'enrol', grant: await openSession(tx, account, { ...session, ...rights }, now) };
  });
}

/** Stores a right password in its one form with the current parameters. Returns the hash that is now stored. */
async function rehash(service: Service, known: CheckedPassword, password: string): Promise<string> {
  const next = await service.hashing.hash(password);
  const { numUpdatedRows } = await service.db
    .updateTable('credential')
    .set({ password_hash: next })
    .where('account_id', '=', known.accountId)
    .where('password_hash', '=', known.passwordHash)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? next : known.passwordHash;
}

/** Runs after the answer, so that its time does not tell a known address from an unknown one. */
function noteFailure(
  service: Service,
  accountId: string,
  wanted: PasswordSignIn,
  caller: DeviceCaller,
): void {
  service.inBackground(
    'note a failed sign-in',
    record(service.db, service.clock.now(), {
      accountId,
      event: 'sign-in-failed',
      network: caller.network,
      deviceName: wanted.device.name,
    }),
  );
}
