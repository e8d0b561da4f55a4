/** What the installer for Windows does beside electron-builder's own steps, compiled by NSIS itself. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const include = join(import.meta.dirname, '../../../resources/installer.nsh');

it('the installer’s own steps compile without a warning, and stand where electron-builder looks for them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-nsis-'));
  const script = join(folder, 'installer.nsi');
  await writeFile(
    script,
    [
      'Unicode true',
      'Name Latchkey',
      `OutFile ${folder}/latchkey-installer-try.exe`,
      'InstallDir "$LOCALAPPDATA\\Programs\\Latchkey"',
      '!include LogicLib.nsh',
      '!include WinMessages.nsh',
      `!include ${include}`,
      'Section install',
      '!insertmacro customInstall',
      'WriteUninstaller "$INSTDIR\\uninstall.exe"',
      'SectionEnd',
      'Section un.install',
      '!insertmacro customUnInstall',
      'SectionEnd',
      '',
    ].join('\n'),
  );
  const { stdout } = await promisify(execFile)('makensis', ['-WX', '-V4', script]);
  expect(stdout).toContain(
    "FileWrite: $$key.SetValue('Path', (($$others + $$folder) -join ';'), 'ExpandString')",
  );
  const templates = join(import.meta.dirname, '../../../node_modules/app-builder-lib/templates/nsis');
  expect(await readFile(join(templates, 'installSection.nsh'), 'utf8')).toContain(
    '!insertmacro customInstall',
  );
  expect(await readFile(join(templates, 'uninstaller.nsh'), 'utf8')).toContain(
    '!insertmacro customUnInstall',
  );
  await rm(folder, { recursive: true });
});
