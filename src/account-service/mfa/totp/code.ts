import { randomBytes } from 'node:crypto';
import { encodeBase32 } from '../../../core/otp/base32.ts';
import { hotpCode } from '../../../core/otp/code.ts';
import { writeOtpauth } from '../../../core/otpauth/write.ts';
import type { MethodRow } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import { sameDigest } from '../../secrets/tokens.ts';
import type { KeyRing } from '../../secrets/keyring.ts';

/** The format that every authenticator app reads (RFC 6238): 160-bit secret, SHA-1, 6 digits, 30 seconds. */
export const totpForm = { secretBytes: 20, digits: 6, period: 30 } as const;

/** A new secret, with the URI for its QR code in the form that every authenticator app reads. */
export function createTotpSecret(
  issuer: string,
  account: string,
): { secret: Buffer; base32: string; uri: string } {
  const secret = randomBytes(totpForm.secretBytes);
  const parameters = {
    kind: 'totp',
    secret: new Uint8Array(secret),
    algorithm: 'SHA1',
    digits: totpForm.digits,
    period: totpForm.period,
  } as const;
  return { secret, base32: encodeBase32(secret), uri: writeOtpauth({ parameters, issuer, account }) };
}

/** The part of a method that checks its codes. */
type TotpMethod = Pick<MethodRow, 'account_id' | 'id' | 'sealed_secret'>;

/** Binds a sealed secret to its row. */
export function totpContext(accountId: string, methodId: string): string {
  return `totp:${accountId}:${methodId}`;
}

/**
 * Accepts the code of this time step or the one before, each step once. A unique constraint decides, so that of
 * two simultaneous uses on two instances one fails. A code that was accepted earlier is `used`, as long as that
 * is remembered (ten minutes).
 */
export async function acceptTotp(
  tx: Tx,
  keys: KeyRing,
  method: TotpMethod,
  code: string,
  now: Date,
): Promise<'right' | 'used' | 'wrong'> {
  const step = stepOfCode(keys, method, code, now);
  if (step === null) return (await wasUsed(tx, keys, method, code)) ? 'used' : 'wrong';
  const used = await tx
    .insertInto('totp_use')
    .values({ account_id: method.account_id, method_id: method.id, step, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return used.numInsertedOrUpdatedRows === 1n ? 'right' : 'used';
}

async function wasUsed(tx: Tx, keys: KeyRing, method: TotpMethod, code: string): Promise<boolean> {
  if (!method.sealed_secret) return false;
  const secret = keys.open(method.sealed_secret, totpContext(method.account_id, method.id));
  const rows = await tx
    .selectFrom('totp_use')
    .select('step')
    .where('account_id', '=', method.account_id)
    .where('method_id', '=', method.id)
    .execute();
  return rows.some(({ step }) => sameCode(totpCodeOfStep(secret, Number(step)), code));
}

/** The time step that a code is right for, this one or the one before; null when it is wrong. */
export function stepOfCode(keys: KeyRing, method: TotpMethod, code: string, now: Date): number | null {
  if (!method.sealed_secret) return null;
  const secret = keys.open(method.sealed_secret, totpContext(method.account_id, method.id));
  const current = Math.floor(now.getTime() / 1_000 / totpForm.period);
  const step = [current, current - 1].find((candidate) => sameCode(totpCodeOfStep(secret, candidate), code));
  return step ?? null;
}

function sameCode(one: string, other: string): boolean {
  return sameDigest(Buffer.from(one), Buffer.from(other));
}

/** The code of one time step. */
export function totpCodeOfStep(secret: Uint8Array, step: number): string {
  return hotpCode(
    {
      kind: 'hotp',
      secret: new Uint8Array(secret),
      algorithm: 'SHA1',
      digits: totpForm.digits,
      counter: step,
    },
    step,
  );
}
