// How the window is to live with, in a real browser over a started Latchkey with 10,000 entries: the first codes after a
// load, a key press to the filtered list, long frames while the whole list is scrolled, and the heap over an hour of
// codes, whose clock the benchmark moves on. In the window that Latchkey opens itself, on a screen of its own: what page
// and application take of a core while it is hidden, and of the memory with 1,000 entries. And the size of its JavaScript.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { z } from 'zod';
import { findBrowser } from '../../src/bootstrap/app-window.ts';
import { encodeBase32 } from '../../src/core/otp/base32.ts';
import { startLatchkey } from '../e2e/rig/latchkey.ts';
import { createMovableClock, type MovableClock } from '../e2e/rig/movable-clock.ts';
import { startScreen } from '../e2e/rig/screen.ts';
import { startWindowManager } from '../e2e/rig/window-manager.ts';
import { startKeyring, type Keyring } from '../integration/keychain/session.ts';
import { beginFrames, endFrames, watchFrames } from './parts/frames.ts';
import { median, percentile, report, type Figures } from './parts/harness.ts';
import { cpuOf, memoryOf, treeOf } from './parts/processes.ts';

const loads = 7;
const idleMs = 60_000;
const stepMs = 30_000;
const stepsOfAnHour = 120;
const assets = join(import.meta.dirname, '../../out/renderer/assets');
const browserPath = findBrowser();
if (browserPath === null) throw new Error('no Chromium or Chrome was found');

/**
 * Runs in the page: when it first had a code, and how long after a key press the rows are others. The screen shows them
 * a frame later at most. Names hold no digits, so that six of them are a code.
 */
const watchRows = `globalThis.rows = (() => {
  const read = () => [...document.querySelectorAll('[role=row]')].map((row) => row.textContent).join();
  const names = () => read().replaceAll(/[\\d\\s]/g, '');
  let firstCode = null;
  let pressedAt = null;
  let before = '';
  let took = null;
  const waiting = new Set();
  const codes = () => read().replaceAll(/[^\\d]/g, '');
  const looks = new MutationObserver(() => {
    if (firstCode === null && /\\d{3}\\s?\\d{3}/.test(read())) firstCode = performance.now();
    if (pressedAt !== null && names() !== before) {
      took = performance.now() - pressedAt;
      pressedAt = null;
    }
    for (const look of waiting) look();
  });
  // The page's policy lets Playwright's own waiting evaluate nothing.
  const once = (isSo) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  looks.observe(document, { subtree: true, childList: true, characterData: true });
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  return {
    firstCode: () => once(() => firstCode !== null).then(() => firstCode),
    codes,
    changed: (former) => once(() => codes() !== former),
    arm: () => {
      before = names();
      took = null;
    },
    took: () => once(() => took !== null).then(() => took),
  };
})();`;

const loadedScripts = `performance
  .getEntriesByType('resource')
  .map(({ name }) => new URL(name).pathname.split('/').pop())
  .filter((name) => name.endsWith('.js'))`;

const figures: Figures = { ...(await ownWindow()), ...(await inBrowser()) };
report('window', figures);

