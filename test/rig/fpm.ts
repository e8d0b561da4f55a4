/**
 * Stands in for `fpm`, which electron-builder downloads and calls for each package of Linux: lays the files where
 * it is told and builds the package with Debian's own `dpkg-deb`, or with `rpmbuild` as fpm does. It knows the options
 * that electron-builder and `electron-builder.yml` give, and refuses any other.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
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
    'rpm-os': text,
    'rpm-summary': text,
    'rpm-compression': text,
    'rpm-tag': { ...text, multiple: true },
    'rpm-rpmbuild-define': { ...text, multiple: true },
    directories: { ...text, multiple: true },
  },
});
const builders = { deb: buildDeb, rpm: buildRpm };
const build = values.t === 'deb' || values.t === 'rpm' ? builders[values.t] : undefined;
if (values.s !== 'dir' || build === undefined)
  throw new Error(`no stand-in for a ${values.t} of a ${values.s}`);

const tree = mkdtempSync(join(tmpdir(), 'latchkey-package-'));
for (const mapping of positionals) {
  const [from = '', to = ''] = mapping.split('=');
  const target = join(tree, to);
  mkdirSync(dirname(target), { recursive: true });
  execFileSync('cp', ['-a', '--no-target-directory', from, target]);
}
build();
// rpmbuild takes away what it packed.
rmSync(tree, { recursive: true, force: true });

function buildDeb(): void {
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
}

/** Where the files are, and what goes into the package of them. */
function buildRpm(): void {
  const top = mkdtempSync(join(tmpdir(), 'latchkey-rpmbuild-'));
  const quoted = (path: string) => `"${path.slice(tree.length)}"`;
  const found = (kind: string, below: string) =>
    execFileSync('find', [join(tree, below), ...kind.split(' ')], { encoding: 'utf8', maxBuffer: 1 << 26 })
      .trim()
      .split('\n')
      .map(quoted);
  const script = (path: string | undefined) => (path === undefined ? '' : readFileSync(path, 'utf8'));
  // As fpm writes it: folders belong to nobody but where that is asked for.
  const spec = [
    ...(values['rpm-rpmbuild-define'] ?? []).map((define) => `%define ${define}`),
    '%define __os_install_post %{nil}',
    '%define debug_package %{nil}',
    'AutoReqProv: no',
    `Name: ${values.name}`,
    `Version: ${values.version}`,
    'Release: 1',
    `Summary: ${values['rpm-summary']}`,
    `License: ${values.license}`,
    `Vendor: ${values.vendor}`,
    `URL: ${values.url}`,
    `Packager: ${values.maintainer}`,
    ...(values.d ?? []).map((one) => `Requires: ${one}`),
    ...(values['rpm-tag'] ?? []),
    '%description',
    values.description,
    '%post',
    script(values['after-install']),
    '%postun',
    script(values['after-remove']),
    '%files',
    '%defattr(-,root,root,-)',
    ...(values.directories ?? []).flatMap((one) => found('-type d', one).map((path) => `%dir ${path}`)),
    ...found('! -type d', ''),
  ];
  const path = join(top, 'latchkey.spec');
  writeFileSync(path, `${spec.join('\n')}\n`);
  const target = `${values.architecture === 'amd64' ? 'x86_64' : values.architecture}-unknown-${values['rpm-os']}`;
  const rooted = ['--define', `_topdir ${top}`, '--buildroot', tree, '--target', target];
  execFileSync('rpmbuild', ['-bb', '--quiet', ...rooted, '--define', '_binary_payload w1.gzdio', path], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [built = ''] = execFileSync('find', [join(top, 'RPMS'), '-name', '*.rpm'], {
    encoding: 'utf8',
  }).split('\n');
  copyFileSync(built, values.package ?? '');
  rmSync(top, { recursive: true });
}

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
