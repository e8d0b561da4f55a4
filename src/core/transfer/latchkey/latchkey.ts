import type { TransferFormat, WritableFormat } from '../format.ts';
import { isLatchkeyFile, readLatchkey } from './read.ts';
import { planLatchkey } from './write.ts';

const id = 'latchkey';

/** Latchkey's own files: the vault and its backups (docs/vault-format.md). It writes a backup with a passphrase. */
export const latchkey: TransferFormat & WritableFormat = {
  id,
  name: 'Latchkey',
  isEncrypted: true,
  extension: '.latchkey',
  recognise: ({ bytes }) => isLatchkeyFile(bytes),
  read: ({ bytes }, passphrase) => readLatchkey(bytes, passphrase),
  plan: (entries, at = Date.now()) => planLatchkey(entries, at),
};
