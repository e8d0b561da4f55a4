/** Each refusal at set-up and sign-in arrives at the window as its code. */
import { describe, expect, test } from 'vitest';
import { accountLimits } from '../../../src/contract/account-service/limits.ts';
import { createComputer } from './rig.ts';
import { latchkey, service } from './refusals.ts';
import {
  activate,
  addEmail,
  codeOf,
  codeOfMail,
  enrol,
  mailsSoFar,
  newAddress,
  nextStep,
  password,
} from './person.ts';

const hour = 3_600_000;

describe('setting up methods', () => {
  test('what the service refuses has its name', async () => {
    const { email } = await enrol(service, latchkey);
    const { methods } = latchkey.account;
    await addEmail(service, latchkey, email);
    expect(await codeOf(methods.begin({ kind: 'email', destination: email }))).toBe('METHOD_EXISTS');
    expect(await codeOf(methods.begin({ kind: 'email', destination: 'no address' }))).toBe(
      'DESTINATION_INVALID',
    );
    expect(await codeOf(methods.begin({ kind: 'sms', destination: '+31 20 123 4567' }))).toBe(
      'DESTINATION_INVALID',
    );
    const unknown = '6f1b4c8e-0d1a-4b8e-9a51-3a1f7d1f5a10';
    expect(await codeOf(methods.begin({ kind: 'totp', destination: 'x', replaces: unknown }))).toBe(
      'METHOD_NOT_FOUND',
    );
    expect(await codeOf(methods.remove({ methodId: unknown }))).toBe('METHOD_NOT_FOUND');
    expect(await codeOf(methods.resend())).toBe('OTHER_STEP');
    expect(await codeOf(methods.qr())).toBe('OTHER_STEP');
    service.clock.move(301_000);
    expect(await codeOf(methods.begin({ kind: 'totp', destination: 'x' }))).toBe('STEP_UP_REQUIRED');
  });

  test('only the first method can be set up before there is one', async () => {
    await activate(service, latchkey);
    expect(await codeOf(latchkey.account.devices.list())).toBe('ENROLMENT_REQUIRED');
    expect(await codeOf(latchkey.account.export())).toBe('ENROLMENT_REQUIRED');
  });

  test('a code of ten minutes ago has expired, a wrong one is wrong, and another can be sent', async () => {
    const email = await activate(service, latchkey);
    const before = mailsSoFar(service);
    await latchkey.account.methods.begin({ kind: 'email', destination: email });
    const code = await codeOfMail(service, email, before);
    const wrong = latchkey.account.methods.confirm({ code: code === '000000' ? '000001' : '000000' });
    await expect(wrong).rejects.toMatchObject({ code: 'CODE_WRONG', data: { triesLeft: 4 } });
    service.clock.move(10 * 60_000 + 1_000);
    expect(await codeOf(latchkey.account.methods.confirm({ code }))).toBe('CODE_EXPIRED');
    const again = mailsSoFar(service);
    await latchkey.account.methods.resend();
    const { pending } = await latchkey.at('signedIn');
    expect(pending).toMatchObject({ kind: 'email', sent: { hint: expect.stringContaining('•') } });
    await latchkey.account.methods.confirm({ code: await codeOfMail(service, email, again) });
    expect(await latchkey.at('signedIn')).toMatchObject({ kind: 'full', pending: null });
  });

  test('a method that is given up is pending no more', async () => {
    await activate(service, latchkey);
    await latchkey.account.methods.begin({ kind: 'totp', destination: 'Phone' });
    await latchkey.account.methods.giveUp();
    expect(await latchkey.at('signedIn')).toMatchObject({ pending: null, methods: [] });
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown address are one answer', async () => {
    const email = newAddress();
    expect(await codeOf(latchkey.account.signIn.start({ email, password }))).toBe('CREDENTIALS_INVALID');
    expect(latchkey.view().account.stage).toBe('signedOut');
  });

  test('wrong codes add up, the attempt ends, and the person is back at the password', async () => {
    const { email, totpId } = await enrol(service, latchkey);
    await latchkey.account.signOut();
    await latchkey.account.signIn.start({ email, password });
    const guess = () =>
      codeOf(latchkey.account.signIn.verify({ methodId: totpId, code: '000000', trust: false }));
    const outcomes: string[] = [];
    for (let index = 0; index < 6; index += 1) outcomes.push(await guess());
    expect(outcomes).toEqual([...Array.from({ length: 5 }, () => 'CODE_WRONG'), 'FLOW_INVALID']);
    expect(latchkey.view().account).toMatchObject({ stage: 'signedOut', address: email });
    await latchkey.account.signIn.start({ email, password });
    const waiting = latchkey.account.signIn.verify({ methodId: totpId, code: '000000', trust: false });
    await expect(waiting).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      data: { retryAfterSeconds: expect.any(Number), disabled: false },
    });
    expect(latchkey.view().account.stage).toBe('secondFactor');
  });

  test('an attempt is over after ten minutes, by the clock alone', async () => {
    const { email, totpId } = await enrol(service, latchkey);
    await latchkey.account.signOut();
    await latchkey.account.signIn.start({ email, password });
    await latchkey.at('secondFactor');
    service.clock.move(10 * 60_000 + 1_000);
    await latchkey.at('signedOut');
    expect(await codeOf(latchkey.account.signIn.send({ methodId: totpId }))).toBe('OTHER_STEP');
  });

  test('a method of another kind than can be sent, and one without an entry here', async () => {
    const { email, totpId } = await enrol(service, latchkey);
    const other = await createComputer(service);
    const there = await other.start();
    await there.account.signIn.start({ email, password });
    expect((await there.at('secondFactor')).methods).toMatchObject([{ id: totpId, entryId: null }]);
    expect(await codeOf(there.account.signIn.verify({ methodId: totpId, trust: false }))).toBe(
      'ENTRY_NOT_FOUND',
    );
    expect(await codeOf(there.account.signIn.send({ methodId: totpId }))).toBe('METHOD_NOT_FOUND');
    await other.stop();
  });

  test('a recovery code stands in once', async () => {
    const email = await activate(service, latchkey);
    await latchkey.account.methods.begin({ kind: 'totp', destination: 'Latchkey' });
    await latchkey.account.methods.useThisVault({});
    const { codes } = await latchkey.account.recoveryCodes.show();
    const [code = ''] = codes;
    await latchkey.account.signOut();
    await latchkey.account.signIn.start({ email, password });
    expect(await codeOf(latchkey.account.signIn.recover({ code: '0000-0000-0000-0000' }))).toBe('CODE_WRONG');
    await latchkey.account.signIn.recover({ code });
    expect(await latchkey.at('signedIn')).toMatchObject({
      kind: 'full',
      recoveryCodesLeft: 9,
      trustedUntil: null,
    });
    nextStep(service);
    await latchkey.account.stepUp.recover({ code: codes[1] ?? '' });
    expect(await latchkey.at('signedIn')).toMatchObject({ recoveryCodesLeft: 8 });
  });

  test('trust lasts its days from its check and no longer', async () => {
    const { email, totpId } = await enrol(service, latchkey);
    await latchkey.account.signOut();
    nextStep(service);
    await latchkey.account.signIn.start({ email, password });
    await latchkey.account.signIn.verify({ methodId: totpId, trust: true });
    const { trustedUntil } = await latchkey.at('signedIn');
    expect(
      Math.abs((trustedUntil ?? 0) - service.clock.now() - accountLimits.trustDays * 24 * hour),
    ).toBeLessThan(10_000);
    service.clock.move(accountLimits.trustDays * 24 * hour - 30_000);
    await latchkey.account.refresh();
    expect(await latchkey.at('signedOut')).toMatchObject({ address: email, trustedUntil, ended: 'expired' });
    await latchkey.account.signIn.start({ email, password });
    expect(await latchkey.at('signedIn')).toMatchObject({ trustedUntil });
    service.clock.move(40_000);
    await latchkey.until(({ account }) => account.stage === 'signedIn' && account.trustedUntil === null);
    await latchkey.account.signOut();
    await latchkey.account.signIn.start({ email, password });
    await latchkey.at('secondFactor');
  });

  test('ended elsewhere, the session is over here, and the address stays', async () => {
    const { email, totpId } = await enrol(service, latchkey);
    const other = await createComputer(service);
    const there = await other.start();
    await there.account.signIn.start({ email, password });
    nextStep(service);
    const entry = await latchkey.client.codes.watch();
    const codes = await entry.next();
    const code = codes.done ? '' : (codes.value.codes[0]?.code ?? '');
    await entry.return?.(undefined);
    expect(await codeOf(there.account.signIn.verify({ methodId: totpId, code, trust: false }))).toBe('none');
    expect(await there.account.sessions.endOthers()).toEqual({ ended: 1 });
    expect(await codeOf(latchkey.account.sessions.list())).toBe('UNAUTHENTICATED');
    expect(latchkey.view().account).toMatchObject({ stage: 'signedOut', address: email, ended: 'elsewhere' });
    await other.stop();
  });
});
