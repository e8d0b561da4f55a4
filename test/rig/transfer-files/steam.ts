import { json, secret, type Sample } from './sample.ts';

/** An account as Steam's application keeps it, with other members where a test gives them. */
export function steamAccount(over: object = {}) {
  return {
    shared_secret: Buffer.from(secret.hex, 'hex').toString('base64'),
    serial_number: '12345678901234567890',
    revocation_code: 'R12345',
    uri: 'otpauth://totp/Steam:Mason?secret=GEZDGNBVGY3TQOJQ&issuer=Steam',
    server_time: 1_700_000_000,
    account_name: 'Mason',
    token_gid: '2d5e3a2d1b',
    identity_secret: 'AAECAwQFBgcICQoLDA0ODxAREhM=',
    secret_1: 'AAECAwQFBgcICQoLDA0ODxAREhM=',
    status: 1,
    ...over,
  };
}

/** A file of each variant. */
export function steamSamples(): Sample[] {
  const sample = (variant: string, file: unknown, entries: number): Sample => ({
    format: 'steam',
    variant,
    bytes: json(file),
    entries,
  });
  const [one, other] = [steamAccount(), steamAccount({ account_name: 'James' })];
  return [
    sample('one account', one, 1),
    sample('accounts by number', { accounts: { '76561190000000001': one, '76561190000000002': other } }, 2),
    sample('a list', [one, other], 2),
  ];
}
