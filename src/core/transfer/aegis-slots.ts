import { openGcm, type SealedGcm } from './aes.ts';
import { deriveScrypt } from './derive.ts';
import { readHex } from './encodings.ts';
import { jsonItem, type JsonItem } from './json-item.ts';
import { transferLimits } from './limits.ts';
import { TransferError } from './transfer-error.ts';

/** The kind of slot that a password opens. The others open only on the phone that wrote the file. */
export const passwordSlot = 1;

/**
 * The master key of an encrypted Aegis file, from whichever of its password slots the passphrase opens.
 * @param header with `slots`
 * @throws TransferError NO_PASSWORD_SLOT, PASSPHRASE_MISSING, PASSPHRASE_WRONG, TOO_COSTLY, DAMAGED
 */
export async function openAegisSlots(header: JsonItem, passphrase: string | undefined): Promise<Uint8Array> {
  const slots = header
    .list('slots')
    .map((slot) => jsonItem(slot))
    .filter((slot) => slot !== null);
  const withPassword = slots.filter((slot) => slot.number('type') === passwordSlot);
  if (withPassword.length === 0) throw new TransferError(slots.length > 0 ? 'NO_PASSWORD_SLOT' : 'DAMAGED');
  const whole = withPassword.map(readSlot).filter((slot) => slot !== null);
  if (whole.length === 0) throw new TransferError('DAMAGED');
  // All slots together stay below the bound for one: a wrong passphrase is tried on each.
  const work = whole.reduce((sum, { n, r, p }) => sum + n * r * p, 0);
  if (work > transferLimits.scryptWork) throw new TransferError('TOO_COSTLY');
  if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
  for (const { salt, n, r, p, key } of whole) {
    const wrappingKey = await deriveScrypt(passphrase, salt, { n, r, p, bytes: 32 });
    const masterKey = openGcm(wrappingKey, key);
    wrappingKey.fill(0);
    if (masterKey?.length === 32) return masterKey;
  }
  throw new TransferError('PASSPHRASE_WRONG');
}

/** The nonce and tag beside an Aegis ciphertext; null if they are none. */
export function readSealed(params: JsonItem, ciphertext: Uint8Array | null): SealedGcm | null {
  const nonce = readHex(params.text('nonce'));
  const tag = readHex(params.text('tag'));
  return nonce?.length === 12 && tag?.length === 16 && ciphertext !== null
    ? { nonce, ciphertext, tag }
    : null;
}

interface Slot {
  readonly salt: Uint8Array;
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly key: SealedGcm;
}

function readSlot(slot: JsonItem): Slot | null {
  const salt = readHex(slot.text('salt'));
  const key = readSealed(slot.item('key_params'), readHex(slot.text('key')));
  const [n, r, p] = [slot.number('n') ?? 0, slot.number('r') ?? 0, slot.number('p') ?? 0];
  const isCost = [n, r, p].every((cost) => Number.isSafeInteger(cost) && cost >= 1) && Math.log2(n) % 1 === 0;
  return isCost && n > 1 && salt !== null && key !== null ? { salt, n, r, p, key } : null;
}
