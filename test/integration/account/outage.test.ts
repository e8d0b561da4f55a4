/** The server goes away at each call: the person stays where they were, and nothing is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccountApi } from '../../../src/adapters/account-api/account-api.ts';
import {
  createComputer,
  patience,
  startService,
  type Computer,
  type Latchkey,
  type RunningService,
} from './rig.ts';
import {
  activate,
  activationLink,
  addEmail,
  appLink,
  codeOf,
  codeOfMail,
  enrol,
  mailsSoFar,
  newAddress,
  password,
} from './person.ts';
import type { AccountState } from '../../../src/contract/account-state.ts';
import { createMemorySealedFile } from '../../rig/memory-ports.ts';
import { places } from './places.ts';

type SignedIn = Extract<AccountState, { stage: 'signedIn' }>;

/** Closing Latchkey ends such a session; what is half done keeps its own. */
function isFinished(account: AccountState): account is SignedIn {
  return (
    account.stage === 'signedIn' &&
    account.kind === 'full' &&
    account.pending === null &&
    account.pendingAddress === null &&
    !account.recoveryCodesToKeep
  );
}

let service: RunningService;
beforeAll(async () => {
  service = await startService({ LIMIT_MAIL_PER_ADDRESS_HOUR: '100', LIMIT_SMS_PER_NUMBER_HOUR: '100' });
}, patience);
afterAll(() => service.stop());

describe('while the server is away', () => {
  test.each(places)('at %s, every call says so, and nothing changes', async (_, getThere, calls) => {
    const computer = await createComputer(service);
    const latchkey = await computer.start();
    const note = await getThere(service, latchkey);
    await latchkey.until(
      ({ server, account }) => server.status === 'ready' && account.stage !== 'vaultClosed',
    );
    const before = latchkey.view();
    computer.wire.cut();
    for (const [name, call] of Object.entries(calls)) {
      await expect(call({ latchkey, note }), name).rejects.toMatchObject({
        code: 'SERVER_UNREACHABLE',
        data: { trouble: 'offline' },
      });
      expect(latchkey.view().server, name).toMatchObject({
        status: 'offline',
        branding: before.server.branding,
      });
      const isStale = before.account.stage === 'signedIn' && {
        isStale: latchkey.view().account.stage === 'signedIn',
      };
      expect({ ...latchkey.view().account, ...isStale }, name).toEqual({ ...before.account, ...isStale });
      expect(latchkey.view().link, name).toEqual(before.link);
    }

    // Closed and opened without the server, it is all still there.
    await latchkey.stop();
    const again = await computer.start();
    await again.until(
      ({ server, account }) => server.status === 'offline' && account.stage !== 'vaultClosed',
    );
    const { account } = again.view();
    const isSignedIn = account.stage === 'signedIn';
    const stage = isFinished(before.account) ? 'signedOut' : before.account.stage;
    expect(account).toMatchObject(
      isFinished(before.account)
        ? { stage, address: before.account.address, trustedUntil: before.account.trustedUntil, ended: null }
        : { ...before.account, ...(isSignedIn && { isStale: true }) },
    );

    // And when it is back, so is the person.
    computer.wire.mend();
    await again.account.refresh();
    expect(again.view().server.status).toBe('ready');
    expect(again.view().account.stage).toBe(stage);
    expect(computer.log.lines).toEqual([]);
    await computer.stop();
  });
});

