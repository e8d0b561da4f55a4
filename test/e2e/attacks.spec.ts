/** Attacks 18 to 20 on the browser host, in a real browser (`docs/security.md`). */
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { expect, test, type Computer } from './rig/fixtures.ts';
import { startHostileSite } from './rig/hostile-site.ts';
import { makeVaultWithBank } from './rig/person.ts';

const keptOut = 'This window has no access';
const elsewhere = 'Latchkey is open in another window';

async function openVault(computer: Computer): Promise<Page> {
  const page = await computer.openLatchkey();
  await makeVaultWithBank(page, 'seven quiet otters paint');
  await expect(page.getByRole('row', { name: /^Bank/u })).toBeVisible();
  return page;
}

/** A client made by hand, with whatever a browser would send by itself. */
function knock(origin: string, cookie: string, protocols: string[]): Promise<'open' | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, protocols, {
      headers: { origin, cookie },
    });
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

test('attack 18: a page on another port of 127.0.0.1, in the same browser, tries every way in', async ({
  computer,
}) => {
  const page = await openVault(computer);
  const { origin } = new URL(page.url());
  const site = await startHostileSite(origin);
  const hostile = await page.context().newPage();
  await hostile.goto(site.url);
  const came: unknown = await hostile.evaluate('attack()');
  expect(came).toEqual({
    fetched: 'refused: TypeError',
    posted: 'refused: TypeError',
    postedJson: 'refused: TypeError',
    // Sent without a way to read the answer, and answered with 403.
    postedBlind: expect.stringMatching(/^(?:opaque|refused: TypeError)$/u),
    socket: 'closed',
    socketGuessed: 'closed',
    framed: expect.stringMatching(/^refused: |^$/u),
    formed: expect.not.stringContaining('Bank'),
    script: 'refused',
    worker: 'refused, closed',
    foreignWorker: 'refused: SecurityError',
    storage: '{}',
    cookies: '',
  });
  for (const headers of site.received) {
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer ?? '').not.toContain(origin);
  }
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expect(await knock(origin, cookie, [])).toBe(403);
  expect(await knock(origin, cookie, ['latchkey', 'A'.repeat(43)])).toBe(403);

  await test.step('it opens the window itself: that one is not let in, and out of its reach', async () => {
    const [opened] = await Promise.all([page.context().waitForEvent('page'), hostile.evaluate('openIt()')]);
    await expect(opened.getByRole('heading', { name: keptOut })).toBeVisible();
    await expect(opened.getByText('Bank')).toHaveCount(0);
    expect(await hostile.evaluate('seen()')).not.toContain(keptOut);
    await opened.close();
  });

  await expect(page.getByRole('row', { name: /^Bank/u })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row', { name: /^Bank/u })).toBeVisible();
  await site.stop();
});

test('attack 19: the start address is looked for in the address bar and the history, and used again', async ({
  computer,
}) => {
  const page = await openVault(computer);
  expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
  // A blank page, the window, and the window's one entry for its own way back: back from both is the blank page.
  expect(await page.evaluate(() => window.history.length)).toBeLessThanOrEqual(3);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
  await page.goForward();
  const used = /http\S+#start=[\w-]+/u.exec(computer.printed())?.[0] ?? '';
  expect(used).not.toBe('');
  const again = await page.context().newPage();
  await again.goto(used);
  await expect(again.getByRole('heading', { name: keptOut })).toBeVisible();
  await expect(again.getByText('Bank')).toHaveCount(0);
  const unaddressed = await page.context().newPage();
  await unaddressed.goto(new URL(page.url()).origin);
  await expect(unaddressed.getByRole('heading', { name: keptOut })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Bank/u })).toBeVisible();
});

test('attack 20: a second window: a doubled tab is refused, a new address ends the window before, and says so', async ({
  computer,
}) => {
  const page = await openVault(computer);
  const [doubled] = await Promise.all([
    page.context().waitForEvent('page'),
    // As when a tab is doubled: the copy gets what the first keeps for a reload.
    page.evaluate(() => void window.open('/')),
  ]);
  await expect(doubled.getByRole('heading', { name: elsewhere })).toBeVisible();
  await expect(doubled.getByText('Bank')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^Bank/u })).toBeVisible();
  await doubled.close();

  const second = await page.context().newPage();
  await second.goto(await computer.newAddress());
  await expect(second.getByRole('row', { name: /^Bank/u })).toBeVisible();
  await expect(page.getByRole('heading', { name: elsewhere })).toBeVisible();
  await expect(page.getByText('Bank')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: keptOut })).toBeVisible();
  await second.reload();
  await expect(second.getByRole('row', { name: /^Bank/u })).toBeVisible();

  await test.step('a new address in a window that was kept out lets it in, and the other goes', async () => {
    await page.goto(await computer.newAddress());
    await expect(page.getByRole('row', { name: /^Bank/u })).toBeVisible();
    await expect(second.getByRole('heading', { name: elsewhere })).toBeVisible();
  });
});
