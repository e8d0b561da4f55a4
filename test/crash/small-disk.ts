import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * What runs `args` with this Node while `folder` is a file system of its own, in a mount namespace that nobody else
 * sees and that ends with the process: a small one in memory (`kilobytes`), or the folder as it is, to be read only.
 * Root needs no user namespace; others do, and where the system has none of either this is null.
 */
export function onDisk(
  folder: string,
  disk: { kilobytes: number } | 'readOnly',
  args: readonly string[],
): { command: string; args: string[] } | null {
  const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--user', '--map-root-user'];
  if (spawnSync('unshare', [...namespace, 'true']).status !== 0) return null;
  const mount =
    disk === 'readOnly'
      ? 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"'
      : `mount -t tmpfs -o size=${disk.kilobytes}k tmpfs "$0"`;
  const script = `${mount} && exec "$@"`;
  return { command: 'unshare', args: [...namespace, 'sh', '-c', script, folder, process.execPath, ...args] };
}