/** A vault behind a keychain, in a folder of its own. */
async function createVault(
  count: number,
): Promise<{ keyring: Keyring; env: Record<string, string>; remove: () => Promise<void> }> {
  const keyring = await startKeyring();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-window-'));
  const env = { ...keyring.env, LATCHKEY_DATA_DIR: folder, XDG_STATE_HOME: join(folder, 'state') };
  const addresses = Array.from({ length: count }, (_, at) => {
    const name = nameOf(at);
    return `otpauth://totp/${name}:ada?secret=${encodeBase32(randomBytes(10))}&issuer=${name}`;
  });
  const script = join(import.meta.dirname, '../e2e/rig/make-vault.ts');
  execFileSync(process.execPath, [script, ...addresses], { env: { ...process.env, ...env } });
  return {
    keyring,
    env,
    async remove() {
      await keyring.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Five letters, spread over the alphabet. */
function nameOf(at: number): string {
  const letters = Array.from(
    { length: 5 },
    (_, place) => (Math.trunc(at / 10 ** place) * 7 + 3 * place) % 26,
  );
  return letters.map((letter) => String.fromCodePoint(97 + letter)).join('');
}

/** All scripts, and those that the page has loaded when it has its first codes. */
async function sizes(page: Page): Promise<Figures> {
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  await page.reload();
  await page.evaluate('rows.firstCode()');
  const loaded = new Set(z.array(z.string()).parse(await page.evaluate(loadedScripts)));
  const sized = await Promise.all(
    scripts.map(async (name) => ({
      name,
      kb: gzipSync(await readFile(join(assets, name)), { level: 9 }).length / 1_000,
    })),
  );
  for (const { name, kb } of sized.toSorted((a, b) => b.kb - a.kb).slice(0, 12)) {
    console.log(`${name}: ${kb.toFixed(1)} kB gzip${loaded.has(name) ? ', at the start' : ''}`);
  }
  const sum = (some: typeof sized) => some.reduce((all, { kb }) => all + kb, 0);
  return {
    scripts_gzip_kb: sum(sized),
    start_scripts_gzip_kb: sum(sized.filter(({ name }) => loaded.has(name))),
  };
}

/** Latchkey's own window, as `npm start` opens it: Playwright would keep it awake. */
async function ownWindow(): Promise<Figures> {
  const some: Figures = {};
  for (const count of [1_000, 10_000]) {
    const { env, remove } = await createVault(count);
    const screen = await startScreen(1_280, 900);
    const desk = await startWindowManager(screen.display, {});
    const latchkey = await startLatchkey({ ...env, DISPLAY: screen.display, LATCHKEY_NO_WINDOW: '' });
    while (desk.title() !== 'Latchkey') await pause(100);
    // Chromium starts services that end by themselves.
    await pause(30_000);
    const all = treeOf(latchkey.pid);
    const browser = all.filter(({ args: [program = ''] }) => /chrom/u.test(program));
    // Chromium's children write their arguments as one.
    const page = browser.filter(({ args }) => args.some((one) => one.includes('--type=renderer')));
    const application = all.filter(({ pid }) => pid === latchkey.pid);
    if (count === 1_000) {
      some['application_1k_mb'] = memoryOf(application);
      some['page_1k_mb'] = memoryOf(page);
      some['browser_1k_mb'] = memoryOf(browser);
    } else {
      spawnSync('xdotool', ['windowminimize', desk.active()], {
        env: { ...process.env, DISPLAY: screen.display },
      });
      while (desk.title() === 'Latchkey') await pause(100);
      // A step of the codes passes, and what follows a change of the window.
      await pause(stepMs);
      const [own, its] = await Promise.all([cpuOf(application, idleMs), cpuOf(browser, idleMs)]);
      some['hidden_application_10k_cpu_percent'] = own;
      some['hidden_browser_10k_cpu_percent'] = its;
    }
    await latchkey.stop();
    await desk.stop();
    await screen.stop();
    await remove();
  }
  return some;
}

async function inBrowser(): Promise<Figures> {
  const { env, remove } = await createVault(10_000);
  const clock = await createMovableClock();
  const latchkey = await startLatchkey({ ...env, ...clock.env });
  const browser = await chromium.launch({ args: ['--no-sandbox'], executablePath: browserPath ?? '' });
  const page = await browser.newPage({ viewport: { width: 440, height: 760 }, locale: 'en-GB' });
  await watchFrames(page);
  await page.addInitScript({ content: watchRows });
  await page.goto(latchkey.startUrl);
  const all = {
    ...(await firstCodes(page)),
    ...(await sizes(page)),
    ...(await filtering(page)),
    ...(await scrolling(page)),
    ...(await heap(page, clock)),
  };
  await browser.close();
  await latchkey.stop();
  await clock.remove();
  await remove();
  return all;
}

async function firstCodes(page: Page): Promise<Figures> {
  const times: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    await page.reload();
    times.push(Number(await page.evaluate('rows.firstCode()')));
  }
  return { first_codes_10k_ms: median(times) };
}

/** Types the beginnings of names, letter by letter, and takes them back. */
async function filtering(page: Page): Promise<Figures> {
  await page.locator('input[type=search]').focus();
  const times: number[] = [];
  for (const at of [17, 345, 6_789, 9_998]) {
    const letters = Array.from(nameOf(at).slice(0, 3));
    for (const key of [...letters, ...letters.map(() => 'Backspace')]) {
      await page.evaluate('rows.arm()');
      await page.keyboard.press(key);
      times.push(Number(await page.evaluate('rows.took()')));
    }
  }
  return { key_to_list_10k_ms: median(times), key_to_list_10k_p95_ms: percentile(times, 95) };
}

async function scrolling(page: Page): Promise<Figures> {
  const list = page.locator('[role=row]').first();
  await list.hover();
  await beginFrames(page);
  let last = '';
  for (let still = 0; still < 3;) {
    await page.mouse.wheel(0, 2_000);
    const now = String(await page.evaluate('rows.codes()'));
    still = now === last ? still + 1 : 0;
    last = now;
  }
  const { longest, long } = await endFrames(page);
  for (const { ms, scripts } of long) console.log(`scrolling: ${Math.round(ms)} ms ${scripts.join(' | ')}`);
  return { scroll_10k_longest_frame_ms: longest, scroll_10k_frames_over_50ms: long.length };
}

/** Each step brings the codes of all entries anew. */
async function heap(page: Page, clock: MovableClock): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  const sizesMb: number[] = [];
  for (let step = 0; step <= stepsOfAnHour; step += 1) {
    const before = String(await page.evaluate('rows.codes()'));
    await clock.forward(stepMs);
    await page.evaluate(`rows.changed('${before}')`);
    if (step % (stepsOfAnHour / 4) === 0) sizesMb.push(await heapMb(session));
  }
  console.log(`heap over the hour: ${sizesMb.map((mb) => mb.toFixed(1)).join(', ')} MB`);
  return { heap_10k_mb: sizesMb[0] ?? null, heap_10k_after_an_hour_mb: sizesMb.at(-1) ?? null };
}

async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
