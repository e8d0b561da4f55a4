import { z } from 'zod';
import { RECORD_KIND, type RawRecord, type RecordParts } from './records.ts';
import type { Slot } from './slots.ts';
import { VAULT_KEY_BYTES } from './wrap.ts';

/** What the vault stores about its recovery kit, backups and key changes, sealed with the rest. */
export interface Safekeeping {
  readonly recovery: RecoveryKit | null;
  readonly backup: BackupPlan | null;
  /**
   * The previous vault key, kept while some generations are still sealed with it. An interrupted key change
   * needs it to finish.
   */
  readonly formerKey: Uint8Array | null;
  /** Members that another Latchkey wrote and this one does not know; kept and written back. */
  readonly unknownMembers: Readonly<Record<string, unknown>>;
}

export interface RecoveryKit {
  /** 32 bytes in base64 (`recoveryPublicKey`). */
  readonly publicKey: string;
  readonly madeAt: number;
  /** When the person last proved that they have the page. */
  readonly checkedAt: number | null;
}

export interface BackupPlan {
  readonly folder: string;
  readonly keep: number;
  readonly protection: 'passphrase' | 'recovery';
  /** The slots of every backup; they wrap `key`. */
  readonly slots: readonly Slot[];
  /** The key that seals backups: 32 random bytes, unrelated to the vault key. */
  readonly key: Uint8Array;
}

export const NO_SAFEKEEPING: Safekeeping = {
  recovery: null,
  backup: null,
  formerKey: null,
  unknownMembers: {},
};

const timeSchema = z.int().min(0);
const keyAt = z.tuple([z.int().min(0), z.literal(VAULT_KEY_BYTES)]);
const schema = z.looseObject({
  recovery: z
    .looseObject({ publicKey: z.base64(), madeAt: timeSchema, checkedAt: timeSchema.nullable() })
    .nullable(),
  backup: z
    .looseObject({
      folder: z.string(),
      keep: z.int().min(1),
      protection: z.enum(['passphrase', 'recovery']),
      slots: z.array(z.looseObject({ kind: z.string() })),
      key: keyAt,
    })
    .nullable(),
  formerKey: keyAt.nullable(),
});

/** The record; null if there is nothing to keep. The keys are the arrays themselves, not copies. */
export function encodeSafekeeping(safekeeping: Safekeeping): RecordParts | null {
  const { recovery, backup, formerKey, unknownMembers } = safekeeping;
  const isEmpty = recovery === null && backup === null && formerKey === null;
  if (isEmpty && Object.keys(unknownMembers).length === 0) return null;
  const stored = {
    ...unknownMembers,
    recovery,
    backup: backup && { ...backup, key: [0, VAULT_KEY_BYTES] },
    formerKey: formerKey && [backup ? VAULT_KEY_BYTES : 0, VAULT_KEY_BYTES],
  };
  return {
    kind: RECORD_KIND.safekeeping,
    json: Buffer.from(JSON.stringify(stored), 'utf8'),
    secrets: secretsOfSafekeeping(safekeeping),
  };
}

/** Reads what encodeSafekeeping wrote; null for anything else, which is then kept unchanged. */
export function decodeSafekeeping({
  json,
  secrets,
}: Pick<RawRecord, 'json' | 'secrets'>): Safekeeping | null {
  const parsed = schema.safeParse(parseJson(json));
  if (!parsed.success) return null;
  const { recovery, backup, formerKey, ...unknownMembers } = parsed.data;
  const take = ([offset, length]: [number, number]) => secrets.subarray(offset, offset + length);
  const safekeeping = {
    recovery,
    backup: backup && { ...backup, key: take(backup.key) },
    formerKey: formerKey && take(formerKey),
    unknownMembers,
  };
  const isWhole = secretsOfSafekeeping(safekeeping).every(({ length }) => length === VAULT_KEY_BYTES);
  return isWhole ? safekeeping : null;
}

/** Its keys; the arrays themselves, not copies. */
export function secretsOfSafekeeping({ backup, formerKey }: Safekeeping): Uint8Array[] {
  return [...(backup ? [backup.key] : []), ...(formerKey ? [formerKey] : [])];
}

/** A copy with each key passed through `replace`. */
export function mapSafekeeping(
  safekeeping: Safekeeping,
  replace: (key: Uint8Array) => Uint8Array,
): Safekeeping {
  const { backup, formerKey } = safekeeping;
  return {
    ...safekeeping,
    backup: backup && { ...backup, key: replace(backup.key) },
    formerKey: formerKey && replace(formerKey),
  };
}

function parseJson(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    return null;
  }
}
