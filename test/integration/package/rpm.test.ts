/**
 * The package for Fedora and openSUSE: everything but Electron, built as `npm run package` does, read by rpm's own
 * programs, and installed into a system that is thrown away. What both packages have in common, `deb.test.ts` tests.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { inThrowawaySystem } from '../../rig/chroot.ts';
import { packWithFpm } from '../../rig/pack.ts';

const run = promisify(execFile);
let folder = '';
let rpm = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-rpm-'));
  rpm = await packWithFpm('rpm', folder);
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What rpm says of the package, by lines. */
async function asked(...questions: string[]): Promise<string[]> {
  const { stdout } = await run('rpm', ['--query', '--package', ...questions, rpm], { maxBuffer: 1 << 26 });
  return stdout.trim().split('\n');
}

it('is named and described', async () => {
  const tags = ['NAME', 'VERSION', 'ARCH', 'SUMMARY', 'VENDOR'].map((tag) => `%{${tag}}\\n`).join('');
  expect(await asked('--queryformat', tags)).toEqual([
    'latchkey',
    packageJson.version,
    'x86_64',
    'Authenticator that reads set-up codes off the screen',
    'Latchkey contributors',
  ]);
});

it('needs libraries by the names that each distribution gives them', async () => {
  const needed = (await asked('--requires')).filter((one) => !one.startsWith('rpmlib('));
  expect(needed).toEqual(expect.arrayContaining(['libnss3.so()(64bit)', 'libgtk-3.so.0()(64bit)']));
  // A package by its name would be missing in one of the two: NSS is `nss` here and `mozilla-nss` there.
  expect(needed.filter((one) => !/^(?:lib.*\.so.*\(64bit\)|xdg-utils|\/bin\/sh)$/u.test(one))).toEqual([]);
  expect(await asked('--recommends')).toContain('(wl-clipboard or xclip)');
});

it('has the manual and the completions where each shell looks for them', async () => {
  expect(await asked('--list')).toEqual(
    expect.arrayContaining([
      '/usr/share/man/man1/latchkey.1.gz',
      '/usr/share/bash-completion/completions/latchkey',
      '/usr/share/zsh/site-functions/_latchkey',
      '/usr/share/fish/vendor_completions.d/latchkey.fish',
      '/usr/share/applications/app.latchkey.Latchkey.desktop',
      '/usr/share/licenses/latchkey/LICENSE',
    ]),
  );
});

it('owns no folder but its own: other packages have files in those', async () => {
  const listed = await asked('--queryformat', '[%{FILEMODES:perms} %{FILENAMES}\\n]');
  const folders = listed.filter((line) => line.startsWith('d')).map((line) => line.replace(/^\S+ /u, ''));
  expect(folders).toContain('/opt/Latchkey');
  expect(folders.filter((path) => !path.startsWith('/opt/Latchkey'))).toEqual([]);
});

it(
  'installs the command and the application, and goes without leaving anything',
  { timeout: 600_000 },
  async () => {
    // Debian has the libraries, and rpm's database knows none of them.
    const seen = await inThrowawaySystem(`
    export HOME=/root
    rpm --install --nodeps --force-debian ${rpm}
    cd /
    export PATH=/usr/bin:/bin:/usr/sbin:/sbin
    say() { printf '%s: ' "$1"; shift; "$@" | head -1; }
    say command readlink -f /usr/bin/latchkey
    say application readlink -f /usr/bin/latchkey-desktop
    say version latchkey --version
    rpm --erase --nodeps --force-debian latchkey
    ls -d /opt/Latchkey /usr/bin/latchkey* /usr/share/applications/app.latchkey* 2> /dev/null || echo 'left: nothing'
  `);
    expect(seen).toContain('command: /opt/Latchkey/resources/app.asar.unpacked/out/cli/latchkey\n');
    expect(seen).toContain('application: /opt/Latchkey/latchkey-desktop\n');
    expect(seen).toContain(`version: ${packageJson.version}\n`);
    expect(seen).toContain('left: nothing\n');
  },
);
