import { createHash, randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { hashSync } from '@node-rs/argon2';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { argon2Parameters } from '../../../src/account-service/passwords/argon2.ts';
import { createKeyRing } from '../../../src/account-service/secrets/keyring.ts';
import { totpContext } from '../../../src/account-service/mfa/totp/code.ts';

/** What every account of the crowd has in common, so that a load generator can act as any of them. */
export const crowdSecrets = {
  password: 'a crowd of quiet harbour tulips',
  totp: createHash('sha1').update('crowd').digest(),
} as const;

/** For a connection that fills in rows that are known to fit: checking their foreign keys takes longer than all the rest. */
export const withoutChecks = 'set session_replication_role = replica';

/** The n-th account of the crowd. Nothing about it is random, so that a test can find its rows. */
export function crowdMember(n: number) {
  return {
    accountId: uuidOf('account', n),
    email: `member${n}@crowd.example.org`,
    totpId: uuidOf('totp', n),
    token: `${Buffer.from(uuidOf('account', n).replaceAll('-', ''), 'hex').toString('base64url')}.${createHash('sha256').update(`session ${n}`).digest('base64url')}`,
  };
}

/**
 * Fills the database with accounts from `first` up to `last` by COPY: each with an address, a password, two methods
 * (authenticator, e-mail), two trusted devices and one live session of the given device key.
 *
 * @param keys the service's `SECRET_KEYS`, to seal the authenticators' secrets
 */
export async function fillCrowd(
  databaseUrl: string,
  keys: string,
  deviceKey: string,
  first: number,
  last: number,
): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const ring = createKeyRing([keys]);
  const hash = hashSync(crowdSecrets.password, argon2Parameters);
  const now = new Date().toISOString();
  const later = new Date(Date.now() + 6 * 86_400_000).toISOString();
  const copy = (into: string, rows: (n: number) => string[][]) =>
    pipeline(Readable.from(chunks(first, last, rows)), client.query(copyFrom(`copy ${into} from stdin`)));
  try {
    await client.query(withoutChecks);
    await copy('account (id, name, address, language, created_at, mfa_set_up_at)', (n) => {
      const { accountId, email } = crowdMember(n);
      return [[accountId, `Member ${n}`, email, 'en', now, now]];
    });
    await copy('account_address (address_key, account_id)', (n) => [
      [crowdMember(n).email, crowdMember(n).accountId],
    ]);
    await copy('credential (account_id, password_hash, changed_at)', (n) => [
      [crowdMember(n).accountId, hash, now],
    ]);
    await copy(
      'mfa_method (account_id, id, kind, destination, destination_key, sealed_secret, created_at, confirmed_at)',
      (n) => {
        const { accountId, totpId, email } = crowdMember(n);
        const sealed = ring.seal(crowdSecrets.totp, totpContext(accountId, totpId)).toString('hex');
        return [
          [accountId, totpId, 'totp', 'Phone', '\\N', `\\\\x${sealed}`, now, now],
          [accountId, uuidOf('mail', n), 'email', `other.${email}`, `other.${email}`, '\\N', now, now],
        ];
      },
    );
    await copy(
      'trusted_device (account_id, id, key_thumbprint, name, platform, security_epoch, created_at, last_seen_at, expires_at)',
      (n) =>
        [1, 2].map((index) => [
          crowdMember(n).accountId,
          uuidOf(`device${index}`, n),
          createHash('sha256').update(`device ${index} of ${n}`).digest('base64url'),
          `Computer ${index}`,
          'linux',
          '1',
          now,
          now,
          later,
        ]),
    );
    await copy(
      'session (account_id, id, token_hash, kind, device_key, device_name, platform, network, security_epoch, signed_in_at, mfa_at, last_seen_at, expires_at)',
      (n) => {
        const { accountId, token } = crowdMember(n);
        const tokenHash = `\\\\x${createHash('sha256').update(token).digest('hex')}`;
        const end = new Date(Date.now() + 86_000_000).toISOString();
        return [
          [
            accountId,
            uuidOf('session', n),
            tokenHash,
            'full',
            deviceKey,
            'Computer',
            'linux',
            '127.0.0.0/24',
            '1',
            now,
            now,
            now,
            end,
          ],
        ];
      },
    );
    await copy('known_device (account_id, key_thumbprint, first_seen_at)', (n) => [
      [crowdMember(n).accountId, deviceKey, now],
    ]);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** A new `SECRET_KEYS`. */
export function newSecretKeys(): string {
  return `1:${randomBytes(32).toString('base64')}`;
}

function* chunks(first: number, last: number, rows: (n: number) => string[][]): Generator<string> {
  let text = '';
  for (let n = first; n < last; n += 1) {
    for (const row of rows(n)) text += `${row.join('\t')}\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

/** A UUID that follows from a name and a number, spread like a random one. */
function uuidOf(kind: string, n: number): string {
  const hex = createHash('md5').update(`${kind} ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
