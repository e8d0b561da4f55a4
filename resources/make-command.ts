/**
 * Makes the command of the packages: `node resources/make-command.ts`, after the build. Embeds a small script into
 * Node's binary (Node's documentation, "Single executable applications"), since the packaged Electron runs no
 * scripts (`fuses.ts`). Lays its manual page, its completions and the link under which Linux finds it beside the build.
 *
 * - `out/cli/latchkey` (`latchkey.exe` on Windows)
 * - `out/share/`: what goes to `/usr` on Linux, in folders of the same names
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { packagedNode24 } from '../src/bootstrap/node-24.mjs';

const root = join(import.meta.dirname, '..');
/** Where the packages of Linux have it. */
const installed = '/opt/Latchkey/resources/app.asar.unpacked/out/cli/latchkey';

const command = join(root, 'out/cli', process.platform === 'win32' ? 'latchkey.exe' : 'latchkey');
// A system's own Node may consist of several libraries; the package's is one file that runs everywhere.
embed(packagedNode24(root) ?? process.execPath);
refuseOpenCommand();
if (process.platform === 'linux') layFilesOfLinux();

function embed(node: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-command-'));
  const settings = {
    main: join(import.meta.dirname, 'command-entry.cjs'),
    output: join(folder, 'blob'),
    disableExperimentalSEAWarning: true,
    // Neither NODE_OPTIONS nor an argument loads other code into a program that may ask the keychain.
    execArgvExtension: 'none',
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  execFileSync(node, ['--experimental-sea-config', join(folder, 'settings.json')], { stdio: 'pipe' });
  rmSync(command, { force: true });
  copyFileSync(node, command);
  chmodSync(command, 0o755);
  const injection = [
    join(root, 'node_modules/postject/dist/cli.js'),
    command,
    'NODE_SEA_BLOB',
    settings.output,
    // The mark that Node's documentation gives.
    '--sentinel-fuse',
    'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
    ...(process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : []),
  ];
  execFileSync(process.execPath, injection, { stdio: 'pipe' });
  rmSync(folder, { recursive: true });
}

/** @throws where Node is too old to close the command: it would load what NODE_OPTIONS names */
function refuseOpenCommand(): void {
  const env = { ...process.env, NODE_OPTIONS: '--require=/nothing/there' };
  const { status } = spawnSync(command, ['--version'], { env });
  if (status !== 0) throw new Error('This Node heeds NODE_OPTIONS in its copies: package with a newer Node.');
}

function layFilesOfLinux(): void {
  const share = join(root, 'out/share');
  rmSync(share, { recursive: true, force: true });
  const lay = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(share, path)), { recursive: true });
    writeFileSync(join(share, path), content);
  };
  // In English, whatever language the person who packages has chosen.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', LATCHKEY_DATA_DIR: join(share, 'none') };
  const print = (...words: string[]) => execFileSync(command, words, { encoding: 'utf8', env });
  lay('share/man/man1/latchkey.1.gz', gzipSync(print('manual'), { level: 9 }));
  lay('share/bash-completion/completions/latchkey', print('completion', 'bash'));
  lay('share/zsh/vendor-completions/_latchkey', print('completion', 'zsh'));
  lay('share/fish/vendor_completions.d/latchkey.fish', print('completion', 'fish'));
  mkdirSync(join(share, 'bin'));
  symlinkSync(installed, join(share, 'bin/latchkey'));
}
