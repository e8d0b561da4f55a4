/**
 * The package for Debian and Ubuntu: everything but Electron, built as `npm run package` does, read by Debian's
 * own programs, and installed into a system that is thrown away.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { createPerson, type Person } from '../cli/rig/command.ts';
import { inThrowawaySystem } from '../../rig/chroot.ts';
import { packWithFpm } from '../../rig/pack.ts';
import { newestAppArmor } from '../../rig/newest-apparmor.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
let folder = '';
let deb = '';
let files: { mode: string; path: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-deb-'));
  deb = await packWithFpm('deb', folder);
  const { stdout } = await run('dpkg-deb', ['--contents', deb], { maxBuffer: 1 << 26 });
  files = stdout
    .trim()
    .split('\n')
    .map((line) => ({ mode: line.slice(0, 10), path: /\s\.(\/.*)$/u.exec(line)?.[1] ?? '' }));
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A file of the package, as text. */
async function fileOf(path: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', `dpkg-deb --fsys-tarfile "$0" | tar -xO ".$1"`, deb, path]);
  return stdout;
}

describe('the .deb', () => {
  it('is named, described and dependent as a Debian package is', async () => {
    const { stdout } = await run('dpkg-deb', ['--field', deb]);
    expect(stdout).toMatch(/^Package: latchkey$/mu);
    expect(stdout).toContain(`\nVersion: ${packageJson.version}\n`);
    expect(stdout).toMatch(/^Depends: libc6 \(>= 2\.28\), .*\blibnss3\b/mu);
    expect(stdout).toMatch(
      /^Recommends: gnome-keyring \| kwalletmanager \| keepassxc, wl-clipboard \| xclip$/mu,
    );
    expect(stdout).toMatch(/^Description: Authenticator that reads set-up codes off the screen\n .+/mu);
  });

  it('brings the list of what it is made of', async () => {
    const bill = await fileOf('/opt/Latchkey/resources/latchkey.cdx.json');
    expect(JSON.parse(bill)).toMatchObject({ bomFormat: 'CycloneDX' });
  });

  it('satisfies lintian: no error, and no override that is not needed', { timeout: 600_000 }, async () => {
    const { stdout } = await run('lintian', ['--fail-on', 'none', '--no-tag-display-limit', deb]);
    const complaints = stdout.split('\n').filter((line) => /^(?:E:|[A-Z]:.*unused-override)/u.test(line));
    expect(complaints).toEqual([]);
  });

  it('has an entry for the desktop that names the application, its icon and its links', async () => {
    const text = await fileOf('/usr/share/applications/app.latchkey.Latchkey.desktop');
    const file = join(folder, 'app.latchkey.Latchkey.desktop');
    await writeFile(file, text);
    await run('desktop-file-validate', [file]);
    expect(text).toMatch(/^Exec=\/opt\/Latchkey\/latchkey-desktop %U$/mu);
    expect(text).toMatch(/^MimeType=x-scheme-handler\/latchkey;$/mu);
    const icon = /^Icon=(.*)$/mu.exec(text)?.[1];
    expect(files.map(({ path }) => path)).toContain(`/usr/share/icons/hicolor/256x256/apps/${icon}.png`);
  });

  it("tells GNOME's and KDE's search where to ask, with the application and the icon that it installs", async () => {
    const gnome = await fileOf(
      '/usr/share/gnome-shell/search-providers/app.latchkey.Latchkey.search-provider.ini',
    );
    const kde = await fileOf('/usr/share/krunner/dbusplugins/app.latchkey.Latchkey.krunner.desktop');
    const paths = files.map(({ path }) => path);
    expect(paths).toContain(`/usr/share/applications/${/^DesktopId=(.*)$/mu.exec(gnome)?.[1]}`);
    expect(paths).toContain(`/usr/share/icons/hicolor/256x256/apps/${/^Icon=(.*)$/mu.exec(kde)?.[1]}.png`);
  });

  it(
    'has a profile that lets Ubuntu 24.04 give the application its sandbox',
    { timeout: 600_000 },
    async () => {
      const profile = await fileOf('/opt/Latchkey/resources/apparmor-profile');
      expect(profile).toContain('"/opt/Latchkey/latchkey-desktop" flags=(unconfined)');
      expect(profile).toMatch(/^\s*userns,$/mu);
      const file = join(folder, 'apparmor-profile');
      await writeFile(file, profile);
      const parser = await newestAppArmor(folder);
      await parser(['--skip-kernel-load', '--skip-cache', file]);
      await writeFile(file, profile.replace('userns,', 'userns'));
      await expect(parser(['--skip-kernel-load', '--skip-cache', file])).rejects.toThrow('parser error');
    },
  );

  it('has the completions where each shell looks for them', async () => {
    const bash = await fileOf('/usr/share/bash-completion/completions/latchkey');
    expect(bash).toMatch(/^complete .*\blatchkey$/mu);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/usr/share/zsh/vendor-completions/_latchkey',
        '/usr/share/fish/vendor_completions.d/latchkey.fish',
      ]),
    );
  });

  it('gives nobody a way in: every file is root’s, and nobody else may write', () => {
    expect(
      files.filter(({ mode, path }) => !mode.startsWith('l') && /^.{5}w|^.{8}w|s/u.test(mode) && path),
    ).toEqual([]);
  });
});

