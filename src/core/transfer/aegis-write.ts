import { Buffer } from 'node:buffer';
import { randomBytes, randomUUID } from 'node:crypto';
import { encodeBase32 } from '../otp/base32.ts';
import { passwordSlot } from './aegis-slots.ts';
import { aegisVersions } from './aegis.ts';
import { sealGcm, type SealedGcm } from './aes.ts';
import { deriveScrypt } from './derive.ts';
import type { ForeignParameters, TransferEntry, WritableFormat, Written } from './format.ts';
import type { Problem } from './problem.ts';

/** An Aegis vault as the application exports it without a password. */
export const aegisPlain: WritableFormat = {
  id: 'aegis',
  isEncrypted: false,
  extension: '.json',
  plan(entries) {
    const { database, problems } = databaseOf(entries);
    return { problems, files: 1, write: () => fileOf({ slots: null, params: null }, database) };
  },
};

/** An Aegis vault under a passphrase, at the costs that the application uses. */
export const aegisEncrypted: WritableFormat = {
  id: 'aegis-encrypted',
  isEncrypted: true,
  extension: '.json',
  plan(entries) {
    const { database, problems } = databaseOf(entries);
    return { problems, files: 1, write: (passphrase) => sealedFileOf(database, passphrase) };
  },
};

async function sealedFileOf(database: object, passphrase: string): Promise<Written['files']> {
  const masterKey = randomBytes(32);
  const slot = await slotOf(masterKey, passphrase);
  const sealed = sealGcm(masterKey, randomBytes(12), Buffer.from(JSON.stringify(database)));
  masterKey.fill(0);
  const header = { slots: [slot], params: paramsOf(sealed) };
  return fileOf(header, Buffer.from(sealed.ciphertext).toString('base64'));
}

function fileOf(header: object, db: unknown): Written['files'] {
  const text = JSON.stringify({ version: aegisVersions.file, header, db }, null, 4);
  return [{ name: 'aegis-export.json', bytes: Buffer.from(text) }];
}

async function slotOf(masterKey: Uint8Array, passphrase: string) {
  const salt = randomBytes(32);
  const costs = { n: 32_768, r: 8, p: 1 };
  const wrappingKey = await deriveScrypt(passphrase, salt, { ...costs, bytes: 32 });
  const key = sealGcm(wrappingKey, randomBytes(12), masterKey);
  wrappingKey.fill(0);
  return {
    type: passwordSlot,
    uuid: randomUUID(),
    key: hex(key.ciphertext),
    key_params: paramsOf(key),
    ...costs,
    salt: hex(salt),
    // Older versions of Aegis derived long passwords in another way, and ask this of a slot.
    repaired: true,
    is_backup: false,
  };
}

function paramsOf({ nonce, tag }: SealedGcm) {
  return { nonce: hex(nonce), tag: hex(tag) };
}

function databaseOf(entries: readonly TransferEntry[]) {
  const problems: Problem[] = [];
  const groups = new Map<string, string>();
  const groupOf = (name: string) => {
    const uuid = groups.get(name) ?? randomUUID();
    groups.set(name, uuid);
    return uuid;
  };
  const members = entries.flatMap((entry, index) => {
    const settings = settingsOf(entry);
    if (settings === null) problems.push({ entry: index, code: 'KIND_NOT_WRITTEN', subject: '' });
    else if (entry.trashed) problems.push({ entry: index, code: 'MARKS_NOT_WRITTEN', subject: '' });
    if (settings === null) return [];
    if (entry.own !== undefined && entry.own.siteCodes.length > 0) {
      problems.push({ entry: index, code: 'SITE_CODES_NOT_WRITTEN', subject: '' });
    }
    return {
      type: settings.type,
      uuid: randomUUID(),
      name: entry.account,
      issuer: entry.issuer,
      note: entry.note,
      favorite: entry.pinned,
      icon: null,
      info: { secret: encodeBase32(entry.parameters.secret), ...settings.info },
      groups: entry.tags.map(groupOf),
    };
  });
  const listed = [...groups].map(([name, uuid]) => ({ uuid, name }));
  const database = {
    version: aegisVersions.database,
    entries: members,
    groups: listed,
    icons_optimized: true,
  };
  return { database, problems };
}

/** An entry's settings as Aegis names them; null for an entry on which its import would stop. */
function settingsOf(entry: TransferEntry): { type: string; info: object } | null {
  if (entry.isForeign) return foreignSettingsOf(entry.parameters);
  const { parameters } = entry;
  switch (parameters.kind) {
    case 'totp': {
      const { kind, algorithm, digits, period } = parameters;
      return { type: kind, info: { algo: algorithm, digits, period } };
    }
    case 'hotp': {
      const { kind, algorithm, digits, counter } = parameters;
      return { type: kind, info: { algo: algorithm, digits, counter } };
    }
    case 'steam':
      return { type: parameters.kind, info: { algo: 'SHA1', digits: 5, period: 30 } };
  }
}

function foreignSettingsOf({ kind, secret, pin }: ForeignParameters): { type: string; info: object } | null {
  if (pin === undefined) return null;
  if (kind === 'motp') return { type: kind, info: { algo: 'MD5', digits: 6, period: 10, pin } };
  // Aegis checks a sum in longer secrets, and takes 16 bytes as they are.
  if (kind === 'yandex' && secret.length === 16) {
    return { type: kind, info: { algo: 'SHA256', digits: 8, period: 30, pin } };
  }
  return null;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
