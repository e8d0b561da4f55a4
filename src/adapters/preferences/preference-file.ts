import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { PreferenceStore } from '../../app/ports.ts';
import { defaultPreferences, preferencesSchema } from '../../contract/preferences.ts';
import { folderPlaceOf, placeOf } from '../place.ts';

/**
 * The person's settings in `preferences.json` of the given folder, written atomically. A missing or invalid
 * setting gets its default; the others stay. If the file is unreadable or away (a link to nowhere, an unmounted
 * drive), all settings have their defaults until it is back: each read opens the file again. A link stays, and
 * its target is replaced.
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
