import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../src/adapters/keychain/os-keychain.ts';
import { ask } from './asking.ts';
import { startKeyring, type Keyring } from './session.ts';

describe('the OS keychain', () => {
  let keyring: Keyring;

  beforeEach(async () => {
    keyring = await startKeyring();
  });
  afterEach(() => keyring.stop());

  it('keeps a secret, gives it back to another process, and forgets it', async () => {
    expect(await ask(keyring.env, 'read', 'vault')).toEqual({ outcome: 'absent' });
    expect(await ask(keyring.env, 'write', 'vault', 'c2VjcmV0')).toEqual({ outcome: 'kept' });
    expect(await ask(keyring.env, 'read', 'vault')).toEqual({ outcome: 'found', secret: 'c2VjcmV0' });
    expect(await ask(keyring.env, 'remove', 'vault')).toEqual({ outcome: 'kept' });
    expect(await ask(keyring.env, 'remove', 'vault')).toEqual({ outcome: 'absent' });
  });

  it('says that it is locked, and has the secret again when it is unlocked', async () => {
    await ask(keyring.env, 'write', 'vault', 'c2VjcmV0');
    await keyring.lock();
    expect(await ask(keyring.env, 'read', 'vault')).toEqual({ outcome: 'locked' });
    expect(await ask(keyring.env, 'write', 'other', 'x')).toEqual({ outcome: 'locked' });
    expect(await ask(keyring.env, 'probe')).toEqual({ outcome: 'locked' });
    await keyring.unlock();
    expect(await ask(keyring.env, 'read', 'vault')).toEqual({ outcome: 'found', secret: 'c2VjcmV0' });
  });

  it('says that the secret is absent after the keyring was emptied', async () => {
    await ask(keyring.env, 'write', 'vault', 'c2VjcmV0');
    await keyring.empty();
    expect(await ask(keyring.env, 'read', 'vault')).toEqual({ outcome: 'absent' });
  });

  it('says that it is unavailable when no keyring answers, or there is no D-Bus session', async () => {
    await keyring.kill();
    expect(await ask(keyring.env, 'read', 'vault')).toMatchObject({ outcome: 'unavailable' });
    expect(await ask(keyring.env, 'probe')).toMatchObject({ outcome: 'unavailable' });
    const nowhere = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', XDG_RUNTIME_DIR: '/nonexistent' };
    expect(await ask(nowhere, 'read', 'vault')).toMatchObject({ outcome: 'unavailable' });
  });

  it('says that it is denied where a policy keeps programs from it', async () => {
    await ask(keyring.env, 'write', 'vault', 'c2VjcmV0');
    await keyring.deny();
    expect(await ask(keyring.env, 'read', 'vault')).toEqual({ outcome: 'denied' });
    expect(await ask(keyring.env, 'probe')).toEqual({ outcome: 'denied' });
    await keyring.unlock();
    expect(await ask(keyring.env, 'read', 'vault')).toEqual({ outcome: 'found', secret: 'c2VjcmV0' });
  });

  it('says how it is without asking for anything', async () => {
    expect(await ask(keyring.env, 'look')).toEqual({ outcome: 'ready' });
    await keyring.lock();
    expect(await ask(keyring.env, 'look')).toEqual({ outcome: 'locked' });
    await keyring.deny();
    expect(await ask(keyring.env, 'look')).toEqual({ outcome: 'denied' });
    await keyring.kill();
    await keyring.unlock();
    await keyring.kill();
    expect(await ask(keyring.env, 'look')).toMatchObject({ outcome: 'unavailable' });
  });

  it('is probed by a secret that leaves nothing behind', async () => {
    expect(await ask(keyring.env, 'probe')).toEqual({ outcome: 'kept' });
    expect(await ask(keyring.env, 'names')).toEqual({ outcome: 'kept', names: [] });
  });
});

describe('what a system says', () => {
  it.each([
    ["Couldn't access platform storage: Secret Service: unlock prompt was dismissed", 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'denied'],
    ['User canceled the operation.', 'denied'],
    ['org.freedesktop.DBus.Error.AccessDenied: Rejected send message', 'denied'],
    ['Platform failure: DBus error: Rejected send message, 2 matched rules; type="method_call"', 'denied'],
    ['Platform failure: DBus error: Sender is not authorized to send message', 'denied'],
    ['Platform failure: DBus error: Did not receive a reply.', 'unavailable'],
  ])('%s → %s', (message, outcome) => {
    expect(outcomeOf(new Error(message)).outcome).toBe(outcome);
  });
});
