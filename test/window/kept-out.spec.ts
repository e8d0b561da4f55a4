import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { sampleEntries } from './rig/sample.ts';

const world = { entries: sampleEntries() };

test('another window takes the place of this one: it says so, shows nothing more, and stays out', async ({
  open,
}) => {
  const { page, server } = await open(world);
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(server.startUrl());
  await expect(other.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Latchkey is open in another window' })).toBeVisible();
  await expect(page.getByText('GitHub')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This window has no access' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a copy of the window waits outside until the first is gone, then comes in by itself', async ({
  latchkeys,
  page,
  context,
}) => {
  const first = await context.newPage();
  const { server } = await latchkeys.open(first, world);
  await expect(first.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  // A browser copies what the session of a window holds when it duplicates it.
  await page.addInitScript(
    (kept) => {
      for (const [name, value] of Object.entries(kept)) sessionStorage.setItem(name, value);
    },
    await sessionOf(first),
  );
  await page.goto(server.origin);
  await expect(page.getByRole('heading', { name: 'Latchkey is open in another window' })).toBeVisible();
  await first.close();
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
});

async function sessionOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)));
}

test('the start token leaves the address bar, and the secret is in no address and no cookie', async ({
  open,
}) => {
  const { page, server } = await open(world);
  const start = server.startUrl();
  const token = start.split('=').at(-1) ?? '';
  const posted = page.waitForRequest(
    (request) => request.method() === 'POST' && request.postData()?.includes(token) === true,
  );
  await page.goto(start);
  const { secret } = (await posted).postDataJSON();
  expect(secret).toMatch(/^[\w-]{43}$/);
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  expect(page.url()).toBe(`${server.origin}/`);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(secret);
  const again = page.waitForRequest((request) => request.method() === 'POST');
  await page.reload();
  expect((await again).postDataJSON()).toEqual({ secret });
});
