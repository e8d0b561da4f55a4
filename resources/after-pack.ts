import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { fuseConfig } from './fuses.ts';

/** electron-builder's hook between packing and signing: the last moment at which fuses may be flipped. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName: platform, packager } = context;
  // Our own `@electron/fuses`, not electron-builder's older one: it has to know every fuse there is.
  await flipFuses(join(appOutDir, executable(platform, packager)), fuseConfig(platform));
}

/** What Electron's binary is called in the packed folder. */
function executable(platform: string, { appInfo, config }: AfterPackContext['packager']): string {
  switch (platform) {
    case 'darwin':
      return `${appInfo.productFilename}.app`;
    case 'win32':
      return `${appInfo.productFilename}.exe`;
    case 'linux':
      return config.linux?.executableName ?? appInfo.productFilename;
    default:
      throw new Error(`no fuses are known for ${platform}`);
  }
}
