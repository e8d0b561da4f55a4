import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * AppArmor's parser of the newest Debian, which knows the rules that Ubuntu 24.04 has (the older ones do not know
 * `userns`). Fetched with apt into a folder, with the C library that it needs; nothing is installed.
 *
 * @returns runs the parser; rejects with what it says
 */
export async function newestAppArmor(folder: string): Promise<(args: string[]) => Promise<unknown>> {
  const place = join(folder, 'newest-debian');
  const tree = join(place, 'tree');
  await mkdir(join(place, 'lists/partial'), { recursive: true });
  await mkdir(tree);
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  await writeFile(
    join(place, 'sources'),
    `deb [signed-by=${keyring}] http://deb.debian.org/debian stable main\n`,
  );
  const apt = [
    `Dir::Etc::SourceList=${place}/sources`,
    'Dir::Etc::SourceParts=-',
    `Dir::State::Lists=${place}/lists`,
    `Dir::Cache=${place}`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
  ].flatMap((option) => ['-o', option]);
  await run('apt-get', [...apt, 'update', '-qq']);
  await run('apt-get', [...apt, 'download', '-qq', 'apparmor', 'libc6', 'libstdc++6', 'libgcc-s1'], {
    cwd: place,
  });
  for (const name of await readdir(place)) {
    if (name.endsWith('.deb')) await run('dpkg-deb', ['--extract', join(place, name), tree]);
  }
  const libraries = join(tree, 'usr/lib/x86_64-linux-gnu');
  const parser = join(tree, 'usr/sbin/apparmor_parser');
  return (args) =>
    run(join(libraries, 'ld-linux-x86-64.so.2'), [
      '--library-path',
      libraries,
      parser,
      '--base',
      join(tree, 'etc/apparmor.d'),
      ...args,
    ]);
}
