/** Each refusal on the account page arrives at the window as its code. */
import { describe, expect, test } from 'vitest';
import { computer, latchkey, service } from './refusals.ts';
import { appLink, codeOf, codeOfMail, enrol, mailsSoFar, newAddress, password } from './person.ts';

const hour = 3_600_000;

describe('the account page', () => {
  test('password, address, name and data are changed, and each refusal has its name', async () => {
    const { email } = await enrol(service, latchkey);
    const { account } = latchkey;
    const next = 'violet umbrella 83 canyon';
    expect(await codeOf(account.changePassword({ current: 'wrong', next }))).toBe('PASSWORD_WRONG');
    expect(await codeOf(account.changePassword({ current: password, next: 'short' }))).toBe(
      'PASSWORD_REFUSED',
    );
    await account.changePassword({ current: password, next });
    await account.update({ name: 'Noor de Vries', language: 'nl' });
    expect(await latchkey.at('signedIn')).toMatchObject({ name: 'Noor de Vries', language: 'nl' });
    const other = newAddress();
    expect(await codeOf(account.changeAddress.confirm({ code: '123456' }))).toBe('OTHER_STEP');
    const before = mailsSoFar(service);
    await account.changeAddress.start({ email: other });
    expect(await latchkey.at('signedIn')).toMatchObject({ pendingAddress: { address: other } });
    expect(await codeOf(account.changeAddress.confirm({ code: '000000' }))).toBe('CODE_WRONG');
    await account.changeAddress.confirm({ code: await codeOfMail(service, other, before) });
    expect(await latchkey.at('signedIn')).toMatchObject({ address: other, pendingAddress: null });
    const { json } = await account.export();
    expect(JSON.parse(json)).toMatchObject({ account: { address: other } });
    const { events } = await account.activity({});
    expect(events.map(({ event }) => event)).toContain('address-changed');
    const unknown = '6f1b4c8e-0d1a-4b8e-9a51-3a1f7d1f5a10';
    expect(await codeOf(account.devices.revoke({ deviceId: unknown }))).toBe('DEVICE_NOT_FOUND');
    expect(await codeOf(account.sessions.end({ sessionId: unknown }))).toBe('SESSION_NOT_FOUND');
    await account.recoveryCodes.generate();
    expect((await account.recoveryCodes.show()).codes).toHaveLength(10);
    expect(await codeOf(account.remove({ password: 'wrong' }))).toBe('PASSWORD_WRONG');
    await account.remove({ password: next });
    expect(latchkey.view().account).toEqual({
      stage: 'signedOut',
      address: null,
      trustedUntil: null,
      ended: null,
    });
    expect(await computer.accountFile.read()).toBeNull();
    expect(await codeOf(account.signIn.start({ email, password: next }))).toBe('CREDENTIALS_INVALID');
  });

  test('a forgotten password is chosen anew by its link, and ends the session here', async () => {
    const { email } = await enrol(service, latchkey);
    await latchkey.account.signIn.forgotPassword({ email });
    const [, token = ''] = await service.world.inbox.waitForMail(email, /reset\?token=([\w.-]+)/);
    await latchkey.account.link.open({ text: appLink(service, 'reset', token) });
    expect(latchkey.view().link).toMatchObject({ kind: 'reset', state: 'ready', needsPassword: false });
    expect(await codeOf(latchkey.account.link.reset({ password: 'short' }))).toBe('PASSWORD_REFUSED');
    await latchkey.account.link.reset({ password: 'violet umbrella 83 canyon' });
    expect(latchkey.view()).toMatchObject({
      link: null,
      account: { stage: 'signedOut', ended: 'elsewhere' },
    });
    await latchkey.account.link.open({ text: appLink(service, 'reset', token) });
    expect(latchkey.view().link?.state).toBe('used');
  });

  test('a reset’s link is over after an hour', async () => {
    const { email } = await enrol(service, latchkey);
    await latchkey.account.signIn.forgotPassword({ email });
    const [, token = ''] = await service.world.inbox.waitForMail(email, /reset\?token=([\w.-]+)/);
    service.clock.move(hour + 1_000);
    await latchkey.account.link.open({ text: appLink(service, 'reset', token) });
    expect(latchkey.view().link?.state).toBe('expired');
  });
});
