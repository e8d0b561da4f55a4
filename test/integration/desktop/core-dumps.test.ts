import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a crash writes no memory into a file', async () => {
  // In a process of its own: the limit cannot be raised again.
  const child = fork(join(import.meta.dirname, 'without-core-dumps.ts'), { execArgv: [] });
  try {
    await new Promise((resolve) => void child.once('message', resolve));
    const limits = await readFile(`/proc/${child.pid}/limits`, 'utf8');
    expect(limits).toMatch(/Max core file size\s+0\s+0\s/);
  } finally {
    child.kill();
  }
});
