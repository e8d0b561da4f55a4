import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** A command that failed. */
const printedSchema = z.object({ stdout: z.string() });

/**
 * Runs a shell script as root in a copy of this system that is thrown away: an overlay in a mount namespace of its
 * own. What the script writes, installs or removes stays there. Ends at the first command that fails.
 *
 * @returns what the script printed, errors too
 * @throws if a command fails, with what was printed
 */
export async function inThrowawaySystem(script: string): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'latchkey-chroot-'));
  await mkdir(join(place, 'layer'));
  const path = join(place, 'script');
  await writeFile(path, `set -eu\nexec 2>&1\n${script}`);
  const enter = [
    `mount -t tmpfs layer ${place}/layer`,
    `cd ${place}/layer`,
    'mkdir upper work root',
    'mount -t overlay system -o lowerdir=/,upperdir=upper,workdir=work root',
    'mount -t proc proc root/proc',
    'mount --rbind /dev root/dev',
    `exec chroot root sh ${path}`,
  ];
  try {
    const { stdout } = await promisify(execFile)('unshare', ['--mount', 'sh', '-c', enter.join(' && ')]);
    return stdout;
  } catch (error) {
    const printed = printedSchema.safeParse(error).data?.stdout ?? '';
    throw new Error(`failed in the throwaway system:\n${printed}`, { cause: error });
  } finally {
    await rm(place, { recursive: true });
  }
}
