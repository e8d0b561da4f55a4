// What reading 1,000 entries of each format costs, and writing them where Latchkey does; key derivations apart, at the
// costs that the applications choose.
import { randomBytes } from 'node:crypto';
import { encodeBase32 } from '../../src/core/otp/base32.ts';
import { deriveArgon2, derivePbkdf2, deriveScrypt } from '../../src/core/transfer/derive.ts';
import type { TransferEntry } from '../../src/core/transfer/format.ts';
import { readTransfer, writableFormats, writeTransfer } from '../../src/core/transfer/formats.ts';
import { jsonFile, loginItem, protectedExport, vaultExport } from '../rig/transfer-files/bitwarden.ts';
import { keepassFile } from '../rig/transfer-files/keepass.ts';
import { passphraseSlot, vaultFile } from '../rig/transfer-files/latchkey.ts';
import { andOtpEntry } from '../rig/transfer-files/and-otp.ts';
import { stratumEntry, stratumFile } from '../rig/transfer-files/stratum.ts';
import { twoFasFile, twoFasService } from '../rig/transfer-files/two-fas.ts';
import { inTurns, report } from './parts/harness.ts';

const count = 1_000;
const rounds = 7;
const passphrase = 'four words of old cheese';
const cheapKdf = { kdfType: 0, kdfIterations: 1 };

const entries = Array.from({ length: count }, (_, index) => entryOf(index));
const files = await sampleFiles();
const salt = randomBytes(16);
const bytes = 32;

const times = await inTurns(
  {
    ...named('read', files, async (file) => {
      const { length } = (await readTransfer(file, passphrase)).entries;
      if (length !== count) throw new Error(`${length} entries were read`);
    }),
    ...named('write', plainFormats(), (format) => writeTransfer(format, entries)),
    derive_aegis_scrypt: () => deriveScrypt(passphrase, salt, { n: 32_768, r: 8, p: 1, bytes }),
    derive_bitwarden_pbkdf2: () => derivePbkdf2(passphrase, salt, { rounds: 600_000, hash: 'sha256', bytes }),
    derive_bitwarden_argon2id: () =>
      deriveArgon2('argon2id', passphrase, salt, { memoryKiB: 65_536, passes: 3, lanes: 4, bytes }),
    derive_keepass_argon2d: () =>
      deriveArgon2('argon2d', passphrase, salt, { memoryKiB: 65_536, passes: 10, lanes: 2, bytes }),
    derive_latchkey_argon2id: () =>
      deriveArgon2('argon2id', passphrase, salt, { memoryKiB: 65_536, passes: 3, lanes: 1, bytes }),
  },
  rounds,
);

report('transfer', Object.fromEntries(Object.entries(times).map(([name, ms]) => [`${name}_ms`, ms])));

/** Derivations in these cost next to nothing. */
async function sampleFiles(): Promise<Record<string, Uint8Array>> {
  const items = entries.map((entry) => loginItem(entry.issuer, secretOf(entry)));
  const vault = vaultExport(items);
  const fields = entries.map((entry) => ({
    fields: { Title: entry.issuer },
    hidden: { otp: secretOf(entry) },
  }));
  const records = entries.map((entry, index) => ({
    kind: 2,
    json: recordOf(index),
    secret: entry.parameters.secret,
  }));
  const csv = entries.map((entry) => `,,login,${entry.issuer},,,0,,ann,,${secretOf(entry)}`);
  const header =
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp';
  const written = await Promise.all(
    Object.entries(plainFormats()).map(async ([name, format]) => {
      const [file] = (await writeTransfer(format, entries)).files;
      return [name, file?.bytes ?? new Uint8Array()] as const;
    }),
  );
  return {
    ...Object.fromEntries(written),
    bitwarden: jsonFile(vault),
    bitwarden_csv: Buffer.from([header, ...csv].join('\n')),
    bitwarden_encrypted: jsonFile(await protectedExport(JSON.stringify(vault), passphrase, cheapKdf)),
    keepass_3: await keepassFile(fields, { version: 3, rounds: 1, passphrase }),
    keepass_4: await keepassFile(fields, { kdf: 'aes', rounds: 1, passphrase }),
    two_fas: jsonFile(twoFasFile(entries.map(({ issuer }) => twoFasService({ name: issuer })))),
    stratum: jsonFile(stratumFile(entries.map(({ issuer }) => stratumEntry({ Issuer: issuer })))),
    and_otp: jsonFile(entries.map(({ issuer }) => andOtpEntry({ issuer }))),
    latchkey: vaultFile([await passphraseSlot(passphrase)], records),
  };
}

/** The formats that are written without a passphrase, and as one file. */
function plainFormats(): Record<string, string> {
  const ids = writableFormats.filter((format) => !format.isEncrypted).map(({ id }) => id);
  return Object.fromEntries(ids.filter((id) => id !== 'google').map((id) => [id.replaceAll('-', '_'), id]));
}

function named<T>(
  what: string,
  subjects: Readonly<Record<string, T>>,
  call: (subject: T) => unknown,
): Record<string, () => unknown> {
  const pairs = Object.entries(subjects).map(([name, subject]) => [
    `${what}_${name}_1k`,
    () => call(subject),
  ]);
  return Object.fromEntries(pairs);
}

function entryOf(index: number): TransferEntry {
  return {
    issuer: `Service ${index}`,
    account: `ann+${index}@example.com`,
    unknownParameters: [],
    tags: [`Group ${index % 10}`],
    note: '',
    pinned: false,
    trashed: false,
    icon: null,
    isForeign: false,
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: randomBytes(20) },
  };
}

function secretOf({ parameters }: TransferEntry): string {
  return encodeBase32(parameters.secret);
}

function recordOf(index: number): object {
  return {
    id: `6c617463-686b-4579-8000-${String(index).padStart(12, '0')}`,
    revision: 1,
    changedAt: 1,
    issuer: `Service ${index}`,
    account: 'ann',
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: [0, 20] },
    unknownParameters: [],
    pinned: false,
    addedAt: 1,
    lastUsedAt: null,
    uses: 0,
    former: null,
  };
}
