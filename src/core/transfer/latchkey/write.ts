import { randomBytes, randomUUID } from 'node:crypto';
import { newEntry, toTrash, type Entry } from '../../entry/entry.ts';
import { isLabelTooLong, labelMaximum } from '../../entry/label.ts';
import { otpKinds } from '../../otp/kinds.ts';
import type { OtpParameters } from '../../otp/parameters.ts';
import { plainPassword } from '../../spelling.ts';
import { sealBackup } from '../../vault/backup.ts';
import { EMPTY_DOCUMENT } from '../../vault/document.ts';
import { makePassphraseSlot, newDerivation, VAULT_KEY_BYTES } from '../../vault/slots.ts';
import { deriveArgon2 } from '../derive.ts';
import type { TransferEntry, WritePlan } from '../format.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { notWritten } from '../writing.ts';

/**
 * Puts entries into a backup with a passphrase, like those that the application makes. Entries that make no codes are
 * left out, and said.
 * @param at ms since 1970
 */
export function planLatchkey(entries: readonly TransferEntry[], at: number): WritePlan {
  const problems = entries.flatMap(problemsOf);
  const own = entries.flatMap((entry) =>
    entry.isForeign ? [] : [{ entry: entryOf(entry, entry.parameters, at), trashed: entry.trashed }],
  );
  const document = {
    ...EMPTY_DOCUMENT,
    entries: own.filter(({ trashed }) => !trashed).map(({ entry }) => entry),
    trash: own.filter(({ trashed }) => trashed).map(({ entry }) => toTrash(entry, at)),
  };
  return {
    problems,
    files: 1,
    write: async (passphrase) => [
      { name: 'latchkey-backup.latchkey', bytes: await seal(document, passphrase, at) },
    ],
  };
}

function problemsOf(entry: TransferEntry, index: number): Problem[] {
  const problem = (code: ProblemCode) => ({ entry: index, code, subject: '' });
  return [
    ...notWritten(entry, index, { kinds: otpKinds, carries: ['note', 'tags', 'marks', 'siteCodes'] }),
    ...(isLabelTooLong(entry.issuer) ? [problem('ISSUER_TOO_LONG')] : []),
    ...(isLabelTooLong(entry.account) ? [problem('ACCOUNT_TOO_LONG')] : []),
  ];
}

async function seal(document: typeof EMPTY_DOCUMENT, passphrase: string, at: number): Promise<Uint8Array> {
  const vaultId = randomUUID();
  const key = randomBytes(VAULT_KEY_BYTES);
  const derivation = newDerivation();
  const { salt, memoryKiB, iterations: passes, parallelism: lanes } = derivation;
  const cost = { memoryKiB, passes, lanes, bytes: VAULT_KEY_BYTES };
  const derived = await deriveArgon2('argon2id', plainPassword(passphrase), salt, cost);
  try {
    const slots = [makePassphraseSlot(key, vaultId, derivation, derived)];
    const plan = { folder: '', keep: 1, protection: 'passphrase', slots, key } as const;
    return sealBackup(document, plan, { vaultId, generation: 1, at });
  } finally {
    derived.fill(0);
    key.fill(0);
  }
}

function entryOf(entry: TransferEntry, parameters: OtpParameters, at: number): Entry {
  const { unknownParameters, tags, note, pinned, icon, own } = entry;
  const names = { issuer: shorten(entry.issuer), account: shorten(entry.account) };
  const plain = newEntry({ ...names, parameters, unknownParameters }, at);
  return { ...plain, tags, note, pinned, ...(icon !== null && { icon: { name: icon } }), ...own };
}

function shorten(name: string): string {
  return Array.from(name).slice(0, labelMaximum).join('');
}