describe('installed', () => {
  let person: Person;
  let seen: string;

  beforeAll(async () => {
    person = await createPerson(join(root, 'out/cli/latchkey.cjs'));
    await person.makeVault(
      { protection: 'passphrase', passphrase: 'seven quiet otters paint' },
      'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example',
    );
    const passphrase = join(folder, 'passphrase');
    await writeFile(passphrase, 'seven quiet otters paint\n');
    seen = await inThrowawaySystem(`
      export DEBIAN_FRONTEND=noninteractive HOME=/root LATCHKEY_DATA_DIR=${person.folder}
      install() { apt-get install -y -qq --no-install-recommends ${deb} > /tmp/apt.log; }
      install || { apt-get update -qq && install; } || { cat /tmp/apt.log; exit 1; }
      cd /
      unset PATH; export PATH=/usr/bin:/bin:/usr/sbin:/sbin
      say() { printf '%s: ' "$1"; shift; "$@" | head -1; }
      say command readlink -f /usr/bin/latchkey
      say application readlink -f /usr/bin/latchkey-desktop
      say version latchkey --version
      say code latchkey --passphrase-file ${passphrase} code example
      say manual man -w latchkey
      say handler xdg-mime query default x-scheme-handler/latchkey
      NODE_OPTIONS=--require=/nothing/there latchkey --version > /dev/null && echo 'closed: yes'
      latchkey -e 'console.log("open")' 2>&1 | grep -q '^open' && echo 'runs scripts' || echo 'scripts: none'
      apt-get remove -y -qq latchkey > /dev/null
      ls -d /opt/Latchkey /usr/bin/latchkey* /usr/share/applications/app.latchkey* 2> /dev/null || echo 'left: nothing'
    `);
  }, 600_000);

  afterAll(() => person.leave());

  it('the command stands for the terminal, the application for the desktop', () => {
    expect(seen).toContain('command: /opt/Latchkey/resources/app.asar.unpacked/out/cli/latchkey\n');
    expect(seen).toContain('application: /opt/Latchkey/latchkey-desktop\n');
  });

  it('the command opens a vault and makes a code, with nothing else on the system', () => {
    expect(seen).toContain(`version: ${packageJson.version}\n`);
    expect(seen).toMatch(/^code: \d{6}$/mu);
  });

  it('the command runs no other code: no NODE_OPTIONS, no script', () => {
    expect(seen).toContain('closed: yes\n');
    expect(seen).toContain('scripts: none\n');
  });

  it('man and the desktop find it', () => {
    expect(seen).toContain('manual: /usr/share/man/man1/latchkey.1.gz\n');
    expect(seen).toContain('handler: app.latchkey.Latchkey.desktop\n');
  });

  it('goes without leaving anything behind', () => {
    expect(seen).toContain('left: nothing\n');
  });
});
