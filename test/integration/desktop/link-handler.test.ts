import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerLinks, type Registration } from '../../../src/adapters/link-handler/register-links.ts';
import { createDesktopLinkHandler } from '../../../src/adapters/link-handler/link-handler.ts';

const program = {
  file: 'latchkey-npm-start.desktop',
  name: 'Latchkey (npm start)',
  schemes: ['latchkey'],
  command: ['/usr/bin/env'],
} as const;
let home: string;
let env: Record<string, string>;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'latchkey-desktop-'));
  env = {
    HOME: home,
    PATH: process.env['PATH'] ?? '',
    XDG_DATA_DIRS: join(home, 'system'),
    XDG_CONFIG_DIRS: '/nowhere',
  };
  await mkdir(join(home, 'system/applications'), { recursive: true });
  await mkdir(join(home, '.config'));
});

afterEach(() => rm(home, { recursive: true }));

const list = () => join(home, '.config/mimeapps.list');
const entry = () => join(home, '.local/share/applications/latchkey-npm-start.desktop');

/** What the desktop's own program says opens the links. */
function handler(scheme = 'latchkey'): string {
  return execFileSync('xdg-mime', ['query', 'default', `x-scheme-handler/${scheme}`], {
    env,
    encoding: 'utf8',
  }).trim();
}

async function registered(
  command = ['/usr/bin/env'],
): Promise<Extract<Registration, { outcome: 'registered' }>> {
  const registration = await registerLinks({ ...program, command }, { env, platform: 'linux' });
  if (registration.outcome !== 'registered') throw new Error(registration.outcome);
  return registration;
}

describe('opening latchkey: links', () => {
  it('is known to the desktop while it is registered, and no longer afterwards', async () => {
    expect(handler()).toBe('');
    const registration = await registered();
    expect(handler()).toBe('latchkey-npm-start.desktop');
    await registration.remove();
    expect(handler()).toBe('');
    expect(existsSync(entry())).toBe(false);
  });

  it("leaves the person's own choices as they are", async () => {
    const own =
      '[Added Associations]\ntext/plain=editor.desktop;\n\n[Default Applications]\ntext/html=browser.desktop\n';
    await writeFile(list(), own);
    const registration = await registered();
    expect(await readFile(list(), 'utf8')).toContain('text/html=browser.desktop');
    expect(handler()).toBe('latchkey-npm-start.desktop');
    await registration.remove();
    for (const line of own.split('\n')) expect((await readFile(list(), 'utf8')).split('\n')).toContain(line);
    expect(handler()).toBe('');
  });

  it('is left to a program that is installed for it', async () => {
    const installed = join(home, 'system/applications/app.latchkey.Latchkey.desktop');
    await writeFile(
      installed,
      '[Desktop Entry]\nType=Application\nExec=latchkey %U\nMimeType=x-scheme-handler/latchkey;\n',
    );
    expect(await registerLinks(program, { env, platform: 'linux' })).toEqual({
      outcome: 'taken',
      by: 'app.latchkey.Latchkey.desktop',
    });
    expect(existsSync(entry())).toBe(false);
  });

  it('is left to what the person chose', async () => {
    await writeFile(list(), '[Default Applications]\nx-scheme-handler/latchkey=other.desktop\n');
    await writeFile(
      join(home, 'system/applications/other.desktop'),
      '[Desktop Entry]\nType=Application\nExec=/usr/bin/env %U\n',
    );
    expect(await registerLinks(program, { env, platform: 'linux' })).toEqual({
      outcome: 'taken',
      by: 'other.desktop',
    });
    expect(existsSync(entry())).toBe(false);
  });

  it('is left to another npm start that runs, and taken over from one that was killed', async () => {
    await registered();
    const mine = await readFile(entry(), 'utf8');
    await writeFile(entry(), mine.replace(/Process=\d+/u, `Process=${process.ppid}`));
    expect(await registerLinks(program, { env, platform: 'linux' })).toEqual({
      outcome: 'taken',
      by: entry(),
    });

    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(entry(), mine.replace(/Process=\d+/u, `Process=${dead}`));
    await (await registered()).remove();
    expect([existsSync(entry()), handler()]).toEqual([false, '']);
  });

  it('is not taken away from the one that came after', async () => {
    const registration = await registered();
    const mine = await readFile(entry(), 'utf8');
    await writeFile(entry(), mine.replace(/Process=\d+/u, `Process=${process.ppid}`));
    await registration.remove();
    expect(handler()).toBe('latchkey-npm-start.desktop');
  });

  it('starts the command with the link, as one argument, by way of xdg-open', async () => {
    const seen = join(home, 'seen');
    const script = join(home, 'open.sh');
    await writeFile(script, `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\n`, { mode: 0o755 });
    await registered([script, '--data-folder', home]);
    const link = 'latchkey://activate?server=https%3A%2F%2Fexample.org&token=a-b_c';
    // It asks the desktop's handlers only where there is a display.
    execFileSync('xdg-open', [link], { env: { ...env, DISPLAY: ':0' } });
    await expect.poll(() => existsSync(seen)).toBe(true);
    await expect.poll(() => readFile(seen, 'utf8')).toBe(`--data-folder\n${home}\n${link}\n`);
  });

  it('quotes what is not plain, as the Desktop Entry Specification has it', async () => {
    await registered(['/opt/My App/run', '100%', 'a"b', 'c$d']);
    expect(await readFile(entry(), 'utf8')).toContain(
      String.raw`Exec="/opt/My App/run" 100%% "a\\"b" "c\\$d" %u`,
    );
  });

  it('is not known here on other systems', async () => {
    expect(await registerLinks(program, { env, platform: 'darwin' })).toEqual({ outcome: 'unsupported' });
  });
});

