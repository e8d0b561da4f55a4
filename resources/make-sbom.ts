/**
 * Writes the software bill of materials of the packages (CycloneDX, JSON): `node resources/make-sbom.ts FILE`.
 * It names what ships and nothing else: each npm package of which a bundle holds a module, the packages of machine code
 * that `electron-builder.yml` lists, those that the window has letters, icons or styles of, Electron, and the Node that the
 * command is. What those two are made of, their own projects say.
 */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import sbom from 'rollup-plugin-sbom';
import { build, type InlineConfig } from 'vite';
import { z } from 'zod';
import electronVite from '../electron.vite.config.ts';
import { packagedNode24 } from '../src/bootstrap/node-24.mjs';
import cli from '../src/cli/vite.ts';

const root = join(import.meta.dirname, '..');
const bomSchema = z.looseObject({
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});
type Bom = z.infer<typeof bomSchema>;
/** The window has files of them, which are modules of no bundle. */
const assets = ['@fontsource-variable/inter', 'simple-icons', 'tailwindcss'];
const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });
const configSchema = z.record(z.string(), z.unknown());

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('say where the bill is to be written');
const own = packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const ownRef = `pkg:npm/${own.name}@${own.version}`;
const { main, renderer } = configSchema.parse(electronVite);
const bills = [
  await billOf({ ...configSchema.parse(main), ssr: { noExternal: true, external: ['electron'] } }, true),
  await billOf(configSchema.parse(renderer), false),
  await billOf(cli, true),
];
writeFileSync(file, `${JSON.stringify(merged(bills, besideTheBundles()), null, 2)}\n`);

/** The bill of one bundle, which is built once more and not written. */
async function billOf(config: InlineConfig, isForNode: boolean): Promise<Bom> {
  const built = await build({
    ...config,
    configFile: false,
    // The plugin looks for bundlers that are not there, and says so.
    logLevel: 'error',
    plugins: [
      ...(config.plugins ?? []),
      sbom({ includeWellKnown: false, saveTimestamp: false, specVersion: '1.6' }),
    ],
    build: { ...config.build, write: false, ...(isForNode && { ssr: true, target: 'node24' }) },
  });
  for (const result of [built].flat()) {
    const files = 'output' in result ? result.output : [];
    const bill = files.find(({ fileName }) => fileName === 'cyclonedx/bom.json');
    if (bill?.type === 'asset') return bomSchema.parse(JSON.parse(Buffer.from(bill.source).toString('utf8')));
  }
  throw new Error('a bundle has no bill');
}

/** What no bundle holds as a module. */
function besideTheBundles() {
  const lines = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('\n');
  const shipped = lines.map((line) => /^ {2}- (node_modules\/[\w@/-]+)\/\*\*$/u.exec(line)?.[1]);
  // A scope has its packages in folders of their own.
  const folders = shipped.flatMap((path) =>
    path === undefined ? [] : globSync(/\/@[\w-]+$/u.test(path) ? `${path}/*` : path, { cwd: root }),
  );
  const packages = [...folders, ...[...assets, 'electron'].map((name) => `node_modules/${name}`)].map(
    (folder) => packageSchema.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))),
  );
  return [
    ...packages.map(({ name, version, license }) => {
      const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
      return { type: 'library', name, version, 'bom-ref': purl, purl, licenses: [{ expression: license }] };
    }),
    node(),
  ];
}

function node() {
  const packaged = packagedNode24(root);
  const version =
    packaged === null
      ? process.versions.node
      : execFileSync(packaged, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const purl = `pkg:github/nodejs/node@v${version}`;
  return { type: 'platform', name: 'node', version, 'bom-ref': purl, purl };
}

/** One bill of all, each component once and in the order of its name. */
function merged(bills: readonly Bom[], others: ReturnType<typeof besideTheBundles>): object {
  const bundled = bills.flatMap(({ components }) => components);
  const refs = new Set(bundled.map((one) => one['bom-ref'].replace(/\?.*$/u, '')));
  const added = others.filter((one) => !refs.has(one['bom-ref']));
  const components = new Map([...bundled, ...added].map((one) => [one['bom-ref'], one]));
  const dependsOn = new Map([[ownRef, new Set(added.map((one) => one['bom-ref']))]]);
  for (const { ref, dependsOn: its } of bills.flatMap(({ dependencies }) => dependencies)) {
    dependsOn.set(ref, new Set([...(dependsOn.get(ref) ?? []), ...its]));
  }
  return {
    ...bills[0],
    components: [...components.values()].toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [...dependsOn].map(([ref, its]) => ({ ref, dependsOn: [...its].toSorted() })),
  };
}
