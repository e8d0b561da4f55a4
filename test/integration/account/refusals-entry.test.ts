/** Each refusal at sign-up and of a link arrives at the window as its code, and leaves the person where they were. */
import { describe, expect, test } from 'vitest';
import { createComputer } from './rig.ts';
import { latchkey, service } from './refusals.ts';
import { activationLink, appLink, codeOf, mailsSoFar, newAddress, password } from './person.ts';

const hour = 3_600_000;
const name = 'Noor Bakker';
const language = 'en';

describe('signing up', () => {
  test('a weak password is refused with its flaws', async () => {
    const start = latchkey.account.signUp.start({
      name,
      email: newAddress(),
      password: 'Noor Bakker',
      language,
    });
    await expect(start).rejects.toMatchObject({
      code: 'PASSWORD_REFUSED',
      data: { flaws: expect.arrayContaining(['tooShort']) },
    });
    expect(latchkey.view().account.stage).toBe('signedOut');
  });

  test('more mails than an address may get are refused, and the wait is shown', async () => {
    const email = newAddress();
    await latchkey.account.signUp.start({ name, email, password, language });
    for (let index = 0; index < 3; index += 1) await latchkey.account.signUp.resend();
    const again = latchkey.account.signUp.resend();
    await expect(again).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      data: { retryAfterSeconds: expect.any(Number) },
    });
    const account = await latchkey.at('mailOnItsWay');
    expect(account.resendAt).toBeGreaterThan(service.clock.now() + 60_000);
  });

  test('a wrong address is given up, and the form is there again', async () => {
    await latchkey.account.signUp.start({ name, email: newAddress(), password, language });
    await latchkey.account.signUp.giveUp();
    expect(latchkey.view().account.stage).toBe('signedOut');
  });
});

describe('a link', () => {
  test('that is none of ours is said to be none', async () => {
    expect(await codeOf(latchkey.account.link.open({ text: 'https://example.org/' }))).toBe('LINK_NOT_OURS');
    latchkey.openLink('latchkey://activate?token=x');
    expect(latchkey.view().link).toBeNull();
  });

  test('of the mail itself is taken when it is pasted', async () => {
    const email = newAddress();
    await latchkey.account.signUp.start({ name, email, password, language });
    const [, token] = await service.world.inbox.waitForMail(email, /activate\?token=([\w-]+)/);
    await latchkey.account.link.open({ text: ` ${service.world.publicUrl}/activate?token=${token}\n` });
    expect(latchkey.view().link).toMatchObject({ state: 'ready', needsPassword: false });
  });

  test('for another server is shown as that, and nothing is asked there', async () => {
    const query = new URLSearchParams({ server: 'https://other.example.org', token: 'abc' });
    await latchkey.account.link.open({ text: `latchkey://activate?${query.toString()}` });
    expect(latchkey.view().link).toMatchObject({ state: 'otherServer', server: 'https://other.example.org' });
    expect(await codeOf(latchkey.account.link.activate({}))).toBe('OTHER_STEP');
  });

  test('of a sign-up on another computer asks for its password', async () => {
    const email = newAddress();
    await latchkey.account.signUp.start({ name, email, password, language });
    const other = await createComputer(service);
    const there = await other.start();
    const another = newAddress();
    await there.account.signUp.start({ name: 'Someone', email: another, password, language });
    await there.account.link.open({ text: await activationLink(service, email) });
    expect(there.view().link).toMatchObject({ state: 'ready', needsPassword: true });
    expect(await codeOf(there.account.link.activate({}))).toBe('PASSWORD_WRONG');
    expect(await codeOf(there.account.link.activate({ password: 'not the one' }))).toBe('PASSWORD_WRONG');
    expect(there.view().link?.state).toBe('ready');
    await there.account.link.activate({ password });
    expect(await there.at('signedIn')).toMatchObject({ kind: 'enrolment', name, address: email });
    await other.stop();
  });

  test('that was used says so, and the person can sign in', async () => {
    const email = newAddress();
    await latchkey.account.signUp.start({ name, email, password, language });
    const text = await activationLink(service, email);
    await latchkey.account.link.open({ text });
    const other = await createComputer(service);
    const there = await other.start();
    await there.account.link.open({ text });
    await there.account.link.activate({ password });
    await other.stop();
    expect(await codeOf(latchkey.account.link.activate({}))).toBe('LINK_INVALID');
    expect(latchkey.view().link?.state).toBe('used');
    await latchkey.account.link.dismiss();
    await latchkey.account.signIn.start({ email, password });
    expect(await latchkey.at('signedIn')).toMatchObject({ kind: 'enrolment' });
  });

  test('that a newer one replaced says so', async () => {
    const email = newAddress();
    await latchkey.account.signUp.start({ name, email, password, language });
    const text = await activationLink(service, email);
    await latchkey.account.signUp.resend();
    await latchkey.account.link.open({ text });
    expect(latchkey.view().link?.state).toBe('replaced');
  });

  test('is good for 48 hours and not longer; a newer one can be had', async () => {
    const email = newAddress();
    const before = service.clock.now();
    await latchkey.account.signUp.start({ name, email, password, language });
    const { expiresAt } = await latchkey.at('mailOnItsWay');
    // The answer says it in whole seconds.
    expect(expiresAt - 48 * hour).toBeGreaterThan(before - 1_000);
    expect(expiresAt - 48 * hour).toBeLessThan(service.clock.now() + 1_000);
    const text = await activationLink(service, email);
    service.clock.move(47 * hour);
    await latchkey.account.link.open({ text });
    expect(latchkey.view().link?.state).toBe('ready');
    service.clock.move(hour);
    expect(await codeOf(latchkey.account.link.activate({}))).toBe('LINK_EXPIRED');
    expect(latchkey.view().link?.state).toBe('expired');
    const mails = mailsSoFar(service);
    await latchkey.account.link.askNewer({ email });
    expect(latchkey.view()).toMatchObject({ link: null, account: { stage: 'mailOnItsWay', name } });
    await latchkey.account.link.open({ text: await activationLink(service, email, mails) });
    await latchkey.account.link.activate({});
    expect(latchkey.view().account.stage).toBe('signedIn');
  });

  test('that nobody made is invalid', async () => {
    await latchkey.account.link.open({ text: appLink(service, 'activate', 'A'.repeat(43)) });
    expect(latchkey.view().link).toMatchObject({ state: 'invalid', address: null });
  });
});
