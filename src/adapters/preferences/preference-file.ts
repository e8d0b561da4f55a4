import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { PreferenceStore } from '../../app/ports.ts';
import { defaultPreferences, preferencesSchema } from '../../contract/preferences.ts';
import { folderPlaceOf, placeOf } from '../place.ts';

/**
 * The person's settings in `preferences.json` of the given folder, written atomically. A setting that is missing
 * or was broken by hand has its default; the others stay. A file that cannot be read, or that is not there now (a
 * link to nowhere, a drive that is not mounted), stands for all defaults until it can: it is read anew each time. A
 * link stays, and what it leads to is replaced.
 * @param options.isChosen as for the vault's files
 */
export function createPreferenceFile(folder: string, { isChosen = false } = {}): PreferenceStore {
  /** @throws AwayError; the file system's errors */
  function open(): Conf {
    const cwd = folderPlaceOf(folder, isChosen);
    placeOf(join(cwd, 'preferences.json'));
    mkdirSync(cwd, { recursive: true, mode: 0o700 });
    return new Conf({ cwd, configName: 'preferences', clearInvalidConfig: true });
  }

  function read(): Record<string, unknown> {
    try {
      return existsSync(join(folder, 'preferences.json')) ? open().store : {};
    } catch {
      return {};
    }
  }

  return {
    get() {
      const stored = read();
      const settings = Object.entries(preferencesSchema.shape).flatMap(([name, schema]) => {
        const setting = schema.safeParse(stored[name]);
        return setting.success ? [[name, setting.data]] : [];
      });
      return preferencesSchema.parse({ ...defaultPreferences, ...Object.fromEntries(settings) });
    },
    set(values) {
      open().set(values);
    },
  };
}
