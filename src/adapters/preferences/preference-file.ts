import Conf from 'conf';
import type { PreferenceStore } from '../../app/ports.ts';
import { defaultPreferences, preferencesSchema } from '../../contract/preferences.ts';

/**
 * The person's settings in `preferences.json` of the given folder, written atomically. A setting that is missing
 * or was broken by hand has its default; the others stay.
 */
export function createPreferenceFile(folder: string): PreferenceStore {
  const file = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'preferences',
    clearInvalidConfig: true,
  });
  return {
    get() {
      const settings = Object.entries(preferencesSchema.shape).flatMap(([name, schema]) => {
        const setting = schema.safeParse(file.get(name));
        return setting.success ? [[name, setting.data]] : [];
      });
      return preferencesSchema.parse({ ...defaultPreferences, ...Object.fromEntries(settings) });
    },
    set(values) {
      file.set(values);
    },
  };
}
