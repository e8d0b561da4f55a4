import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('a script written from docs/sync.md alone opens the items with a recovery kit, of both epochs', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/sync.md'), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-sync-'));
  try {
    const path = join(folder, 'vectors.json');
    await writeFile(path, /```json\n([^`]+)```/u.exec(page)?.[1] ?? '');
    const script = join(import.meta.dirname, 'independent-reader.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, path]);
    const records = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const secrets = Buffer.from('12345678901234567890').toString('hex');
    expect(records).toMatchObject([
      { kind: 64, lamport: 1 },
      { kind: 2, issuer: 'RFC 6238', secrets },
      { kind: 64, lamport: 1 },
      { kind: 2, issuer: 'After the removal', secrets },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
