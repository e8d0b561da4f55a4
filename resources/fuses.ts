import { FuseV1Options, FuseVersion } from '@electron/fuses';
import type { FuseV1Config } from '@electron/fuses';

/** Electron's switches that cannot be turned back in a packaged application: each one, and why it stands so. */
const positions: Record<FuseV1Options, boolean> = {
  // The binary would be a Node that runs any script with the rights the keychain gives to Latchkey.
  [FuseV1Options.RunAsNode]: false,
  // There are no cookies to encrypt, and switching it on cannot be undone for a profile.
  [FuseV1Options.EnableCookieEncryption]: false,
  // NODE_OPTIONS and NODE_EXTRA_CA_CERTS would load code into the process from outside.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // --inspect would let any program of the person's read keys out of memory.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Code that was changed after packaging does not start (Electron checks it on macOS and Windows).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // An `app` folder laid beside the archive would be started instead of it, unchecked.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // Latchkey brings no V8 snapshot of its own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://; nothing is loaded from file://.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // The default; the QR reader is WebAssembly, and bounds checks by signal are what makes it quick.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * The fuses of a package for `flipFuses`. Strict: a fuse that Electron adds and the table above does not know
 * stops the packaging.
 * @param platform Electron's name of the package's platform: on macOS an ad-hoc signature has to be renewed
 */
export function fuseConfig(platform: string): FuseV1Config & { strictlyRequireAllFuses: true } {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: platform === 'darwin',
    ...positions,
  };
}
