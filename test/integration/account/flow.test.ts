/** The whole way of a person, through the window's contract, against the real service. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountLimits } from '../../../src/contract/account-service/limits.ts';
import {
  createComputer,
  patience,
  startService,
  type Computer,
  type Latchkey,
  type RunningService,
} from './rig.ts';

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

const email = 'noor@example.org';
const password = 'seven paper boats drift north';

async function linkOfMail(address: string): Promise<string> {
  const [, token = ''] = await service.world.inbox.waitForMail(address, /activate\?token=([\w-]+)/);
  const query = new URLSearchParams({ server: service.world.publicUrl, token });
  return `latchkey://activate?${query.toString()}`;
}

async function codeOfMail(address: string, notBefore: number): Promise<string> {
  const [code] = await service.world.inbox.waitForMail(address, /\b\d{6}\b/, notBefore);
  return code;
}

test('from sign-up over the link, two methods and recovery codes to a trusted computer, and all of it changed', async () => {
  let latchkey: Latchkey = await computer.start();
  const account = () => latchkey.account;
  await latchkey.at('signedOut');

  await account().signUp.start({ name: 'Noor Bakker', email, password, language: 'en' });
  expect(latchkey.view().account).toMatchObject({
    stage: 'mailOnItsWay',
    address: email,
    name: 'Noor Bakker',
  });

  latchkey.openLink(await linkOfMail(email));
  const { link } = await latchkey.until((view) => view.link?.state === 'ready');
  expect(link).toMatchObject({
    kind: 'activate',
    needsPassword: false,
    address: expect.stringContaining('•'),
  });
  await account().link.activate({});
  expect(latchkey.view()).toMatchObject({
    link: null,
    account: { stage: 'signedIn', kind: 'enrolment', name: 'Noor Bakker', address: email, isStale: false },
  });

  await account().methods.begin({ kind: 'totp', destination: 'Latchkey' });
  const { rows, key } = await account().methods.qr();
  expect(rows.length).toBe(rows[0]?.length);
  expect(key).toMatch(/^(?:[A-Z2-7]{4} ?){8}$/);
  const { entryId } = await account().methods.useThisVault({});
  expect(latchkey.view().account).toMatchObject({
    kind: 'full',
    pending: null,
    methods: [{ kind: 'totp', confirmed: true, entryId }],
    secondMethodAdvised: true,
    recoveryCodesToKeep: true,
  });

  const before = service.world.inbox.mails.length;
  await account().methods.begin({ kind: 'email', destination: 'other@example.org' });
  await account().methods.confirm({ code: await codeOfMail('other@example.org', before) });
  expect(latchkey.view().account).toMatchObject({ secondMethodAdvised: false });

  const { codes } = await account().recoveryCodes.show();
  expect(codes).toHaveLength(10);
  await account().recoveryCodes.confirmSaved();
  await expect(account().recoveryCodes.show()).rejects.toMatchObject({ code: 'OTHER_STEP' });

  expect(await account().signOut()).toEqual({ serverTold: true });
  expect(latchkey.view().account).toMatchObject({ stage: 'signedOut', address: null, trustedUntil: null });

  // Within the very half minute of the enrolment: its step is used up.
  await account().signIn.start({ email, password });
  const second = await latchkey.at('secondFactor');
  const own = second.methods.find((method) => method.entryId === entryId);
  const verifying = account().signIn.verify({ methodId: own?.id ?? '', trust: true });
  service.clock.move(32_000);
  await verifying;
  const signedIn = await latchkey.at('signedIn');
  expect(signedIn.trustedUntil).toBeGreaterThan(
    service.clock.now() + (accountLimits.trustDays - 0.1) * 86_400_000,
  );

  await latchkey.stop();
  latchkey = await computer.start();
  const reopened = await latchkey.at('signedOut');
  expect(reopened).toMatchObject({ address: email, ended: null, trustedUntil: signedIn.trustedUntil });
  await account().signIn.start({ email, password });
  expect(await latchkey.at('signedIn')).toMatchObject({ name: 'Noor Bakker', address: email });
  service.clock.move(25 * 3_600_000);
  await account().refresh();
  expect(await latchkey.at('signedOut')).toMatchObject({ address: email, ended: 'expired' });

  await latchkey.stop();
  latchkey = await computer.start();
  const remembered = await latchkey.at('signedOut');
  expect(remembered).toMatchObject({ address: email, ended: 'expired', trustedUntil: expect.any(Number) });
  await account().signIn.start({ email, password });
  expect(await latchkey.at('signedIn')).toMatchObject({ freshUntil: null });
  expect((await account().devices.list()).devices).toMatchObject([{ current: true }]);

  // A method is replaced: the new one counts first, then the old one goes.
  const mail = (await latchkey.at('signedIn')).methods.find(({ kind }) => kind === 'email');
  const begin = { kind: 'email', destination: 'third@example.org', replaces: mail?.id ?? '' } as const;
  await expect(account().methods.begin(begin)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
  await account().stepUp.verify({ methodId: own?.id ?? '' });
  const replacing = service.world.inbox.mails.length;
  await account().methods.begin(begin);
  await account().methods.confirm({ code: await codeOfMail('third@example.org', replacing) });
  const replaced = await latchkey.at('signedIn');
  expect(replaced.methods.map(({ destination }) => destination)).toEqual(['Latchkey', 'third@example.org']);
  expect(replaced.trustedUntil).toBeNull();

  const [first, last] = replaced.methods;
  await account().methods.remove({ methodId: last?.id ?? '' });
  await expect(account().methods.remove({ methodId: first?.id ?? '' })).rejects.toMatchObject({
    code: 'LAST_METHOD',
  });

  const { reference } = await account().support.ask({ email, reason: 'I lost my phone', contact: email });
  expect(latchkey.view().support).toMatchObject({ reference, contact: email });
  await account().support.dismiss();
  expect(latchkey.view().support).toBeNull();
  expect(computer.log.lines).toEqual([]);
});
