import { aegisEntry, lockedAegisFile } from '../../rig/transfer-files/aegis.ts';
import { googleOtp, googleUri } from '../../rig/transfer-files/google.ts';
import { json } from '../../rig/transfer-files/sample.ts';
import { twoFasFile, twoFasService } from '../../rig/transfer-files/two-fas.ts';
import { decodeBase32 } from './codes.ts';

/** What a person brings from other applications, each file written without Latchkey's code. */

/** Keys in base32, each of its entry, and known nowhere else on the machine. */
export const keys = {
  bank: 'JBSWY3DPCANARY5XOGEN6KZ2LATCHKEY',
  oldMail: 'NB2W45DFOIZA2CANARYGKZLTMJXXE3TF',
  newMail: 'MFRGGZDFMZTWQ2LKCANARYOPORSXG5BO',
  forum: 'KRUGKIDROVUWG2ZAMJZG653OEBTG66BA',
  oldForum: 'JFXGKZLEMVSCANARYGC4TFOQQG64TFAA',
  forge: 'ONSWG4TFORCANARYEBXWMIDUNBSSA3LB',
  harbour: 'GEZDGNBVGY3TQOJQCANARYAGEZDGNBVG',
  museum: 'NZXXI2DFOIQHIZLYORCANARYOR2GC3DK',
};

interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * A plain file of 2FAS. *Bank* has another number of digits than the person's, *Mail* another key; *Forum* is new, and
 * *Old forum* makes no codes here.
 */
export function plainExport(): GivenFile {
  const named = (name: string, secret: string, otp: object = {}) =>
    twoFasService({ name, secret, groupId: 'g' }, { issuer: name, account: 'ada@example.org', ...otp });
  const services = [
    named('Bank', keys.bank, { digits: 8 }),
    named('Mail', keys.newMail),
    named('Forum', keys.forum),
    named('Old forum', keys.oldForum, { algorithm: 'SHA384' }),
  ];
  const file = twoFasFile(services, { groups: [{ id: 'g', name: 'Private', isExpanded: true }] });
  return given('2fas-backup.2fas', json(file));
}

/** A file of Aegis under a passphrase, at the costs of the application. */
export function lockedExport(passphrase: string): GivenFile {
  const entry = aegisEntry(
    { issuer: 'Forge', name: 'ada@example.org', favorite: true },
    { secret: keys.forge },
  );
  const content = { version: 3, entries: [entry], groups: [] };
  const costs = { n: 32_768, r: 8, p: 1 };
  return given('aegis-backup.json', json(lockedAegisFile({ content, passphrases: [passphrase], costs })));
}

/** The two QR codes of a set of Google Authenticator, one entry in each. */
export function migrationSet(): [string, string] {
  const part = (issuer: string, key: string, batchIndex: number) =>
    googleUri([googleOtp({ secret: decodeBase32(key), issuer, name: `${issuer}:ada@example.org` })], {
      batchSize: 2,
      batchIndex,
    });
  return [part('Harbour', keys.harbour, 0), part('Museum', keys.museum, 1)];
}

function given(name: string, bytes: Uint8Array): GivenFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}
