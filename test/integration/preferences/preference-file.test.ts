import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreferenceFile } from '../../../src/adapters/preferences/preference-file.ts';
import { defaultPreferences } from '../../../src/contract/preferences.ts';

describe('the settings', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-preferences-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('have their defaults before anything was set', () => {
    expect(createPreferenceFile(folder).get()).toEqual(defaultPreferences);
  });

  it('are there for the next start, whichever host it is', () => {
    createPreferenceFile(folder).set({ ...defaultPreferences, language: 'nl', hideCodes: true });
    expect(createPreferenceFile(folder).get()).toEqual({
      ...defaultPreferences,
      language: 'nl',
      hideCodes: true,
    });
  });

  it('keep what is sound when one of them was broken by hand', async () => {
    createPreferenceFile(folder).set({ ...defaultPreferences, theme: 'dark' });
    const path = join(folder, 'preferences.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"clearClipboardAfter": 30', '"clearClipboardAfter": "soon"'));
    expect(await readFile(path, 'utf8')).toContain('soon');
    expect(createPreferenceFile(folder).get()).toEqual({ ...defaultPreferences, theme: 'dark' });
  });

  it('stay if another Latchkey added them', async () => {
    const path = join(folder, 'preferences.json');
    await writeFile(path, '{"theme": "dark", "newer": {"than": "this"}}');
    createPreferenceFile(folder).set({ ...defaultPreferences, language: 'nl' });
    const stored: unknown = JSON.parse(await readFile(path, 'utf8'));
    expect(stored).toMatchObject({ language: 'nl', theme: 'system', newer: { than: 'this' } });
  });

  it('are the defaults when the file is no longer JSON', async () => {
    await writeFile(join(folder, 'preferences.json'), '{"theme": "dark"');
    expect(createPreferenceFile(folder).get()).toEqual(defaultPreferences);
    createPreferenceFile(folder).set({ ...defaultPreferences, theme: 'dark' });
    expect(createPreferenceFile(folder).get()).toEqual({ ...defaultPreferences, theme: 'dark' });
  });
});
