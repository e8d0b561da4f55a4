// How long a code takes in a terminal, from the start of the process to its end, with 1,000 entries behind the
// keychain; beside `pass otp` and `otpclient-cli`, where they are installed (Debian: pass-extension-otp, otpclient-cli).
import { spawn, spawnSync } from 'node:child_process';
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { encodeBase32 } from '../../src/core/otp/base32.ts';
import { buildCommand, createPerson, startTerminal } from '../integration/cli/rig/command.ts';
import { inTurns, report } from './parts/harness.ts';

const count = 1_000;
const rounds = 15;
const site = 'Site number 500';
const entries = Array.from({ length: count }, (_, at) => ({
  issuer: `Site number ${at}`,
  account: `person.${at}@example.org`,
  secret: encodeBase32(randomBytes(20)),
}));

const command = await buildCommand('bench');
const ann = await createPerson(command);
const launcher = join(import.meta.dirname, '../../src/bootstrap/latchkey.cjs');
await ann.makeVault({ protection: 'keychain' }, ...entries.map(addressOf));
const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-cli-'));
const env = { ...process.env, ...ann.env };

const pass = await preparePass();
const otpclient = await prepareOtpclient();
const times = await inTurns(
  {
    code: () => ended([process.execPath, command, 'code', site]),
    linked: () => ended([process.execPath, launcher, 'code', site]),
    help: () => ended([process.execPath, command, '--help']),
    node: () => ended([process.execPath, '--eval', '0']),
    ...(pass && { pass }),
    ...(otpclient && { otpclient }),
  },
  rounds,
);
if (pass) await ended(['gpgconf', '--kill', 'all'], { GNUPGHOME: join(folder, 'gnupg') });
await rm(folder, { recursive: true });
await ann.leave();

report('cli', {
  latchkey_code_1k_ms: times['code'] ?? null,
  latchkey_code_1k_linked_ms: times['linked'] ?? null,
  latchkey_help_ms: times['help'] ?? null,
  node_alone_ms: times['node'] ?? null,
  pass_otp_1k_ms: times['pass'] ?? null,
  otpclient_cli_1k_ms: times['otpclient'] ?? null,
});

function addressOf({ issuer, account, secret }: (typeof entries)[number]): string {
  const label = [issuer, account].map(encodeURIComponent).join(':');
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** Runs a program to its end, which has to be a success. */
async function ended(
  [program = '', ...args]: string[],
  more: Record<string, string> = {},
  input = '',
): Promise<void> {
  const child = spawn(program, args, { env: { ...env, ...more }, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined).end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
}

function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

/** `pass` keeps a file an entry, sealed for a key of its own without a passphrase. */
async function preparePass(): Promise<(() => Promise<void>) | null> {
  if (!isInstalled('pass') || !isInstalled('gpg')) return null;
  const where = { GNUPGHOME: join(folder, 'gnupg'), PASSWORD_STORE_DIR: join(folder, 'store') };
  await mkdir(where.GNUPGHOME, { mode: 0o700 });
  const key = [
    '--batch',
    '--passphrase',
    '',
    '--quick-generate-key',
    'bench@example.org',
    'default',
    'default',
    'never',
  ];
  await ended(['gpg', ...key], where);
  await ended(['pass', 'init', 'bench@example.org'], where);
  const [first] = entries;
  if (first === undefined) return null;
  await ended(
    ['pass', 'otp', 'insert', '--force', 'site-0'],
    where,
    `${addressOf(first)}\n${addressOf(first)}\n`,
  );
  for (let at = 1; at < count; at += 1) {
    await copyFile(
      join(where.PASSWORD_STORE_DIR, 'site-0.gpg'),
      join(where.PASSWORD_STORE_DIR, `site-${at}.gpg`),
    );
  }
  return () => ended(['pass', 'otp', 'site-500'], where);
}

/** `otpclient-cli` keeps one file, sealed for a passphrase that it asks for at a terminal: PBKDF2, AES-256-GCM. */
async function prepareOtpclient(): Promise<(() => Promise<void>) | null> {
  if (!isInstalled('otpclient-cli')) return null;
  const passphrase = 'bench';
  const [iv, salt] = [randomBytes(16), randomBytes(32)];
  const cipher = createCipheriv('aes-256-gcm', pbkdf2Sync(passphrase, salt, 100_000, 32, 'sha512'), iv);
  cipher.setAAD(Buffer.concat([iv, salt]));
  const list = entries.map(({ issuer, account, secret }) => ({
    type: 'TOTP',
    label: account,
    issuer,
    secret,
    digits: 6,
    algo: 'SHA1',
    period: 30,
  }));
  const sealed = [cipher.update(JSON.stringify(list)), cipher.final(), cipher.getAuthTag()];
  const database = join(folder, 'otpclient.enc');
  await writeFile(database, Buffer.concat([iv, salt, ...sealed]));
  const settings = `[config]\ndb_path=${database}\nuse_secret_service=false\n`;
  await writeFile(join(folder, 'otpclient.cfg'), settings);
  const where = { ...env, HOME: folder, XDG_CONFIG_HOME: folder };
  return async () => {
    const line = `otpclient-cli show -a person.500@example.org -i '${site}'`;
    const terminal = startTerminal(line, where, folder);
    await terminal.shows('password:');
    // What is typed before it has switched the echo off is lost.
    const typing = setInterval(() => terminal.type(`${passphrase}\n`), 10);
    const { code, screen } = await terminal.ended;
    clearInterval(typing);
    if (code !== 0) throw new Error(`otpclient-cli ended with ${String(code)}: ${screen}`);
  };
}
