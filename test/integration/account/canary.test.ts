/** What is secret about the account lies nowhere but where it belongs, and after a sign-out nowhere at all. */
import { hkdfSync } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccountFile } from '../../../src/adapters/sealed-file/sealed-file.ts';
import { unsealLocalAccount } from '../../../src/app/account/seal.ts';
import type { LocalAccount } from '../../../src/app/account/local-account.ts';
import { createComputer, patience, startService, type Computer, type RunningService } from './rig.ts';
import { activationLink, addEmail, newAddress, nextStep, password } from './person.ts';

let service: RunningService;
let computer: Computer;
beforeAll(async () => {
  service = await startService();
  computer = await createComputer(service);
}, patience);
afterAll(async () => {
  await computer.stop();
  await service.stop();
});

/** Opens the file as anyone with the vault's key can: what is in it, to search for. */
async function localAccount(): Promise<LocalAccount> {
  const [item] = computer.keychain.items;
  const [vaultId, key] = item ?? ['', ''];
  const info = `latchkey/1 account traces ${vaultId}`;
  const sealKey = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', info, 32));
  const found = unsealLocalAccount((await computer.accountFile.read()) ?? Buffer.alloc(0), sealKey);
  if (found === null) throw new Error('the file can’t be opened');
  return found;
}

/** Where a secret was found, by name: in a file (in any of its usual spellings), the log, or the window's views. */
async function placesOf(secrets: Map<string, string>, shown: string): Promise<string[]> {
  const places = new Map<string, Buffer>([
    ...(await computer.files()),
    ['the log', Buffer.from(computer.log.lines.join('\n'))],
    ['the window', Buffer.from(shown)],
  ]);
  return [...secrets].flatMap(([name, secret]) => {
    const spellings = [Buffer.from(secret), Buffer.from(secret, 'base64url'), Buffer.from(secret, 'utf16le')];
    return [...places].flatMap(([place, bytes]) =>
      spellings.some((spelling) => spelling.length >= 8 && bytes.includes(spelling))
        ? [`${name} in ${place}`]
        : [],
    );
  });
}

test('tokens, keys, passwords and codes lie in no file, no log and no view', async () => {
  const latchkey = await computer.start();
  const { account } = latchkey;
  const email = newAddress();
  const secrets = new Map<string, string>([['the password', password]]);
  const note = async (when: string) => {
    const { key, session, attempt, pending, recoveryCodes } = await localAccount();
    const found = {
      'the device key': key?.d,
      'the session’s token': session?.token,
      'the attempt': attempt?.flow,
      'the authenticator’s secret': pending?.kind === 'totp' ? pending.secret : undefined,
      'a recovery code': recoveryCodes?.[0],
    };
    for (const [name, secret] of Object.entries(found)) if (secret) secrets.set(`${name} ${when}`, secret);
  };

  await account.signUp.start({ name: 'Noor', email, password, language: 'en' });
  const link = await activationLink(service, email);
  secrets.set('the link’s token', new URL(link).searchParams.get('token') ?? '');
  latchkey.openLink(link);
  await latchkey.until((view) => view.link?.state === 'ready');
  await account.link.activate({});
  await account.methods.begin({ kind: 'totp', destination: 'Latchkey' });
  await note('before the first code');
  await account.methods.useThisVault({});
  await note('after the first code');
  await addEmail(service, latchkey, newAddress());
  await account.recoveryCodes.confirmSaved();
  nextStep(service);
  const { methods } = await latchkey.at('signedIn');
  await account.stepUp.verify({ methodId: methods[0]?.id ?? '' });
  await note('after a fresh check');
  await latchkey.client.preferences.set({ theme: 'dark' });

  expect([...secrets.keys()]).toHaveLength(10);
  expect(await placesOf(secrets, latchkey.shown())).toEqual([]);
  expect((await computer.files()).has('account.sealed')).toBe(true);

  await account.signOut();
  expect((await computer.files()).has('account.sealed')).toBe(false);
  const left = [...(await computer.files())].filter(([name]) => name.startsWith('account'));
  expect(left).toEqual([['account.sealed.lock', Buffer.alloc(0)]]);
  expect(await placesOf(new Map([...secrets, ['the address', email]]), '')).toEqual([]);

  await account.signIn.start({ email, password });
  const attempt = await localAccount();
  secrets.set('the attempt', attempt.attempt?.flow ?? '');
  secrets.set('the new device key', attempt.key?.d ?? '');
  expect(secrets.get('the new device key')).not.toBe(secrets.get('the device key after a fresh check'));
  expect(await placesOf(secrets, latchkey.shown())).toEqual([]);
  await latchkey.stop();
});

test('the search finds what is there', async () => {
  const places = await placesOf(new Map([['a word', 'latchkey.example']]), 'see latchkey.example for more');
  expect(places).toEqual(['a word in the window']);
});

test('the file is for its owner alone', async () => {
  const file = createAccountFile(computer.folder);
  await file.write(Buffer.from('sealed'));
  const { mode } = await stat(join(computer.folder, 'account.sealed'));
  expect(mode & 0o777).toBe(0o600);
});
