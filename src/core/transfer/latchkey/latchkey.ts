import type { TransferFormat, WritableFormat } from '../format.ts';
import { isLatchkeyFile, readLatchkey } from './read.ts';
import { writeLatchkey } from './write.ts';

const id = 'latchkey';

/** Latchkey's own files: the vault and its backups (docs/vault-format.md). It writes a backup with a passphrase. */
export const latchkey: TransferFormat & WritableFormat = {
  id,
  name: 'Latchkey',
  isEncrypted: true,
  extension: '.latchkey',
  recognise: ({ bytes }) => isLatchkeyFile(bytes),
  read: ({ bytes }, passphrase) => readLatchkey(bytes, passphrase),
  write: (entries, passphrase, at = Date.now()) => writeLatchkey(entries, passphrase, at),
};