describe('opening set-up links', () => {
  const file = 'app.latchkey.Latchkey.SetUpLinks.desktop';

  it('is for both schemes once the person says so, in place of another program, until they take it back', async () => {
    const other =
      '[Desktop Entry]\nType=Application\nName=Other\nExec=true %u\nMimeType=x-scheme-handler/otpauth;\n';
    await writeFile(join(home, 'system/applications/other.desktop'), other);
    execFileSync('xdg-mime', ['default', 'other.desktop', 'x-scheme-handler/otpauth'], { env });
    const out = join(home, 'opened');
    const script = join(home, 'open.sh');
    await writeFile(script, `#!/bin/sh\nprintf '%s' "$1" > '${out}'\n`, { mode: 0o755 });
    const links = createDesktopLinkHandler([script], env, 'linux');
    expect(links.isSupported).toBe(true);
    expect(handler('otpauth')).toBe('other.desktop');

    await links.set(true);
    expect([handler('otpauth'), handler('otpauth-migration')]).toEqual([file, file]);
    const link = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQ&issuer=Example';
    execFileSync('xdg-open', [link], { env: { ...env, DISPLAY: ':0' } });
    await expect.poll(() => readFile(out, 'utf8').catch(() => '')).toBe(link);

    // Another Latchkey of this person, with no memory of the first.
    await createDesktopLinkHandler(['true'], env, 'linux').set(false);
    expect(handler('otpauth-migration')).toBe('');
    expect(handler('otpauth')).not.toBe(file);
  });

  it('ends with the process where the command is of no use without it', async () => {
    const links = createDesktopLinkHandler(['true'], env, 'linux');
    await links.set(true);
    await links.close();
    expect(handler('otpauth')).toBe('');
  });

  it('is not offered where the desktop has no way to say so', () => {
    expect(createDesktopLinkHandler(['true'], { ...env, PATH: home }, 'linux').isSupported).toBe(false);
    expect(createDesktopLinkHandler(['true'], env, 'darwin').isSupported).toBe(false);
  });
});
