import { randomUUID } from 'node:crypto';
import { accountLimits, type Language } from '../../contract/account-service.ts';
import { maskAddress, maskNumber } from '../account/address.ts';
import { after } from '../clock.ts';
import { refusal } from '../refusal.ts';
import type { Beginning, Challenge, Method, Verdict } from './method.ts';
import type { ChallengeRow } from '../database/schema.ts';
import type { ChallengePurpose, Channel } from '../vocabulary.ts';
import type { Tx } from '../database/transaction.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { createCode, sameDigest } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';

/** Sends the first code of a new method. */
export function sendFirstCode(
  tx: Tx,
  service: Service,
  { account, methodId, session, mayGo }: Omit<Beginning, 'destination' | 'key'>,
  challenge: Challenge,
): Promise<Sent> {
  return sendCode(
    tx,
    service,
    {
      accountId: account.id,
      purpose: 'confirm-method',
      methodId,
      boundTo: session.id,
      deviceKey: session.deviceKey,
    },
    { ...sentTo(challenge), language: account.language },
    mayGo,
  );
}

/** Where a challenge is sent. For a person's own app nothing can be sent: `METHOD_NOT_FOUND`. */
export function sentTo(challenge: Challenge): Omit<CodeDestination, 'language'> {
  switch (challenge.by) {
    case 'sentCode':
      return { channel: challenge.channel, to: challenge.to };
    case 'ownCode':
      throw refusal('METHOD_NOT_FOUND');
  }
}

/** What a code is for. It is valid only there. */
export interface CodeBinding {
  accountId: string;
  purpose: ChallengePurpose;
  methodId: string | null;
  /** The sign-in attempt or session in which the code was requested. */
  boundTo: string;
  deviceKey: string;
}

export interface Sent {
  /** The masked destination. */
  hint: string;
  expiresAt: string;
}

export interface CodeDestination {
  channel: Exclude<Channel, 'none'>;
  to: string;
  language: Language;
}

/**
 * Creates a code and queues it. An older one for the same binding stops working, and is not sent if it still
 * waits. The caller holds the account's lock and has taken the send from its caps.
 *
 * @param mayGo false when the destination has had enough: the answer is the same, no code is sent, and an older
 *   one still works
 */
export async function sendCode(
  tx: Tx,
  service: Service,
  binding: CodeBinding,
  destination: CodeDestination,
  mayGo = true,
): Promise<Sent> {
  const now = service.clock.now();
  const code = createCode();
  const expiresAt = after(now, accountLimits.codeLifetimeSeconds);
  if (mayGo || !(await hasChallenge(tx, service, binding))) {
    // This code was never sent: no input matches it, and a wrong one is reported as wrong.
    await writeChallenge(tx, service, binding, destination.to, mayGo ? code : randomUUID());
  }
  await enqueue(tx, service, {
    channel: mayGo ? destination.channel : 'none',
    to: destination.to,
    language: destination.language,
    message: { about: 'code', code, purpose: binding.purpose },
    notAfter: expiresAt,
    ...(mayGo && {
      replaces: `code:${binding.accountId}:${binding.purpose}:${binding.boundTo}:${binding.methodId}`,
    }),
  });
  return { hint: masks[destination.channel](destination.to), expiresAt: expiresAt.toISOString() };
}

const masks = { mail: maskAddress, sms: maskNumber };

async function hasChallenge(tx: Tx, service: Service, binding: CodeBinding): Promise<boolean> {
  const live = await liveChallenge(tx, service, binding).select('id').executeTakeFirst();
  return live !== undefined;
}

/** The code sent for a binding, while it is valid. */
function liveChallenge(tx: Tx, service: Service, binding: CodeBinding) {
  return tx
    .selectFrom('challenge')
    .where('account_id', '=', binding.accountId)
    .where('purpose', '=', binding.purpose)
    .where('bound_to', '=', binding.boundTo)
    .where('method_id', binding.methodId === null ? 'is' : '=', binding.methodId)
    .where('device_key', '=', binding.deviceKey)
    .where('expires_at', '>', service.clock.now())
    .where('tries', '<', accountLimits.codeTries)
    .where('used_at', 'is', null);
}

