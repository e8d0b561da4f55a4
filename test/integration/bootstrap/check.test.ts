import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../../src/bootstrap/checks.ts';

const root = join(import.meta.dirname, '../../..');

/** A copy of the project, for what must not be in it. */
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'latchkey-planted-'));
  for (const part of [
    'src',
    'test',
    'resources',
    'package.json',
    'tsconfig.json',
    '.dependency-cruiser.mjs',
  ]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs one check of `npm run check` in the copy. */
function run(name: keyof typeof checks): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, checks[name], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

function plant(path: string, text: string): void {
  writeFileSync(join(copy, path), text);
}

describe('npm run check', () => {
  test('refuses circles and imports against the table, those of types alone too', () => {
    plant('src/core/circle-a.ts', "import { b } from './circle-b.ts';\nexport const a = (): unknown => b;\n");
    plant('src/core/circle-b.ts', "import { a } from './circle-a.ts';\nexport const b = (): unknown => a;\n");
    plant('src/core/types-a.ts', "import type { B } from './types-b.ts';\nexport type A = { b: B };\n");
    plant('src/core/types-b.ts', "import type { A } from './types-a.ts';\nexport type B = { a: A };\n");
    plant(
      'src/core/upwards.ts',
      "import { appContract } from '../contract/app.ts';\nexport { appContract };\n",
    );
    plant(
      'src/renderer/sideways.ts',
      "import type { Ports } from '../app/ports.ts';\nexport type P = Ports;\n",
    );
    const { status, said } = run('import table');
    expect(status).not.toBe(0);
    expect(said).toMatch(/no-circles: src\/core\/circle-a\.ts/);
    expect(said).toMatch(/no-circles: src\/core\/types-a\.ts/);
    expect(said).toMatch(/core-imports: src\/core\/upwards\.ts/);
    expect(said).toMatch(/renderer-imports: src\/renderer\/sideways\.ts/);
    expect(said).not.toMatch(/missing-tsc-transpiler/);
  });

  test('refuses an export that nothing uses', () => {
    plant('src/core/otp/unused.ts', 'export const nobodyNeedsThis = 1;\n');
    plant(
      'src/core/text-length.ts',
      `${readFileSync(join(root, 'src/core/text-length.ts'), 'utf8')}\nexport const nobodyNeedsThat = 1;\n`,
    );
    const { status, said } = run('unused code');
    expect(status).not.toBe(0);
    expect(said).toMatch(/src\/core\/otp\/unused\.ts/);
    expect(said).toMatch(/nobodyNeedsThat/);
  });
});
