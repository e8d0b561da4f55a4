import { createHash } from 'node:crypto';
import { accountLimits } from '../../contract/account.ts';
import type { SignInStep } from '../../contract/account/sign-in.ts';
import { addressKey } from '../account/address.ts';
import { record } from '../audit/record.ts';
import { after } from '../clock.ts';
import type { AccountRow, SessionRow } from '../database/schema.ts';
import { transact, type Tx } from '../database/transaction.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import {
  clearAttempts,
  countAttempt,
  forgive,
  passwordPerAddress,
  passwordPerDevice,
  passwordPerNetwork,
  type AttemptRule,
} from '../limits/attempts.ts';
import { methodChoice, methodsOf } from '../mfa/methods.ts';
import { needsRehash } from '../passwords/argon2.ts';
import { recoveryCodesLeft } from '../recovery-codes/use.ts';
import { refusal } from '../refusal.ts';
import { createAccountToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { openSession } from '../sessions/grant.ts';
import { lockAccount } from '../sessions/live-session.ts';
import { findTrust } from '../trust/trust.ts';

export interface PasswordSignIn {
  email: string;
  password: string;
  device: { name: string; platform: SessionRow['platform'] };
}

type ProvenCaller = OpenCaller & { deviceKey: string };

/**
 * The first step of a sign-in. Each attempt is counted as wrong before the password is looked at, per address and
 * per network; a computer this account trusts has a counter of its own, so that strangers can't lock it out. An
 * unknown address takes the same work and gets the same answer as a wrong password.
 *
 * @throws `CREDENTIALS_INVALID`, `TOO_MANY_ATTEMPTS`, `BUSY`
 */
export async function startSignIn(
  service: Service,
  wanted: PasswordSignIn,
  caller: ProvenCaller,
): Promise<SignInStep> {
  const { hashing, db, clock } = service;
  hashing.admit();
  const known = await findCredential(service, wanted.email, caller.deviceKey);
  const counters = countersFor(wanted.email, caller, known?.trustedAccountId ?? null);
  await countAll(service, counters);
  const fits = await hashing
    .verify(wanted.password, known?.passwordHash ?? null)
    .catch(async (error: unknown) => {
      for (const { rule, key } of counters) await forgive(db, rule, key);
      throw error;
    });
  if (!known || !fits) {
    if (known) noteFailure(service, known.accountId, wanted, caller);
    throw refusal('CREDENTIALS_INVALID');
  }
  const newHash = needsRehash(known.passwordHash) ? await hashing.hash(wanted.password) : null;
  return transact(db, async (tx) => {
    const account = await lockAccount(tx, known.accountId);
    const credential = await tx
      .selectFrom('credential')
      .select('password_hash')
      .where('account_id', '=', known.accountId)
      .executeTakeFirst();
    // The password may have been changed while this one was being checked.
    if (!account || credential?.password_hash !== known.passwordHash) return refusal('CREDENTIALS_INVALID');
    if (newHash !== null) {
      await tx
        .updateTable('credential')
        .set({ password_hash: newHash })
        .where('account_id', '=', account.id)
        .execute();
    }
    for (const { rule, key, isShared } of counters) {
      if (isShared) await forgive(tx, rule, key);
      else await clearAttempts(tx, rule, key);
    }
    return nextStep(tx, account, wanted, caller, clock.now());
  });
}

async function nextStep(
  tx: Tx,
  account: AccountRow,
  wanted: PasswordSignIn,
  caller: ProvenCaller,
  now: Date,
): Promise<SignInStep> {
  const session = {
    deviceKey: caller.deviceKey,
    deviceName: wanted.device.name,
    platform: wanted.device.platform,
    network: caller.network,
    mfaAt: null,
  };
  const event = { accountId: account.id, network: caller.network, deviceName: wanted.device.name };
  const methods = (await methodsOf(tx, account.id)).filter(({ confirmed_at }) => confirmed_at !== null);
  if (account.mfa_set_up_at === null && methods.length === 0) {
    await record(tx, now, { ...event, event: 'sign-in', details: { step: 'enrolment' } });
    const grant = await openSession(tx, account, { ...session, kind: 'enrolment', trustedUntil: null }, now);
    return { step: 'enrol', grant };
  }
  const trust = await findTrust(tx, account, caller.deviceKey, now);
  if (trust) {
    await record(tx, now, { ...event, event: 'sign-in-trusted' });
    const grant = await openSession(
      tx,
      account,
      { ...session, kind: 'full', trustedUntil: trust.expires_at },
      now,
    );
    return { step: 'signedIn', grant };
  }
  const flow = createAccountToken(account.id);
  const expiresAt = after(now, accountLimits.codeLifetimeSeconds);
  await tx
    .insertInto('sign_in_flow')
    .values({
      account_id: account.id,
      token_hash: hashToken(flow),
      device_key: caller.deviceKey,
      device_name: wanted.device.name,
      platform: wanted.device.platform,
      security_epoch: account.security_epoch,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return {
    step: 'secondFactor',
    flow,
    expiresAt: expiresAt.toISOString(),
    methods: methods.map(methodChoice),
    recoveryCodesLeft: (await recoveryCodesLeft(tx, account.id)) > 0,
  };
}

interface Counter {
  rule: AttemptRule;
  key: Buffer;
  /** On a shared counter a right password takes back only itself. */
  isShared: boolean;
}

function countersFor(email: string, caller: ProvenCaller, trustedAccountId: string | null): Counter[] {
  if (trustedAccountId !== null) {
    const key = createHash('sha256').update(`${trustedAccountId}:${caller.deviceKey}`).digest();
    return [{ rule: passwordPerDevice, key, isShared: false }];
  }
  return [
    { rule: passwordPerNetwork, key: Buffer.from(caller.network), isShared: true },
    { rule: passwordPerAddress, key: addressGuardKey(email), isShared: false },
  ];
}

/** The key of an address's counter: one for all its spellings, whether anyone has it or not. */
export function addressGuardKey(email: string): Buffer {
  return createHash('sha256').update(addressKey(email)).digest();
}

async function countAll(service: Service, counters: Counter[]): Promise<void> {
  const counted: Counter[] = [];
  for (const counter of counters) {
    try {
      await countAttempt(service.db, counter.rule, counter.key, service.clock.now());
    } catch (error) {
      // Held back by a later counter: the attempt was not looked at, so the earlier ones don't count it.
      for (const { rule, key } of counted) await forgive(service.db, rule, key);
      throw error;
    }
    counted.push(counter);
  }
}

async function findCredential(service: Service, email: string, deviceKey: string) {
  const row = await service.db
    .selectFrom('account_address')
    .innerJoin('account', 'account.id', 'account_address.account_id')
    .innerJoin('credential', 'credential.account_id', 'account_address.account_id')
    .leftJoin('trusted_device', (join) =>
      join
        .onRef('trusted_device.account_id', '=', 'account.id')
        .onRef('trusted_device.security_epoch', '=', 'account.security_epoch')
        .on('trusted_device.key_thumbprint', '=', deviceKey)
        .on('trusted_device.expires_at', '>', service.clock.now()),
    )
    .select(['account.id', 'credential.password_hash', 'trusted_device.id as device_id'])
    .where('account_address.address_key', '=', addressKey(email))
    .executeTakeFirst();
  return (
    row && {
      accountId: row.id,
      passwordHash: row.password_hash,
      trustedAccountId: row.device_id === null ? null : row.id,
    }
  );
}

/** After the answer, so that the time it takes does not tell a known address from an unknown one. */
function noteFailure(
  service: Service,
  accountId: string,
  wanted: PasswordSignIn,
  caller: ProvenCaller,
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
