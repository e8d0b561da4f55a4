/**
 * Stands in for `fpm`, which electron-builder downloads and calls for each package of Linux: lays the files where
 * it is told and builds the package with Debian's own `dpkg-deb`. It knows the options that electron-builder and
 * `electron-builder.yml` give, and refuses any other.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: 's' },
    t: { ...text, short: 't' },
    d: { ...text, short: 'd', multiple: true },
    force: { type: 'boolean' },
    name: text,
    version: text,
    architecture: text,
    maintainer: text,
    vendor: text,
    url: text,
    license: text,
    description: text,
    category: text,
    package: text,
    'after-install': text,
    'after-remove': text,
    'deb-priority': text,
    'deb-compression': text,
    'deb-recommends': { ...text, multiple: true },
  },
});
if (values.s !== 'dir' || values.t !== 'deb')
  throw new Error(`no stand-in for a ${values.t} of a ${values.s}`);

const tree = mkdtempSync(join(tmpdir(), 'latchkey-deb-'));
for (const mapping of positionals) {
  const [from = '', to = ''] = mapping.split('=');
  const target = join(tree, to);
  mkdirSync(dirname(target), { recursive: true });
  execFileSync('cp', ['-a', '--no-target-directory', from, target]);
}
mkdirSync(join(tree, 'DEBIAN'));
const changes = join(tree, `usr/share/doc/${values.name}/changelog.gz`);
mkdirSync(dirname(changes), { recursive: true });
writeFileSync(changes, gzipSync(changelog(), { level: 9 }));
// As fpm writes them: the first line of the description is the short one.
const control = {
  Package: values.name,
  Version: values.version,
  License: values.license,
  Vendor: values.vendor,
  Architecture: values.architecture,
  Maintainer: values.maintainer,
  'Installed-Size': Math.ceil(sizeOf(tree) / 1024),
  Depends: values.d?.join(', '),
  Recommends: values['deb-recommends']?.join(', '),
  Section: values.category ?? 'default',
  Priority: values['deb-priority'],
  Homepage: values.url,
  Description: values.description,
};
const fields = Object.entries(control).filter(([, value]) => value !== undefined);
writeFileSync(join(tree, 'DEBIAN/control'), fields.map(([name, value]) => `${name}: ${value}\n`).join(''));
for (const [script, path] of [
  ['postinst', values['after-install']],
  ['postrm', values['after-remove']],
] as const) {
  if (path === undefined) continue;
  copyFileSync(path, join(tree, 'DEBIAN', script));
  chmodSync(join(tree, 'DEBIAN', script), 0o755);
}
execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', tree, values.package ?? '']);
rmSync(tree, { recursive: true });

/** As fpm writes it where it is given none. */
function changelog(): string {
  return [
    `${values.name} (${values.version}) whatever; urgency=medium`,
    '',
    '  * Package created with FPM.',
    '',
    ` -- ${values.maintainer}  ${new Date().toUTCString().replace('GMT', '+0000')}`,
    '',
  ].join('\n');
}

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory()) return stats?.size ?? 0;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
