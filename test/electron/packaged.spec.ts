/** The rows that hold for the packaged application only: packed here, around the runtime that is installed. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { refuseOldElectron } from '../../resources/electron-age.ts';
import { environment, exitOf, expect, root, test } from './rig.ts';

const run = promisify(execFile);
let packed = '';
let executable = '';

test.beforeAll(async () => {
  packed = await mkdtemp(join(tmpdir(), 'latchkey-packed-'));
  await run(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--config',
      'electron-builder.yml',
      '--dir',
      `--config.electronDist=${join(root, 'node_modules/electron/dist')}`,
      `--config.directories.output=${packed}`,
    ],
    { cwd: root },
  );
  executable = join(packed, places[process.platform] ?? 'linux-unpacked/latchkey-desktop');
});
test.afterAll(() => rm(packed, { recursive: true, force: true }));

const places: Partial<Record<NodeJS.Platform, string>> = {
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/Latchkey.app/Contents/MacOS/Latchkey`,
  win32: 'win-unpacked/Latchkey.exe',
};

/** Starts the packaged Latchkey, and waits until it has claimed its folder: whatever it takes, it has taken then. */
async function startPacked(
  folder: string,
  parameters: string[] = [],
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; output: () => string; end: () => Promise<unknown> }> {
  const child = spawn(executable, parameters, { env: { ...environment(folder), ...env } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await expect.poll(() => existsSync(join(folder, 'data/electron'))).toBe(true);
  const ended = exitOf(child);
  const end = () => {
    child.kill();
    return ended;
  };
  return { child, output: () => output, end };
}

test('row 8: every fuse is flipped', async () => {
  const wire = await getCurrentFuseWire(executable);
  const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
  expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
  expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
  expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
  expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
});

test('row 8: it is no Node for whoever sets variables', async ({ folder }) => {
  const marker = join(folder, 'ran');
  const script = join(folder, 'script.cjs');
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
  const variables = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` };
  const { end } = await startPacked(folder, [script], variables);
  await end();
  expect(existsSync(marker)).toBe(false);
});

test('row 13: nobody attaches a debugger', async ({ folder }) => {
  const port = await freePort();
  const { output, end } = await startPacked(folder, [`--remote-debugging-port=${port}`, '--inspect']);
  const answer = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null);
  await end();
  expect(answer).toBeNull();
  expect(output()).not.toContain('Debugger listening');
});

test('row 13: it writes no core dumps', async ({ folder }) => {
  test.skip(process.platform !== 'linux', 'Linux alone tells a limit');
  const { child, end } = await startPacked(folder);
  const limits = () => readFile(`/proc/${child.pid}/limits`, 'utf8');
  await expect.poll(limits).toMatch(/Max core file size\s+0\s+0/);
  await end();
});

test('row 14: its Electron still gets fixes', () => {
  expect(() => refuseOldElectron(electronPackage.version, new Date())).not.toThrow();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
