import { randomBytes } from 'node:crypto';
import { en } from '../../src/renderer/words/en/words.ts';
import { settled, violations } from './axe.ts';
import { addressOf, entryOf, trashedOf, unreadableOf } from './rig/entries.ts';
import { locked, noKit, type World } from './rig/worlds.ts';
import { expect, test } from './latchkey.ts';
import { sampleEntries } from './rig/sample.ts';

interface Screen {
  name: string;
  world: World;
  /** Presses buttons, one after the other, by their names in English. */
  press?: (string | RegExp)[];
  wide?: boolean;
}

const list = { entries: sampleEntries() };
const scanned = {
  ...list,
  sees: [
    [
      entryOf(),
      entryOf({ issuer: 'Steam', secret: Buffer.from('short') }),
      entryOf({ issuer: 'GitHub', account: 'ada-l' }),
    ].map(addressOf),
  ],
} satisfies World;

const screens: Screen[] = [
  {
    name: 'first run',
    world: { hasVault: false },
  },
  {
    name: 'first run, protection',
    world: { hasVault: false },
    press: ['Continue'],
  },
  {
    name: 'first run, first code',
    world: { hasVault: false },
    press: ['Continue', 'Start'],
  },
  {
    name: 'first run without a keychain',
    world: {
      hasVault: false,
      found: ({ keychain }) => {
        keychain.refusal = { outcome: 'locked' };
      },
    },
    press: ['Continue'],
  },
  {
    name: 'opening',
    world: {
      found: ({ keychain }) => {
        keychain.asks = new Promise(() => {});
      },
    },
  },
  {
    name: 'locked',
    world: { ...noKit, ...locked },
  },
  {
    name: 'key missing',
    world: {
      ...noKit,
      found: ({ keychain }) => {
        for (const item of keychain.items.keys())
          keychain.items.set(item, randomBytes(32).toString('base64'));
      },
    },
  },
  {
    name: 'damaged',
    world: { ...noKit, found: ({ vaultStore }) => vaultStore.writeElsewhere(Buffer.from('LATCHKEY\0\x01')) },
  },
  {
    name: 'unwritable',
    world: {
      hasVault: false,
      found: ({ vaultStore }) => {
        vaultStore.troubles.write = 'EACCES';
      },
    },
  },
  {
    name: 'away',
    world: {
      found: ({ vaultStore }) => {
        vaultStore.troubles.missed = true;
      },
    },
  },
  { name: 'empty', world: {} },
  { name: 'list', world: list },
  { name: 'two panes', world: list, wide: true },
  {
    name: 'notices',
    world: {
      ...list,
      quarantine: [unreadableOf()],
      past: async ({ makeNewer }) => makeNewer(),
      found: ({ vaultStore }) =>
        vaultStore.update(
          () => ({ bytes: Buffer.from('spoilt'), presentIsBroken: false }),
          () => {},
        ),
    },
  },
  { name: 'entry', world: list, press: [/^Details of GitHub/] },
  { name: 'edit', world: list, press: [/^Details of GitHub/, 'Edit'] },
  { name: 'delete', world: list, press: [/^Details of GitHub/, 'Delete'] },
  { name: 'ways', world: list, press: ['Add'] },
  { name: 'typed', world: list, press: ['Add', /^Type the key in/, 'More settings'] },
  { name: 'preview of several', world: scanned, press: ['Add', 'Scan the screen'] },
  { name: 'nothing found', world: list, press: ['Add', 'Scan the screen'] },
  {
    name: 'scanning',
    world: { ...list, sees: [{ done: 0.5, remainingMs: 3000 }, 'searching'] },
    press: ['Add', 'Scan the screen'],
  },
  {
    name: 'added',
    world: { ...list, sees: [[addressOf(entryOf())]] },
    press: ['Add', 'Scan the screen', 'Keep'],
  },
  { name: 'menu', world: list, press: ['More'] },
];

for (const screen of screens) {
  test(`axe finds nothing on: ${screen.name}`, async ({ open, page }) => {
    if (screen.wide === true) await page.setViewportSize({ width: 1000, height: 700 });
    await open({ ...screen.world, preferences: { theme: 'light' } });
    for (const name of screen.press ?? [])
      await page.getByRole('button', { name, exact: true }).last().click();
    await page.locator('main').first().waitFor();
    await expect(page.getByRole('heading', { name: en.trouble.connecting })).toBeHidden();
    await settled(page);
    expect(await violations(page), 'light').toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await settled(page);
    expect(await violations(page), 'dark').toEqual([]);
  });
}

for (const item of ['Settings', 'Deleted']) {
  test(`axe finds nothing on: ${item}`, async ({ open, page }) => {
    await open({ ...list, trash: [trashedOf({ issuer: 'Dropbox', deletedAt: Date.now() })] });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await settled(page);
    expect(await violations(page)).toEqual([]);
  });
}

test('the time left never reaches a live region', async ({ open, page }) => {
  await open({ entries: [entryOf({ period: 3 })] });
  await expect(page.getByRole('row')).toBeVisible();
  await page.evaluate(() => {
    const heard: string[] = [];
    const live = document.querySelectorAll(
      '[aria-live], [role="status"], [role="alert"], [role="timer"], output',
    );
    for (const region of live) {
      new MutationObserver(() => heard.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    Object.assign(window, { heard });
  });
  // Two periods go by.
  const code = page.getByRole('row').getByRole('gridcell').nth(1);
  for (let period = 0; period < 2; period += 1) {
    await expect(code).not.toHaveText((await code.textContent()) ?? '');
  }
  expect(await page.evaluate(() => Reflect.get(window, 'heard') as unknown)).toEqual([]);
});

test('a file that is dropped where nothing takes it does not take the page away', async ({ open }) => {
  const { page } = await open({ hasVault: false });
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  const isRefused = await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'page.html', { type: 'text/html' }));
    const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(drop);
  });
  expect(isRefused).toBe(true);
});

test('focus comes back to where it was when a dialog closes', async ({ open, page }) => {
  await open(list);
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(add).toBeFocused();
});

test('Tab reaches everything that the chosen row offers', async ({ open, page }) => {
  await open({ entries: [entryOf()] });
  await expect(page.getByRole('row')).toBeVisible();
  const reached: string[] = [];
  for (let presses = 0; presses < 7; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      ),
    );
  }
  expect(reached.join(' | ')).toMatch(
    /Search \| Add \| Account \| More \| GitHub \(ada@example.org\) \| Copy next.* \| Details of GitHub/,
  );
});

test('no text is cut off and nothing scrolls sideways at 200 % zoom', async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  await open(list);
  await expect(page.getByRole('row').first()).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('everything that can be pressed is at least 24 pixels high and wide', async ({ open, page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await open(list);
  await expect(page.getByRole('row').first()).toBeVisible();
  const small = await page.getByRole('button').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24) ? [`${button.textContent} ${width}×${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
});

test('the language is the preference, at once', async ({ open, page }) => {
  await open(list);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'General' }).click();
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Nederlands' }).click();
  await expect(page.getByRole('heading', { name: 'Algemeen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
});
