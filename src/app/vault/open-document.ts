import type { VaultDocument } from '../../core/vault/document.ts';
import { Failure } from '../failure.ts';
import type { Vault } from './vault.ts';

/** What the open vault holds now. @throws Failure VAULT_NOT_OPEN */
export function openDocument(vault: Pick<Vault, 'document'>): VaultDocument {
  const document = vault.document();
  if (document === null) throw new Failure('VAULT_NOT_OPEN');
  return document;
}
