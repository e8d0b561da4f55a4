import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { argon2id } from '../../../src/adapters/key-derivation/argon2id.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import { createPassphraseGate } from '../../../src/app/unlock/passphrase-gate.ts';
import { keyByPassphrase } from '../../../src/app/unlock/keys.ts';
import { createVault } from '../../../src/app/vault/vault.ts';
import type { LockMode } from '../../../src/contract/vault.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { createFileKeychain } from '../../crash/vault.ts';
import { createListLog } from '../../rig/memory-ports.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { writableMemory } from './memory-of.ts';

const PASSPHRASE = 'four words of old cheese';
const canary = createHash('sha256').update('the canary of the memory').digest();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-locked-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a vault that is locked', () => {
  it.each(['session', 'passphrase', 'both'] as const)(
    'has left neither its key nor a secret in the process, in no form (mode %s)',
    async (mode) => {
      const key = await makeVault(mode);
      const snapshot = join(folder, 'heap');
      const script = join(import.meta.dirname, 'lock-and-wait.ts');
      const child = spawn(process.execPath, [script, folder, snapshot], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      try {
        const said = nextLine(child.stdout);
        child.stdin.write(PASSPHRASE);
        expect(await said).toBe('open');
        // The search finds what is there: an open vault has both.
        expect(foundIn(child.pid ?? 0, { key, canary })).toEqual(expect.arrayContaining(['canary', 'key']));
        const locked = nextLine(child.stdout);
        child.stdin.write('lock');
        expect(await locked).toBe('locked');
        expect(foundIn(child.pid ?? 0, { key, canary })).toEqual([]);
        const heap = await readFile(snapshot);
        expect(namesOf({ key, canary }, [heap])).toEqual([]);
        expect(heap.includes(PASSPHRASE)).toBe(false);
      } finally {
        child.kill('SIGKILL');
      }
    },
    60_000,
  );
});

/** A vault with the canary in it, made elsewhere; its key. */
async function makeVault(mode: LockMode): Promise<Buffer> {
  const keychain = createFileKeychain(join(folder, 'keychain-for-the-test'));
  const ports = { keyDerivation: argon2id, clock: systemClock };
  const vaultStore = createVaultFile(folder);
  const vault = createVault({ ...ports, keychain, vaultStore, log: createListLog() });
  await vault.open();
  await vault.create({ protection: 'keychain', passphrase: PASSPHRASE });
  if (mode !== 'session') await vault.setUnlockMethods({ mode, current: PASSPHRASE });
  const entry = anEntry({
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: canary },
  });
  await vault.change((document) => ({ ...document, entries: [entry] }));
  await vault.close();
  const { header } = parseLayout(await readFile(join(folder, 'vault.latchkey')));
  const passphrases = createPassphraseGate(ports);
  return (await keyByPassphrase(header, PASSPHRASE, { keychain, passphrases })).key;
}

function foundIn(pid: number, secrets: Record<string, Buffer>): string[] {
  const pieces = (function* () {
    for (const { bytes } of writableMemory(pid)) yield bytes;
  })();
  return namesOf(secrets, pieces);
}

/** Which secrets stand in some piece: raw (or half of it), or as text, in one byte a character or two. */
function namesOf(secrets: Record<string, Buffer>, pieces: Iterable<Buffer>): string[] {
  const needles = Object.entries(secrets).flatMap(([name, secret]) =>
    formsOf(secret).map((form) => ({ name, form })),
  );
  const found = new Set<string>();
  for (const piece of pieces) {
    for (const { name, form } of needles) if (piece.includes(form)) found.add(name);
  }
  return [...found].toSorted();
}

function formsOf(secret: Buffer): Buffer[] {
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), secret]).toString('base64');
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  const base32 = encodeBase32(secret).replaceAll('=', '');
  const hex = secret.toString('hex');
  const texts = [hex, hex.toUpperCase(), base32, base32.toLowerCase(), ...base64];
  return [
    secret.subarray(0, 16),
    secret.subarray(16),
    ...texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]),
  ];
}

async function nextLine(stream: NodeJS.ReadableStream): Promise<string> {
  const [line] = await once(stream, 'data');
  return String(line).trim();
}
