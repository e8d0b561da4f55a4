import { join } from 'node:path';
import process from 'node:process';
import type { Log, Ports } from '../app/ports.ts';
import { createAccountApi } from './account-api/account-api.ts';
import { createAccountFile, createSyncFile } from './sealed-file/sealed-file.ts';
import { backupFolder } from './backup-folder/backup-folder.ts';
import { systemClock } from './clock/system-clock.ts';
import { dataFolder, isDataFolderChosen, stateFolder } from './data-folder.ts';
import { createDesktopSearch } from './desktop-search/desktop-search.ts';
import { noDesktop } from './desktop/none.ts';
import { createDecoder } from './decoder/decoder.ts';
import { argon2id } from './key-derivation/argon2id.ts';
import { createOsKeychain } from './keychain/os-keychain.ts';
import { pictureFiles } from './picture-file/picture-file.ts';
import { withDesktop } from './power/desktop-watch.ts';
import { createSleepWatch } from './power/sleep-watch.ts';
import { createPreferenceFile } from './preferences/preference-file.ts';
import { createTransfers } from './transfer/transfers.ts';
import { noUpdater } from './updater/none.ts';
import { createSeenVaults } from './vault-file/seen-vaults.ts';
import { createVaultFile } from './vault-file/vault-file.ts';

/** The ports that are the same in every host; what belongs to its screens and windows, each host has of its own. */
export type SharedPorts = Omit<Ports, 'screens' | 'clipboard' | 'globalShortcut' | 'linkHandler' | 'windows'>;

/**
 * The ports over this machine's files, keychain, clock and threads.
 *
 * @param options.decodeWorkerUrl the decoder's worker: a source file, or another file of a bundle; so is
 *   `transferWorkerUrl`
 * @param options.wasmPath path of `zxing_reader.wasm` on disk
 * @param options.log the host's: the terminal loads its library only when there is something to say
 */
export function createSharedPorts(options: {
  decodeWorkerUrl: URL;
  transferWorkerUrl: URL;
  wasmPath: string;
  log: Log;
}): {
  ports: SharedPorts;
  close: () => Promise<void>;
} {
  const folder = dataFolder();
  const place = { isChosen: isDataFolderChosen() };
  const decoder = createDecoder({ workerUrl: options.decodeWorkerUrl, wasmPath: options.wasmPath });
  const { log } = options;
  return {
    ports: {
      keychain: createOsKeychain(),
      vaultStore: createVaultFile(folder, {
        ...place,
        seen: createSeenVaults(join(stateFolder(), 'vaults.json')),
      }),
      keyDerivation: argon2id,
      clock: systemClock,
      decoder,
      pictureFiles,
      transfers: createTransfers(options.transferWorkerUrl),
      backupFolder,
      desktopSearch: createDesktopSearch(),
      desktop: noDesktop,
      updater: noUpdater,
      power: withDesktop(createSleepWatch(process.platform), log),
      preferences: createPreferenceFile(folder, place),
      accountApi: createAccountApi(systemClock),
      accountFile: createAccountFile(folder, place),
      syncFile: createSyncFile(folder, place),
      log,
    },
    close: () => decoder.close(),
  };
}
