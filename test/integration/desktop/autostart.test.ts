import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAutostart } from '../../../src/adapters/autostart/autostart-file.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'latchkey-autostart-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const inHome = () => createAutostart(['/opt/Latch key/latchkey', '--at-login'], { HOME: home });
const path = () => join(home, '.config/autostart/app.latchkey.Latchkey.desktop');

describe('the autostart file', () => {
  it('is written and removed, and says whether it is there', () => {
    const autostart = inHome();
    expect(autostart.isOn()).toBe(false);
    autostart.set(false);
    autostart.set(true);
    expect(autostart.isOn()).toBe(true);
    autostart.set(false);
    expect(autostart.isOn()).toBe(false);
    expect(existsSync(path())).toBe(false);
  });

  it('is an entry that desktops take', async () => {
    inHome().set(true);
    expect(await readFile(path(), 'utf8')).toContain('\nExec="/opt/Latch key/latchkey" --at-login\n');
    await promisify(execFile)('desktop-file-validate', [path()]);
  });

  it('is in XDG_CONFIG_HOME, unless that is a relative path', () => {
    createAutostart(['latchkey'], { HOME: home, XDG_CONFIG_HOME: join(home, 'other') }).set(true);
    expect(existsSync(join(home, 'other/autostart/app.latchkey.Latchkey.desktop'))).toBe(true);
    createAutostart(['latchkey'], { HOME: home, XDG_CONFIG_HOME: 'other' }).set(true);
    expect(existsSync(path())).toBe(true);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    "is off where the desktop's settings wrote %s",
    async (line) => {
      const autostart = inHome();
      autostart.set(true);
      await writeFile(path(), `${await readFile(path(), 'utf8')}${line}\n`);
      expect(autostart.isOn()).toBe(false);
    },
  );

  it('tells of a folder that cannot be made', async () => {
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config/autostart'), '');
    expect(() => inHome().set(true)).toThrow('EEXIST');
  });
});