/** Writes what a code is compared with: a keyed hash that includes its challenge and purpose. */
export async function writeChallenge(
  tx: Tx,
  service: Service,
  binding: CodeBinding,
  destination: string,
  code: string,
): Promise<void> {
  const now = service.clock.now();
  const id = randomUUID();
  await tx
    .deleteFrom('challenge')
    .where('account_id', '=', binding.accountId)
    .where('purpose', '=', binding.purpose)
    .where('bound_to', '=', binding.boundTo)
    .where('method_id', binding.methodId === null ? 'is' : '=', binding.methodId)
    .where('used_at', 'is', null)
    .execute();
  await tx
    .insertInto('challenge')
    .values({
      account_id: binding.accountId,
      id,
      purpose: binding.purpose,
      method_id: binding.methodId,
      bound_to: binding.boundTo,
      device_key: binding.deviceKey,
      destination,
      code_hash: service.keys.keyedHash('code', binding.accountId, id, binding.purpose, code),
      created_at: now,
      expires_at: after(now, accountLimits.codeLifetimeSeconds),
    })
    .execute();
}

export type SentCodeVerdict =
  Exclude<Verdict, { verdict: 'right' }> | { verdict: 'right'; destination: string };

/**
 * Compares a code with the one sent for this binding. A right code is used up, and so is one after five wrong
 * guesses. The code that was used last time is `used` and costs no try: it no longer works, and whoever enters
 * it had the right password. The caller holds the account's lock.
 */
export async function checkSentCode(
  tx: Tx,
  service: Service,
  binding: CodeBinding,
  code: string,
): Promise<SentCodeVerdict> {
  const challenge = await liveChallenge(tx, service, binding).selectAll().forUpdate().executeTakeFirst();
  if (challenge && fits(service, challenge, code)) {
    await tx
      .updateTable('challenge')
      .set({ used_at: service.clock.now() })
      .where('account_id', '=', binding.accountId)
      .where('id', '=', challenge.id)
      .execute();
    return { verdict: 'right', destination: challenge.destination ?? '' };
  }
  if (!challenge) return { verdict: 'none' };
  if (await wasUsed(tx, service, binding, code)) return { verdict: 'used' };
  const tries = challenge.tries + 1;
  await tx
    .updateTable('challenge')
    .set({ tries })
    .where('account_id', '=', binding.accountId)
    .where('id', '=', challenge.id)
    .execute();
  return { verdict: 'wrong', triesLeft: accountLimits.codeTries - tries };
}

/** Judges the code sent for a method (see `checkSentCode`). */
export const verifySentCode: Method['verify'] = (tx, service, method, code, use) => {
  const { purpose, boundTo, deviceKey } = use;
  const binding = { accountId: method.account_id, purpose, methodId: method.id, boundTo, deviceKey };
  return checkSentCode(tx, service, binding, code);
};

/** Whether this method (or, without one, this purpose) has used a code that would not have expired yet. */
async function wasUsed(tx: Tx, service: Service, binding: CodeBinding, code: string): Promise<boolean> {
  const used = await tx
    .selectFrom('challenge')
    .selectAll()
    .where('account_id', '=', binding.accountId)
    .where('method_id', binding.methodId === null ? 'is' : '=', binding.methodId)
    .where('used_at', 'is not', null)
    .where('expires_at', '>', service.clock.now())
    .execute();
  return used.some((challenge) => fits(service, challenge, code));
}

function fits(service: Service, challenge: ChallengeRow, code: string): boolean {
  const { account_id: accountId, id, purpose, code_hash: kept } = challenge;
  const hashes = service.keys.keyedHashes('code', accountId, id, purpose, code);
  return hashes.some((hash) => sameDigest(hash, kept));
}
