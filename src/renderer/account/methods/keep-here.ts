import type { Client } from '../../connection/connection.ts';
import { contractCode } from '../../words/error-words.ts';

/**
 * Keeps the pending authenticator in this vault and hands in its first code. With `previewIds`, the one among what
 * was scanned that is the account's own; another QR code may have been in sight as well.
 * @throws what the contract's `methods.useThisVault` does; `OTHER_CODE` where none of them is the account's
 */
export async function keepHere(
  client: Client,
  issuer: string,
  previewIds: readonly string[] = [],
): Promise<unknown> {
  const name = issuer === '' ? {} : { issuer };
  if (previewIds.length === 0) return client.account.methods.useThisVault(name);
  let other: unknown = null;
  for (const previewId of previewIds) {
    try {
      return await client.account.methods.useThisVault({ ...name, previewId });
    } catch (error) {
      if (contractCode(error) !== 'OTHER_CODE') throw error;
      other = error;
    }
  }
  throw other;
}
