import type { AppUpdater } from 'electron-updater';
import type { Updater } from '../../app/ports.ts';
import { replaceAppImage, startDetached } from './app-image.ts';

/** Among the arguments of a start: the one before could not install an update. */
export const updateFailed = '--update-failed';

export interface UpdaterHost extends Pick<Updater, 'obstacle' | 'publicKey' | 'hasFailed'> {
  /** The AppImage that runs (`adapters/program.ts`); null: electron-updater has a way for the other packages. */
  appImage: string | null;
  /** electron-updater, loaded when it is first needed. */
  load(): Promise<AppUpdater>;
  /** Closes Latchkey: nothing writes any more, and no key or copied code is left. */
  close(): Promise<void>;
  /** Starts the present version again, with the argument `updateFailed`. For other packages than an AppImage. */
  startAgain(): void;
  /** Ends this process. */
  quit(): void;
}

/** New versions through electron-updater: hashes, staged roll-outs, and each platform's way of replacing. */
export function createUpdater(host: UpdaterHost): Updater {
  const { obstacle, publicKey, hasFailed, appImage } = host;
  let loaded: Promise<AppUpdater> | null = null;
  const updater = () => (loaded ??= host.load().then(asWanted));
  let downloaded = '';

  async function replace(present: string): Promise<void> {
    try {
      await startDetached(await replaceAppImage(downloaded, present), []);
    } catch {
      await startDetached(present, [updateFailed]);
    } finally {
      // Nothing runs here any more.
      host.quit();
    }
  }

  return {
    obstacle,
    publicKey,
    hasFailed,
    async find() {
      const result = await (await updater()).checkForUpdates();
      return result?.isUpdateAvailable === true ? result.updateInfo : null;
    },
    async download(progress) {
      const electron = await updater();
      const show = ({ percent }: { percent: number }) => progress(percent);
      electron.on('download-progress', show);
      const files = await electron.downloadUpdate().finally(() => electron.off('download-progress', show));
      downloaded = files[0] ?? '';
    },
    async install() {
      const electron = await updater();
      await host.close();
      if (appImage !== null) return replace(appImage);
      // Success ends this process, which is why nothing comes after it.
      electron.once('error', () => host.startAgain());
      electron.quitAndInstall(true, true);
    },
  };
}

/** Does nothing that the person did not ask for, and tells only through its answers. */
function asWanted(updater: AppUpdater): AppUpdater {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.logger = null;
  return updater;
}
