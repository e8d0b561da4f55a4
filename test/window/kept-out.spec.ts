import { violations } from './axe.ts';
import { expect, test } from './open.ts';
import { sampleEntries } from './sample.ts';

test('another window takes the place of this one: it says so, shows nothing more, and stays out', async ({
  open,
}) => {
  const { page, server } = await open({ entries: sampleEntries() });
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  server.replace();
  await expect(page.getByRole('heading', { name: 'Latchkey is open in another window' })).toBeVisible();
  await expect(page.getByText('GitHub')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This window is not let in' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a copy of the window waits outside until the first is gone, then comes in by itself', async ({
  open,
}) => {
  const { page, server } = await open({ entries: sampleEntries() });
  server.setEntering(409);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Latchkey is open in another window' })).toBeVisible();
  server.setEntering(204);
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
});

test('the start token leaves the address bar, and the secret is in no address and no cookie', async ({
  open,
}) => {
  const { page, server } = await open({ entries: sampleEntries() });
  const token = 'T'.repeat(43);
  const posted = page.waitForRequest(
    (request) => request.method() === 'POST' && request.postData()?.includes(token) === true,
  );
  await page.goto(`${server.url}#start=${token}`);
  const { secret } = (await posted).postDataJSON();
  expect(secret).toMatch(/^[\w-]{43}$/);
  await expect(page.getByRole('row', { name: /^GitHub/ })).toBeVisible();
  expect(page.url()).toBe(server.url);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(secret);
  const again = page.waitForRequest((request) => request.method() === 'POST');
  await page.reload();
  expect((await again).postDataJSON()).toEqual({ secret });
});
