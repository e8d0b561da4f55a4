import sodium from 'libsodium-wrappers-sumo';
import { json, secret, type Sample } from './sample.ts';

/** An address as Ente Auth writes it: a form-encoded query with `codeDisplay`. */
export function enteAddress({
  type = 'totp',
  label = 'Deno:Mason',
  query = `secret=${secret.base32}&issuer=Deno&algorithm=sha1&digits=6&period=30`,
  display = {},
}: { type?: string; label?: string; query?: string; display?: unknown } = {}): string {
  const shown = {
    pinned: false,
    trashed: false,
    lastUsedAt: 0,
    tapCount: 0,
    tags: [],
    note: '',
    ...Object(display),
  };
  const form = new URLSearchParams({ codeDisplay: JSON.stringify(shown) });
  return `otpauth://${type}/${label}?${query}&${form.toString()}`;
}

/** The plain export. */
export function enteFile(...addresses: string[]): string {
  return addresses.map((address) => `${address}\n`).join('');
}

/** Costs that a test can pay many times. */
const cheapCosts = { memLimit: 8 * 1024 * 1024, opsLimit: 1 };

/** The encrypted export; libsodium makes it, as in the application. `tag` is 0 or 3. */
export function lockedEnteFile(
  content: string | Uint8Array,
  passphrase: string,
  { tag = 3, costs = cheapCosts } = {},
): { version: number; kdfParams: object; encryptedData: string; encryptionNonce: string } {
  const salt = sodium.randombytes_buf(16);
  const { memLimit, opsLimit } = costs;
  const key = sodium.crypto_pwhash(
    32,
    passphrase,
    salt,
    opsLimit,
    memLimit,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  const sealed = sodium.crypto_secretstream_xchacha20poly1305_push(state, content, null, tag);
  return {
    version: 1,
    kdfParams: { memLimit, opsLimit, salt: base64(salt) },
    encryptedData: base64(sealed),
    encryptionNonce: base64(header),
  };
}

/**
 * The encrypted export of one address under `ente auth`, with the memory that the application chooses on a computer that
 * has it: 1 GiB. Made once with `lockedEnteFile`, which takes ten seconds for it.
 */
export const gibibyteEnteFile = {
  version: 1,
  kdfParams: { memLimit: 1024 ** 3, opsLimit: 1, salt: 'Xwl+Q7TvDsawueNNGcfNgg==' },
  encryptedData:
    'xuxNhft/TlXlHZFcmet6wUwCUiah0FWncC/r9vUBOo0VJeF8sEXTxMahBnZ0zVJx3XU3bRNlZcpYd1kIAp1WYYUsIzXsQdBY7reCMbbEsUNDvwbbEvF7uYHo4v43cfvY3msl16q9cH9Z2cRwipTfezmwm9fmj4iMVEZmkdGeQjuL+MJs',
  encryptionNonce: 'TafY/NGflyq62Gvh0RnUySlxYYh6oVyu',
};

/** A file of each variant. */
export async function enteSamples(): Promise<Sample[]> {
  await sodium.ready;
  const text = enteFile(
    enteAddress(),
    enteAddress({ type: 'hotp', label: 'James', query: `secret=${secret.base32}&counter=5` }),
    enteAddress({ type: 'steam', label: 'Steam:Mason', query: `secret=${secret.base32}&issuer=Steam` }),
  );
  const passphrase = 'ente auth';
  return [
    { format: 'ente', variant: 'plain', bytes: Buffer.from(text), entries: 3, isLines: true },
    {
      format: 'ente',
      variant: 'encrypted',
      bytes: json(lockedEnteFile(text, passphrase)),
      passphrase,
      entries: 3,
    },
  ];
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
