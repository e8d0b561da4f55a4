import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSync } from 'atomically';
import { z } from 'zod';
import type { PreferenceStore } from '../../app/ports.ts';
import { defaultPreferences, preferencesSchema } from '../../contract/preferences.ts';
import { folderPlaceOf, placeOf } from '../place.ts';
import { hasCode } from '../vault-file/durable.ts';
import { preferenceFileName } from './chosen-language.ts';

/** A file that is no JSON object holds no setting. */
const storedSchema = z.record(z.string(), z.unknown()).catch({});

/**
 * The person's settings in `preferences.json` of the given folder, written atomically. A missing or invalid
 * setting gets its default; the others stay. If the file is unreadable or away (a link to nowhere, an unmounted
 * drive), all settings have their defaults until it is back: each read opens the file again. A link stays, and
 * its target is replaced.
 * @param options.isChosen as for the vault's files
 */
export function createPreferenceFile(folder: string, { isChosen = false } = {}): PreferenceStore {
  /** @throws the file system's errors, except for a missing file */
  function read(): Record<string, unknown> {
    try {
      return storedSchema.parse(JSON.parse(readFileSync(join(folder, preferenceFileName), 'utf8')));
    } catch (error) {
      if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) return {};
      throw error;
    }
  }

  function readable(): Record<string, unknown> {
    try {
      return read();
    } catch {
      return {};
    }
  }

  return {
    get() {
      const stored = readable();
      const settings = Object.entries(preferencesSchema.shape).flatMap(([name, schema]) => {
        // Most settings are not in the file. An error for each of them would take longer than all else here.
        if (!Object.hasOwn(stored, name)) return [];
        const setting = schema.safeParse(stored[name]);
        return setting.success ? [[name, setting.data]] : [];
      });
      return preferencesSchema.parse({ ...defaultPreferences, ...Object.fromEntries(settings) });
    },
    set(values) {
      const place = folderPlaceOf(folder, isChosen);
      const file = placeOf(join(place, preferenceFileName));
      mkdirSync(place, { recursive: true, mode: 0o700 });
      // Settings that another Latchkey added stay.
      writeFileSync(file, JSON.stringify({ ...read(), ...values }, null, '\t'));
    },
  };
}
