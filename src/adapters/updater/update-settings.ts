import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { UpdateObstacle } from '../../contract/update.ts';
import { appImageOf } from '../program.ts';
import type { UpdaterHost } from './electron-updater.ts';

const packageSchema = z.object({ updateKey: z.string().min(1) });

/**
 * What a packaged application says about its updates: `electron-builder.yml` puts the key of whoever signs them into
 * `package.json` (`extraMetadata.updateKey`), and the place into `app-update.yml` (`publish`).
 *
 * @param app Electron's
 * @param process this one, with Electron's `resourcesPath`
 */
export function readUpdateSettings(
  app: { isPackaged: boolean; getAppPath(): string },
  process: Pick<NodeJS.Process, 'execPath' | 'env' | 'platform'> & { resourcesPath: string },
): Pick<UpdaterHost, 'obstacle' | 'publicKey' | 'appImage'> {
  const appImage = appImageOf(process.execPath, process.env);
  const publicKey = packageSchema.safeParse(jsonOf(join(app.getAppPath(), 'package.json'))).data?.updateKey;
  return {
    publicKey: publicKey ?? '',
    appImage,
    obstacle: app.isPackaged ? obstacleTo(process, { appImage, isSigned: publicKey !== undefined }) : 'host',
  };
}

function obstacleTo(
  { env, platform, resourcesPath }: Parameters<typeof readUpdateSettings>[1],
  { appImage, isSigned }: { appImage: string | null; isSigned: boolean },
): UpdateObstacle | null {
  if (!isSigned || !existsSync(join(resourcesPath, 'app-update.yml'))) return 'notConfigured';
  // An update runs the installer, which would install another Latchkey beside the portable one.
  if (env['PORTABLE_EXECUTABLE_FILE']) return 'portable';
  // On Linux an AppImage is replaced by itself, and a deb or an rpm says that it is one.
  const isOurs = platform !== 'linux' || appImage !== null || existsSync(join(resourcesPath, 'package-type'));
  return isOurs ? null : 'installedOtherwise';
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
