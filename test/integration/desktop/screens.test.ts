import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import QRCode from 'qrcode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { createDecoder } from '../../../src/adapters/decoder/decoder.ts';
import { createDesktopScreens } from '../../../src/adapters/screens/desktop-screens.ts';
import type { Clock, Picture } from '../../../src/app/ports.ts';
import { startScreen } from '../../e2e/rig/screen.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import { createListLog } from '../../rig/memory-ports.ts';
import { startBus, type Bus } from './bus.ts';
import { startPortal, type Portal } from './portal.ts';
import { showCode } from './show-code.ts';

const screenshot = 'org.freedesktop.portal.Screenshot';
const address = 'otpauth://totp/Example:ada@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Example';

let folder: string;
let bus: Bus;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-screens-'));
  bus = await startBus(folder);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("the desktop's portal", () => {
  it('gives the picture of the screen; its file is read and deleted', async () => {
    const portal = await portalHere();
    const { screens } = screensHere();
    expect(await screens.capture()).toBe('application');
    const taking = screens.take();
    const asked = await portal.next();
    expect(asked.args).toMatchObject({ parent_window: '', options: { interactive: false } });
    const file = await pictureFile();
    asked.respond(0, { uri: pathToFileURL(file).href });
    expect(await textsIn(await taking)).toEqual([address]);
    await expect(access(file)).rejects.toThrow('ENOENT');
    // It says who asks before anything else, once for each connection.
    expect(portal.heard).toEqual(['app.latchkey.Latchkey', 'app.latchkey.Latchkey', 'Screenshot']);
    expect(portal.mistakes).toEqual([]);
  });

  it('is heard also where it answers before its call returns', async () => {
    const file = await pictureFile();
    await portalHere({ uri: pathToFileURL(file).href });
    expect(await textsIn(await screensHere().screens.take())).toEqual([address]);
  });

  it.each([
    { code: 1, cause: 'cancelled' },
    { code: 2, cause: 'ended' },
  ])('refuses ($cause), and the X screen is not read in its place', async ({ code, cause }) => {
    const screen = await startScreen(640, 480);
    stops.push(() => screen.stop());
    const portal = await portalHere();
    const taking = screensHere(systemClock, { DISPLAY: screen.display }).screens.take();
    (await portal.next()).respond(code);
    expect(await taking).toEqual({ outcome: 'failed', cause });
  });

  it('is silent: the question is taken back after the time, and a late picture is deleted', async () => {
    const portal = await portalHere();
    const clock = createManualClock(0);
    const taking = screensHere(clock).screens.take();
    const asked = await portal.next();
    clock.move(119_999);
    clock.move(1);
    expect(await taking).toEqual({ outcome: 'failed', cause: 'silent' });
    await asked.closed;
    const file = await pictureFile();
    asked.respond(0, { uri: pathToFileURL(file).href });
    await expect
      .poll(() =>
        access(file).then(
          () => 'there',
          () => 'gone',
        ),
      )
      .toBe('gone');
  });

  it('keeps no command from ending whose question it did not answer', async () => {
    const portal = await portalHere();
    const command = spawn(process.execPath, [join(import.meta.dirname, 'ask-in-vain.ts')], {
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    stops.push(() => command.kill());
    await portal.next();
    command.stdin.end();
    const [said, ended] = await Promise.all([textOf(command.stdout), once(command, 'exit')]);
    expect(said).toBe('silent\n');
    expect(ended).toEqual([0, null]);
  });

  it('goes away while it is asked', async () => {
    const portal = await portalHere();
    const taking = screensHere().screens.take();
    await portal.next();
    await portal.stop();
    expect(await taking).toEqual({ outcome: 'failed', cause: 'failed' });
  });

  it('names what is no picture, or nothing that is there: said, and not left behind', async () => {
    const portal = await portalHere();
    const { screens, log } = screensHere();
    const file = join(folder, 'no-picture.png');
    await writeFile(file, 'secret text');
    for (const uri of [pathToFileURL(file).href, 'file:///nowhere/picture.png', 'https://example.org/']) {
      const taking = screens.take();
      (await portal.next()).respond(0, { uri });
      expect(await taking).toEqual({ outcome: 'failed', cause: 'failed' });
    }
    await expect(access(file)).rejects.toThrow('ENOENT');
    expect(log.lines).toHaveLength(3);
    expect(log.lines.join('\n')).not.toContain('secret text');
  });
});

describe('without a portal', () => {
  it('the X server gives the picture of the screen', async () => {
    const screen = await startScreen(1280, 800);
    stops.push(() => screen.stop());
    await showCode(address, screen.display);
    // A bus without a portal, and a portal that takes no screenshots.
    for (const interfaces of [[], ['org.freedesktop.portal.Location']]) {
      if (interfaces.length > 0) {
        const portal = await startPortal(bus.address, interfaces);
        stops.push(() => portal.stop());
      }
      const { screens } = screensHere(systemClock, { DISPLAY: screen.display });
      expect(await screens.capture()).toBe('application');
      const taken = await screens.take();
      expect(taken).toMatchObject({ pictures: [{ width: 1280, height: 800 }] });
      expect(await textsIn(taken)).toEqual([address]);
    }
  });

  it('there is no way on Wayland, without an X server, and off Linux; the window has to take it', async () => {
    const screen = await startScreen(640, 480);
    stops.push(() => screen.stop());
    const nowhere = [
      screensHere(systemClock, { DISPLAY: screen.display, WAYLAND_DISPLAY: 'wayland-0' }),
      screensHere(systemClock, {}),
      screensHere(systemClock, { DISPLAY: screen.display }, 'darwin'),
    ];
    for (const { screens } of nowhere) {
      expect(await screens.capture()).toBe('window');
      expect(await screens.take()).toEqual({ outcome: 'failed', cause: 'unsupported' });
    }
    const { screens } = screensHere(systemClock, { DISPLAY: ':54321' });
    expect(await screens.capture()).toBe('window');
    expect(await screens.take()).toEqual({ outcome: 'failed', cause: 'failed' });
  });
});

async function portalHere(eager?: Record<string, unknown>): Promise<Portal> {
  const portal = await startPortal(bus.address, [screenshot], eager && { eager });
  stops.push(() => portal.stop());
  return portal;
}

function screensHere(
  clock: Clock = systemClock,
  env: NodeJS.ProcessEnv = {},
  platform: NodeJS.Platform = 'linux',
) {
  const log = createListLog();
  const here = { DBUS_SESSION_BUS_ADDRESS: bus.address, ...env };
  return { screens: createDesktopScreens({ clock, log }, here, platform), log };
}

/** What a desktop writes: a picture of a screen with a set-up code on it. */
async function pictureFile(): Promise<string> {
  const file = join(folder, 'Screenshot from 2026.png');
  await writeFile(file, await QRCode.toBuffer(address));
  return file;
}

async function textsIn(
  taken: Awaited<ReturnType<ReturnType<typeof createDesktopScreens>['take']>>,
): Promise<string[]> {
  if (taken.outcome === 'failed') throw new Error(`the screen was not read: ${taken.cause}`);
  const decoder = createDecoder({
    workerUrl: new URL('../../../src/adapters/decoder/decode-worker.ts', import.meta.url),
    wasmPath: createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  });
  const texts = await Promise.all(taken.pictures.map((picture: Picture) => read(decoder, picture)));
  await decoder.close();
  return [...new Set(texts.flat())];
}

async function read(decoder: ReturnType<typeof createDecoder>, picture: Picture): Promise<string[]> {
  const reading = decoder.read(picture);
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value.map(({ text }) => text);
  }
}
