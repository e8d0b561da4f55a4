/** What the account has to do with the vault: its own codes, locks, other keys, other processes. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemorySealedFile } from '../../rig/memory-ports.ts';
import {
  createComputer,
  patience,
  startService,
  type Computer,
  type Latchkey,
  type RunningService,
} from './rig.ts';
import { activate, codeOf, enrol, newAddress, nextStep, password } from './person.ts';

let service: RunningService;
let computer: Computer;
let latchkey: Latchkey;
beforeAll(async () => {
  service = await startService();
}, patience);
afterAll(() => service.stop());
beforeEach(async () => {
  computer = await createComputer(service);
  latchkey = await computer.start();
});
afterEach(() => computer.stop());

/** The set-up code as the window shows it, read off the screen: a preview. */
async function scanned(secret: string): Promise<string> {
  const text = `otpauth://totp/Latchkey:me?secret=${secret.replaceAll(' ', '')}&issuer=Latchkey`;
  const { previews } = await latchkey.client.scan.text({ text });
  return previews[0]?.previewId ?? '';
}

async function entriesOf(here: Latchkey) {
  const watching = await here.client.entries.watch();
  const first = await watching.next();
  await watching.return?.(undefined);
  return first.done ? [] : first.value.entries;
}

describe('the account’s authenticator in this vault', () => {
  beforeEach(async () => {
    await activate(service, latchkey);
    await latchkey.account.methods.begin({ kind: 'totp', destination: 'Latchkey' });
  });

  test('is what was scanned off the screen', async () => {
    const { key } = await latchkey.account.methods.qr();
    const previewId = await scanned(key);
    const { entryId } = await latchkey.account.methods.useThisVault({ previewId, issuer: 'My accounts' });
    const { address } = await latchkey.at('signedIn');
    expect(await entriesOf(latchkey)).toMatchObject([
      { id: entryId, issuer: 'My accounts', account: address },
    ]);
    expect(await codeOf(latchkey.client.previews.accept({ previewId, issuer: 'x', account: 'y' }))).toBe(
      'PREVIEW_GONE',
    );
  });

  test('is not another code that was on the screen too', async () => {
    const previewId = await scanned('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    expect(await codeOf(latchkey.account.methods.useThisVault({ previewId }))).toBe('OTHER_CODE');
    const gone = '6f1b4c8e-0d1a-4b8e-9a51-3a1f7d1f5a10';
    expect(await codeOf(latchkey.account.methods.useThisVault({ previewId: gone }))).toBe('PREVIEW_GONE');
    expect(await entriesOf(latchkey)).toEqual([]);
    expect(await latchkey.at('signedIn')).toMatchObject({ pending: { kind: 'totp', entryId: null } });
  });

  test('is the entry that was scanned before, and not there twice', async () => {
    const { key } = await latchkey.account.methods.qr();
    const previewId = await scanned(key);
    const { entryId } = await latchkey.client.previews.accept({
      previewId,
      issuer: 'Scanned',
      account: 'me',
    });
    expect(await latchkey.account.methods.useThisVault({})).toEqual({ entryId });
    expect(await entriesOf(latchkey)).toHaveLength(1);
    expect(await latchkey.at('signedIn')).toMatchObject({ methods: [{ entryId }] });
  });

  test('can be typed in from another phone instead', async () => {
    const { key } = await latchkey.account.methods.qr();
    const previewId = await scanned(key);
    await latchkey.client.previews.accept({ previewId, issuer: 'Phone', account: 'me' });
    const watching = await latchkey.client.codes.watch();
    const first = await watching.next();
    await watching.return?.(undefined);
    const code = first.done ? '' : (first.value.codes[0]?.code ?? '');
    await latchkey.account.methods.confirm({ code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(await latchkey.at('signedIn')).toMatchObject({ kind: 'full', methods: [{ entryId: null }] });
  });

  test('goes to Deleted with its method: replaced, removed, or given up before its first code', async () => {
    const trash = async () => {
      const { done, value } = await (await latchkey.client.entries.watch()).next();
      return done ? [] : value.trash.map(({ id }) => id);
    };
    const first = await latchkey.account.methods.useThisVault({});
    const { methods } = await latchkey.at('signedIn');
    const begin = { kind: 'totp', destination: 'Latchkey' } as const;

    // Given up while its first code did not get through: the old one is the only one again.
    await latchkey.account.methods.begin({ ...begin, replaces: methods[0]?.id ?? '' });
    computer.wire.cut();
    expect(await codeOf(latchkey.account.methods.useThisVault({}))).toBe('SERVER_UNREACHABLE');
    computer.wire.mend();
    await latchkey.account.refresh();
    expect(await entriesOf(latchkey)).toHaveLength(2);
    await latchkey.account.methods.giveUp();
    expect(await entriesOf(latchkey)).toMatchObject([{ id: first.entryId }]);
    const [unfinished] = await trash();

    await latchkey.account.methods.begin({ ...begin, replaces: methods[0]?.id ?? '' });
    nextStep(service);
    const second = await latchkey.account.methods.useThisVault({});
    expect(await entriesOf(latchkey)).toMatchObject([{ id: second.entryId, account: expect.any(String) }]);
    expect(await trash()).toEqual([unfinished, first.entryId]);
    expect(await latchkey.at('signedIn')).toMatchObject({ methods: [{ entryId: second.entryId }] });
  });

  test('no longer makes the code once another secret took its place', async () => {
    const { entryId } = await latchkey.account.methods.useThisVault({});
    const [entry] = await entriesOf(latchkey);
    const previewId = await scanned('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    const names = { issuer: entry?.issuer ?? '', account: entry?.account ?? '' };
    await latchkey.client.previews.accept({ previewId, ...names, onSameName: 'replace' });
    await latchkey.until(
      ({ account }) => account.stage === 'signedIn' && account.methods[0]?.entryId === null,
    );
    expect(entryId).toBe(entry?.id);
  });
});

describe('when the vault locks', () => {
  beforeEach(async () => {
    await latchkey.client.vault.setUnlockMethods({ mode: 'both', passphrase: 'four words of old cheese' });
  });

  test('the account is closed with it, and is there again after unlocking', async () => {
    const { email } = await enrol(service, latchkey);
    await latchkey.client.vault.lock();
    await latchkey.at('vaultClosed');
    expect(await codeOf(latchkey.account.sessions.list())).toBe('VAULT_NOT_OPEN');
    expect(await codeOf(latchkey.account.methods.qr())).toBe('VAULT_NOT_OPEN');
    expect(await codeOf(latchkey.account.signOut())).toBe('VAULT_NOT_OPEN');
    await latchkey.client.vault.unlock({ passphrase: 'four words of old cheese' });
    expect(await latchkey.at('signedIn')).toMatchObject({ address: email });
    expect((await latchkey.account.sessions.list()).sessions).toHaveLength(1);
  });

  test('a call that is on its way still keeps what came of it', async () => {
    const { totpId } = await enrol(service, latchkey);
    nextStep(service);
    const checking = latchkey.account.stepUp.verify({ methodId: totpId });
    await latchkey.client.vault.lock();
    // Either it came too late, or its new token was kept: the session goes on in both cases.
    expect(['none', 'VAULT_NOT_OPEN', 'ENTRY_NOT_FOUND']).toContain(await codeOf(checking));
    await latchkey.client.vault.unlock({ passphrase: 'four words of old cheese' });
    await latchkey.at('signedIn');
    expect(await codeOf(latchkey.account.sessions.list())).toBe('none');
  });

  test('a link that is opened meanwhile waits, and is looked at after unlocking', async () => {
    await latchkey.client.vault.lock();
    await latchkey.at('vaultClosed');
    const query = new URLSearchParams({ server: service.world.publicUrl, token: 'A'.repeat(43) });
    latchkey.openLink(`latchkey://activate?${query.toString()}`);
    await latchkey.until(({ link }) => link?.state === 'looking');
    await latchkey.client.vault.unlock({ passphrase: 'four words of old cheese' });
    const { link } = await latchkey.until((view) => view.link?.state !== 'looking');
    expect(link?.state).toBe('invalid');
  });

  test('another vault in its place knows nobody, says so in the log once, and can be signed in from', async () => {
    const { email } = await enrol(service, latchkey);
    await latchkey.client.vault.lock();
    await latchkey.client.vault.setAside();
    await latchkey.client.vault.create({ protection: 'keychain' });
    expect(await latchkey.at('signedOut')).toMatchObject({ address: null });
    expect(computer.log.lines).toEqual(['local-account-unreadable {"reason":"broken"}']);
    await latchkey.account.signIn.start({ email, password });
    expect((await latchkey.at('secondFactor')).methods).toMatchObject([{ entryId: null }]);
  });
});

describe('when the vault gets a new key', () => {
  test('the local account is sealed with it: after a restart everything is there', async () => {
    const { email } = await enrol(service, latchkey);
    const before = await computer.accountFile.read();
    await latchkey.client.vault.rotateKey({});
    await expect.poll(() => computer.accountFile.read()).not.toEqual(before);
    await latchkey.stop();
    latchkey = await computer.start();
    expect(await latchkey.at('signedOut')).toMatchObject({ address: email });
    expect(computer.log.lines).toEqual([]);
  });

  test('while the disk is full, the local account opens after a restart all the same', async () => {
    const accountFile = createMemorySealedFile();
    const other = await createComputer(service, { accountFile });
    const before = await other.start();
    const { email } = await enrol(service, before);
    const write = accountFile.write.bind(accountFile);
    accountFile.write = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    await before.client.vault.rotateKey({});
    await before.stop();
    accountFile.write = write;
    const after = await other.start();
    // The end of the session could not be written either.
    expect(await after.at('signedIn')).toMatchObject({ address: email });
    expect(other.log.lines.join('\n')).toContain('not-sealed-anew');
    expect(other.log.lines.join('\n')).not.toContain('unreadable');
    await other.stop();
  });
});

describe('several at once', () => {
  test('two windows see the same, and their calls take turns', async () => {
    const { totpId } = await enrol(service, latchkey);
    const other = await latchkey.client.account.watch();
    nextStep(service);
    const next = newAddress();
    const outcomes = await Promise.all([
      codeOf(latchkey.account.stepUp.verify({ methodId: totpId })),
      codeOf(latchkey.account.update({ name: 'Other' })),
      codeOf(latchkey.account.changeAddress.start({ email: next })),
      codeOf(latchkey.account.sessions.list()),
    ]);
    expect(outcomes).toEqual(['none', 'none', 'none', 'none']);
    const seen = await other.next();
    expect(seen.done ? null : seen.value.account.stage).toBe('signedIn');
    await other.return?.(undefined);
  });

  test('two processes on one folder take over each other’s tokens, and each other’s sign-out', async () => {
    const { totpId } = await enrol(service, latchkey);
    const second = await computer.start({ create: false });
    await second.at('signedIn');
    nextStep(service);
    await latchkey.account.stepUp.verify({ methodId: totpId });
    expect(await codeOf(second.account.sessions.list())).toBe('none');
    await second.account.signOut();
    expect(await codeOf(latchkey.account.sessions.list())).toBe('OTHER_STEP');
    expect(latchkey.view().account).toMatchObject({ stage: 'signedOut', address: null });
  });
});

describe('the server in the settings', () => {
  test('is changed where nobody is known, kept, and not changed under a person', async () => {
    const plain = await createComputer(service);
    let here = await plain.start({ server: null });
    expect(here.view().server).toMatchObject({ address: null, status: 'none', isFixed: false });
    expect(await codeOf(here.account.signIn.start({ email: newAddress(), password }))).toBe(
      'SERVER_UNREACHABLE',
    );
    expect(await codeOf(here.account.setServer({ address: 'no address' }))).toBe('SERVER_ADDRESS_INVALID');
    await here.account.setServer({ address: plain.wire.origin });
    expect(here.view().server).toMatchObject({ address: plain.wire.origin, status: 'ready' });
    await here.stop();
    here = await plain.start({ server: null });
    await here.until(({ server }) => server.status === 'ready');
    await enrol(service, here);
    expect(await codeOf(here.account.setServer({ address: 'https://other.example.org' }))).toBe(
      'SIGN_OUT_FIRST',
    );
    expect(await codeOf(latchkey.account.setServer({ address: plain.wire.origin }))).toBe('SERVER_FIXED');
    await plain.stop();
  });

  test('that wants a newer Latchkey is not asked for anything', async () => {
    const old = await createComputer(service);
    const here = await old.start({ version: '0.0.1' });
    await here.until(({ server }) => server.status === 'appTooOld');
    const start = here.account.signIn.start({ email: newAddress(), password });
    await expect(start).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE', data: { trouble: 'appTooOld' } });
    await old.stop();
  });

  test('gets nothing of what is kept for another one', async () => {
    const { email } = await enrol(service, latchkey);
    await latchkey.stop();
    const elsewhere = await createComputer(service);
    latchkey = await computer.start({ server: elsewhere.wire.origin });
    await latchkey.until(({ server }) => server.status === 'ready');
    expect(await latchkey.at('signedOut')).toMatchObject({ address: null });
    await latchkey.stop();
    latchkey = await computer.start();
    expect(await latchkey.at('signedOut')).toMatchObject({ address: email });
    await elsewhere.stop();
  });
});
