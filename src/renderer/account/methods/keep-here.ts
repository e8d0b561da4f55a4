import type { Client } from '../../connection/connection.ts';
import { contractCode } from '../../words/error-words.ts';

/**
 * Keeps the pending authenticator in this vault and submits its first code. With `previewIds`, picks the
 * account's own from the scan, which may have seen other QR codes too.
 * @throws what the contract's `methods.useThisVault` does; `OTHER_CODE` if none of them is the account's
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