describe('where the server goes away in the middle', () => {
  let computer: Computer;
  let latchkey: Latchkey;

  async function open(): Promise<void> {
    computer = await createComputer(service);
    latchkey = await computer.start();
    await latchkey.until(({ server }) => server.status === 'ready');
  }

  test('an authenticator that is in the vault already is confirmed later, with the code of then', async () => {
    await open();
    await activate(service, latchkey);
    await latchkey.account.methods.begin({ kind: 'totp', destination: 'Latchkey' });
    computer.wire.cut();
    expect(await codeOf(latchkey.account.methods.useThisVault({}))).toBe('SERVER_UNREACHABLE');
    const { pending } = await latchkey.at('signedIn');
    expect(pending).toMatchObject({ kind: 'totp', entryId: expect.any(String) });

    await latchkey.stop();
    computer.wire.mend();
    latchkey = await computer.start();
    service.clock.move(60 * 60_000 - 120_000);
    const { entryId } = await latchkey.account.methods.useThisVault({});
    expect(entryId).toBe(pending && 'entryId' in pending ? pending.entryId : '');
    expect(await latchkey.at('signedIn')).toMatchObject({
      kind: 'full',
      pending: null,
      methods: [{ entryId }],
    });
    const entries = await latchkey.client.entries.watch();
    const first = await entries.next();
    expect(first.done ? [] : first.value.entries).toHaveLength(1);
    await entries.return?.(undefined);
    await computer.stop();
  });

  test('a replaced method goes when the server is back', async () => {
    await open();
    const { totpId } = await enrol(service, latchkey);
    const address = newAddress();
    const oldId = await addEmail(service, latchkey, newAddress());
    const before = mailsSoFar(service);
    await latchkey.account.methods.begin({ kind: 'email', destination: address, replaces: oldId });
    const code = await codeOfMail(service, address, before);
    // The confirmation gets through; the removal after it does not.
    computer.wire.cutAfter(1);
    expect(await codeOf(latchkey.account.methods.confirm({ code }))).toBe('SERVER_UNREACHABLE');
    const { pending } = await latchkey.at('signedIn');
    expect(pending).toBeNull();
    computer.wire.mend();
    await latchkey.stop();
    latchkey = await computer.start();
    await latchkey.until(({ account }) => account.stage === 'signedIn' && !account.isStale);
    const { methods } = await latchkey.at('signedIn');
    expect(methods.map(({ id, destination }) => (id === totpId ? 'totp' : destination))).toEqual([
      'totp',
      address,
    ]);
    await computer.stop();
  });

  test('where the answer to a code is lost, the person signs in again and it is all there', async () => {
    await open();
    const email = await activate(service, latchkey);
    const before = mailsSoFar(service);
    await latchkey.account.methods.begin({ kind: 'email', destination: email });
    const code = await codeOfMail(service, email, before);
    computer.wire.loseAnswer(1);
    expect(await codeOf(latchkey.account.methods.confirm({ code }))).toBe('SERVER_UNREACHABLE');
    computer.wire.mend();
    // The server has given the session a new token, which was lost with the answer.
    await latchkey.account.refresh();
    expect(await latchkey.at('signedOut')).toMatchObject({ address: email, ended: null });
    await latchkey.account.signIn.start({ email, password });
    const { methods } = await latchkey.at('secondFactor');
    expect(methods).toMatchObject([{ kind: 'email' }]);
    await computer.stop();
  });

  test('where the answer to an activation is lost, the link says that it was used', async () => {
    await open();
    const email = newAddress();
    await latchkey.account.signUp.start({ name: 'Noor', email, password, language: 'en' });
    await latchkey.account.link.open({ text: await activationLink(service, email) });
    computer.wire.loseAnswer(1);
    expect(await codeOf(latchkey.account.link.activate({}))).toBe('SERVER_UNREACHABLE');
    expect(latchkey.view()).toMatchObject({ link: { state: 'ready' }, account: { stage: 'mailOnItsWay' } });
    computer.wire.mend();
    expect(await codeOf(latchkey.account.link.activate({}))).toBe('LINK_INVALID');
    expect(latchkey.view().link?.state).toBe('used');
    await latchkey.account.signIn.start({ email, password });
    expect(await latchkey.at('signedIn')).toMatchObject({ kind: 'enrolment' });
    await computer.stop();
  });

  test('a disk that takes nothing is said before the server is asked', async () => {
    const refuses = async () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    computer = await createComputer(service, {
      accountFile: { ...createMemorySealedFile(), write: refuses },
    });
    latchkey = await computer.start();
    const before = mailsSoFar(service);
    const start = latchkey.account.signUp.start({
      name: 'Noor',
      email: newAddress(),
      password,
      language: 'en',
    });
    await expect(start).rejects.toMatchObject({
      code: 'LOCAL_ACCOUNT_WRITE_FAILED',
      data: { reason: 'ENOSPC' },
    });
    expect(latchkey.view().account.stage).toBe('signedOut');
    expect(mailsSoFar(service)).toBe(before);
    await computer.stop();
  });

  test('closing does not wait for a server that does not answer, and still ends the session', async () => {
    await open();
    const { email } = await enrol(service, latchkey);
    computer.wire.stall();
    const asking = codeOf(latchkey.account.sessions.list()).catch(() => 'closed');
    await computer.wire.swallowed();
    // A call may take 15 s: this one does.
    const longest = createAccountApi(service.clock).look(computer.wire.origin);
    const ends = [latchkey.stop().then(() => 'closed'), longest.then(() => 'the limit of a call')];
    expect(await Promise.race(ends)).toBe('closed');
    await asking;
    // Nothing is written any more, by a call that goes on in the dark.
    const left = await computer.accountFile.read();
    computer.wire.cut();
    await longest;
    expect(await computer.accountFile.read()).toEqual(left);
    computer.wire.mend();
    latchkey = await computer.start();
    expect(await latchkey.at('signedOut')).toMatchObject({ address: email, ended: null });
    await computer.stop();
  });

  test('signing out without the server leaves nothing here, and says that it was not told', async () => {
    await open();
    await enrol(service, latchkey);
    computer.wire.cut();
    expect(await latchkey.account.signOut()).toEqual({ serverTold: false });
    expect(latchkey.view().account).toMatchObject({ stage: 'signedOut', address: null });
    expect(await computer.accountFile.read()).toBeNull();
    await computer.stop();
  });

  test('a link that could not be looked at is looked at when the server is back', async () => {
    await open();
    computer.wire.cut();
    await latchkey.account.link.open({ text: appLink(service, 'activate', 'A'.repeat(43)) });
    expect(latchkey.view().link?.state).toBe('unreachable');
    computer.wire.mend();
    await latchkey.account.refresh();
    await latchkey.until(({ link }) => link?.state === 'invalid');
    await computer.stop();
  });
});
