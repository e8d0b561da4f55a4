import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Written } from '../core/transfer/format.ts';

/** Writes one file to a path, or a set into the folder of that path, for their owner alone. Returns their paths. */
export async function writeOut(out: string, files: Written['files']): Promise<string[]> {
  const [only] = files;
  if (only !== undefined && !only.isOfSet) {
    await writeFile(out, only.bytes, { mode: 0o600 });
    return [out];
  }
  await mkdir(out, { recursive: true, mode: 0o700 });
  return Promise.all(
    files.map(async ({ name, bytes }) => {
      await writeFile(join(out, name), bytes, { mode: 0o600 });
      return join(out, name);
    }),
  );
}
