import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { settled, violations } from './axe.ts';
import { builtWindow } from './build.ts';
import { serveGallery } from './gallery.ts';

let served: Awaited<ReturnType<typeof serveGallery>>;

test.beforeAll(async () => {
  served = await serveGallery();
});
test.afterAll(() => served.server.close());
// High enough that nothing is out of sight.
test.use({ viewport: { width: 1_180, height: 5_400 } });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const contrast of ['no-preference', 'more'] as const) {
    const name = `${colorScheme}${contrast === 'more' ? ', high contrast' : ''}`;
    test(`axe finds nothing on any component in any state: ${name}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, contrast });
      await page.goto(served.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      await page.screenshot({ path: `test-results/gallery-${colorScheme}-${contrast}.png` });
      expect(await violations(page)).toEqual([]);
    });
  }
}

for (const overlay of ['Menu', 'Sheet', 'Question', 'Toast']) {
  test(`axe finds nothing on what covers the window: ${overlay}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(served.url);
    await page.getByRole('button', { name: overlay, exact: true }).click();
    await settled(page);
    expect(await violations(page)).toEqual([]);
  });
}

test('in the colours of the system, what is chosen differs from what is not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(served.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  await page.screenshot({ path: 'test-results/gallery-forced-colors.png' });
  const marks = {
    radio: page.locator('[role=radiogroup] label:has([type=radio]) > span:has(> span)').first(),
    'another radio': page.locator('[role=radiogroup] label:has([type=radio]) > span:has(> span)').nth(1),
    box: page.getByRole('checkbox', { name: 'Off' }),
    'ticked box': page.getByRole('checkbox', { name: 'On', exact: true }),
    'box of some': page.getByRole('checkbox', { name: 'Some' }),
    switch: page.locator('label:has([role=switch]) > span:has(> span:empty)').first(),
    'switch that is on': page.locator('label:has([role=switch]) > span:has(> span:empty)').nth(1),
  };
  const pictures = new Map<string, string>();
  for (const [name, mark] of Object.entries(marks)) {
    const picture = (await mark.screenshot()).toString('base64');
    expect(pictures.get(picture), name).toBeUndefined();
    pictures.set(picture, name);
  }
});

test('the built window holds nothing of the gallery', async () => {
  const files = await readdir(builtWindow, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile() && /\.(?:html|js|css)$/.test(file.name))
      .map(async ({ parentPath, name }) => ({ name, text: await readFile(join(parentPath, name), 'utf8') })),
  );
  expect(texts.length).toBeGreaterThan(3);
  expect(
    texts.filter(
      ({ name, text }) => /gallery/i.test(name) || text.includes('Every component in every state'),
    ),
  ).toEqual([]);
});
