/**
 * An Electron that is there and does not start: stand-ins that end as the real one does. The messages are
 * Chromium's own (content/browser/zygote_host, sandbox/linux/suid, ui/ozone) and those of the real loader.
 */
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronArguments, startElectron, type ElectronEnd } from '../../../src/bootstrap/electron-start.ts';
import { windowShown } from '../../../src/contract/host-process.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-electron-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Starts a stand-in for Electron. */
async function start(program: string | Buffer, mode = 0o755) {
  const path = join(folder, 'electron');
  await writeFile(path, program, { mode });
  return startElectron({ path, args: [folder], cwd: folder, env: process.env });
}

async function endOf(program: string | Buffer, mode?: number): Promise<ElectronEnd> {
  return (await start(program, mode)).end;
}

function shell(...lines: string[]): string {
  return ['#!/bin/sh', ...lines, ''].join('\n');
}

function node(script: string): string {
  return `#!${process.execPath}\n${script}\n`;
}

describe('an Electron that cannot start', () => {
  it.each([
    {
      ending: 'TRAP',
      message:
        '[4711:1129/174455.102938:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:128] No usable ' +
        'sandbox! If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged ' +
        'user namespaces with AppArmor, see https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md.',
    },
    {
      ending: 'ABRT',
      message:
        '[4711:1129/174455.102938:FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc:166] The SUID sandbox ' +
        'helper binary was found, but is not configured correctly. Rather than run without sandboxing I am aborting now.',
    },
  ])('for want of its sandbox (SIG$ending) says so, and names the profile', async ({ ending, message }) => {
    const end = await endOf(shell(`echo '${message}' >&2`, `kill -${ending} $$`));
    expect(end).toEqual({
      outcome: 'failed',
      why: expect.stringMatching(
        /does not let Electron start its sandbox.*\.deb brings the AppArmor profile/,
      ),
    });
  });

  it('for want of libraries names each of them', async () => {
    // A real program that links them, asking for names that no system has.
    const program = await readFile('/usr/bin/xclip', 'latin1');
    const broken = program.replace('libX11.so.6', 'libX99.so.6').replace('libXmu.so.6', 'libXno.so.6');
    expect(await endOf(Buffer.from(broken, 'latin1'))).toEqual({
      outcome: 'failed',
      why: expect.stringMatching(/needs what this system does not have: libXno\.so\.6, libX99\.so\.6\./),
    });
  });

  it('for want of a display says so', async () => {
    const end = await endOf(
      shell(
        "echo '[4711:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:256] Missing X server or $DISPLAY' >&2",
        'exit 1',
      ),
    );
    expect(end).toEqual({ outcome: 'failed', why: 'Electron found no display for its window.' });
  });

  it('for another reason is named by how it ended', async () => {
    expect(await endOf(shell('kill -SEGV $$'))).toEqual({
      outcome: 'failed',
      why: expect.stringContaining('before it showed a window (SIGSEGV)'),
    });
    expect(await endOf(shell('exit 7'))).toEqual({
      outcome: 'failed',
      why: expect.stringContaining('before it showed a window (exit code 7)'),
    });
  });

  it('because it may not be run is a failed start, not an error', async () => {
    expect(await endOf(shell('exit 0'), 0o644)).toEqual({
      outcome: 'failed',
      why: expect.stringContaining('could not be started'),
    });
  });

  it('does not keep the person waiting for a child that holds its messages open', async () => {
    const script = shell('sleep 600 & echo $! > pid', "echo 'No usable sandbox!' >&2", 'kill -TRAP $$');
    const end = await endOf(script);
    process.kill(Number(await readFile(join(folder, 'pid'), 'utf8')));
    expect(end.outcome).toBe('failed');
  });
});

describe('an Electron that starts', () => {
  it('and breaks down later has ended, and is not started again elsewhere', async () => {
    const end = await endOf(
      node(
        `process.send('${windowShown}', () => { console.error('No usable sandbox!'); process.exit(5); });`,
      ),
    );
    expect(end).toEqual({ outcome: 'ended', code: 5 });
  });

  it('in a Latchkey that runs already hands over and ends well', async () => {
    expect(await endOf(shell('exit 0'))).toEqual({ outcome: 'ended', code: 0 });
  });

  it('and takes its time is waited for, until the person ends it', async () => {
    const { app, end } = await start(node(`process.send('busy'); setInterval(() => {}, 1000);`));
    const message = await new Promise((heard) => app.once('message', heard));
    expect(message).toBe('busy');
    app.kill('SIGINT');
    expect(await end).toEqual({ outcome: 'ended', code: 1 });
  });
});

it('Electron goes without its sandbox for root, and for nobody else', () => {
  expect(electronArguments('/latchkey', 0)).toEqual(['--no-sandbox', '/latchkey']);
  expect(electronArguments('/latchkey', 1000)).toEqual(['/latchkey']);
  expect(electronArguments('/latchkey', undefined)).toEqual(['/latchkey']);
});
