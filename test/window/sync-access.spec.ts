import { settled, violationsInBoth } from './axe.ts';
import { unreadable } from './clipping.ts';
import { expect, test } from './latchkey.ts';
import { viewOf } from './made-up-account.ts';
import { syncWaiting, troubleOf } from './made-up-sync.ts';
import type { World } from './rig/worlds.ts';
import { everyLanguage, languages } from './settings.ts';
import { busy, off, on, openSync } from './sync-steps.ts';

const screens: Record<string, { world: World; press?: string }> = {
  'signed out': { world: { ...off, account: viewOf() } },
  off: { world: off },
  'turning on': { world: off, press: languages.en.sync.turnOn },
  waiting: { world: { ...on, sync: syncWaiting() } },
  entering: { world: { ...on, sync: { stage: 'entering', trouble: null } } },
  unreadable: { world: { ...on, sync: { stage: 'unreadable', trouble: troubleOf('newer', 'update') } } },
  on: { world: on },
  busy: { world: { ...on, sync: busy } },
  adding: { world: on, press: languages.en.sync.add },
};

for (const [name, { world, press }] of Object.entries(screens)) {
  test(`axe finds nothing, narrow and wide, in light and dark: ${name}`, async ({ open, page }) => {
    await page.setViewportSize({ width: 360, height: 900 });
    await open(world);
    await openSync(page);
    if (press !== undefined) await page.getByRole('button', { name: press, exact: true }).click();
    for (const width of [360, 1_600]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violationsInBoth(page), `${width} px`).toEqual([]);
    }
  });
}

for (const language of everyLanguage) {
  test(`nothing is cut off from 360 to 1,600 px: ${language}`, async ({ open, page }) => {
    const { sync } = languages[language];
    const { latchkey } = await open({ ...on, sync: busy, preferences: { language } });
    await openSync(page, language);
    const look = async (what: string) => {
      for (const width of [360, 700, 1_000, 1_600]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        await page.screenshot({ path: `test-results/sync/${language}-${what}-${width}.png` });
        expect(await unreadable(page), `${what}, ${width} px`).toEqual([]);
      }
    };
    await look('busy');
    await page.getByRole('button', { name: sync.add, exact: true }).click();
    await page.getByLabel(sync.words).waitFor();
    await look('add');
    await page.keyboard.press('Escape');
    latchkey.sync.set(syncWaiting());
    await page.getByRole('img', { name: sync.qr }).waitFor();
    await look('waiting');
    latchkey.sync.set({ stage: 'off' });
    await page.getByRole('button', { name: sync.turnOn }).waitFor();
    await look('off');
  });
}
