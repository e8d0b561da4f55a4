import type { Latchkey, RunningService } from './rig.ts';
import { activate, activationLink, addEmail, enrol, newAddress, nextStep, password } from './person.ts';

const unknown = '6f1b4c8e-0d1a-4b8e-9a51-3a1f7d1f5a10';

interface Place {
  latchkey: Latchkey;
  /** What the way there found out. */
  note: string;
}

/** Where a person can be, and every call that asks the server from there. */
export const places: [
  place: string,
  getThere: (service: RunningService, latchkey: Latchkey) => Promise<string>,
  calls: Record<string, (place: Place) => Promise<unknown>>,
][] = [
  [
    'the form',
    async () => '',
    {
      'signUp.start': ({ latchkey: { account } }) =>
        account.signUp.start({ name: 'Noor', email: newAddress(), password, language: 'en' }),
      'signIn.start': ({ latchkey: { account } }) => account.signIn.start({ email: newAddress(), password }),
      'signIn.forgotPassword': ({ latchkey: { account } }) =>
        account.signIn.forgotPassword({ email: newAddress() }),
      'support.ask': ({ latchkey: { account } }) =>
        account.support.ask({ email: newAddress(), reason: 'lost', contact: newAddress() }),
    },
  ],
  [
    'the mail on its way, its link open',
    async (service, latchkey) => {
      const email = newAddress();
      await latchkey.account.signUp.start({ name: 'Noor', email, password, language: 'en' });
      await latchkey.account.link.open({ text: await activationLink(service, email) });
      return email;
    },
    {
      'signUp.resend': ({ latchkey: { account } }) => account.signUp.resend(),
      'link.activate': ({ latchkey: { account } }) => account.link.activate({}),
      'link.askNewer': ({ latchkey: { account }, note }) => account.link.askNewer({ email: note }),
    },
  ],
  [
    'the second factor',
    async (service, latchkey) => {
      const { email, totpId } = await enrol(service, latchkey);
      const mailId = await addEmail(service, latchkey, newAddress());
      await latchkey.account.signOut();
      await latchkey.account.signIn.start({ email, password });
      nextStep(service);
      return `${totpId} ${mailId}`;
    },
    {
      'signIn.send': ({ latchkey: { account }, note }) =>
        account.signIn.send({ methodId: note.split(' ')[1] ?? '' }),
      'signIn.verify': ({ latchkey: { account }, note }) =>
        account.signIn.verify({ methodId: note.split(' ')[0] ?? '', trust: true }),
      'signIn.recover': ({ latchkey: { account } }) =>
        account.signIn.recover({ code: '0000-0000-0000-0000' }),
    },
  ],
  [
    'a method that waits for its code',
    async (service, latchkey) => {
      const email = await activate(service, latchkey);
      await latchkey.account.methods.begin({ kind: 'email', destination: email });
      return '';
    },
    {
      'methods.resend': ({ latchkey: { account } }) => account.methods.resend(),
      'methods.confirm': ({ latchkey: { account } }) => account.methods.confirm({ code: '123456' }),
      'methods.begin': ({ latchkey: { account } }) =>
        account.methods.begin({ kind: 'totp', destination: 'Phone' }),
    },
  ],
  [
    'the account page',
    async (service, latchkey) => {
      const { totpId } = await enrol(service, latchkey);
      const id = await addEmail(service, latchkey, newAddress());
      await latchkey.account.changeAddress.start({ email: newAddress() });
      nextStep(service);
      return `${totpId} ${id}`;
    },
    {
      'stepUp.send': ({ latchkey: { account }, note }) =>
        account.stepUp.send({ methodId: note.split(' ')[1] ?? '' }),
      'stepUp.verify': ({ latchkey: { account }, note }) =>
        account.stepUp.verify({ methodId: note.split(' ')[0] ?? '' }),
      'stepUp.recover': ({ latchkey: { account } }) =>
        account.stepUp.recover({ code: '0000-0000-0000-0000' }),
      'methods.remove': ({ latchkey: { account }, note }) =>
        account.methods.remove({ methodId: note.split(' ')[1] ?? '' }),
      'recoveryCodes.generate': ({ latchkey: { account } }) => account.recoveryCodes.generate(),
      'devices.list': ({ latchkey: { account } }) => account.devices.list(),
      'devices.revoke': ({ latchkey: { account } }) => account.devices.revoke({ deviceId: unknown }),
      'devices.revokeAll': ({ latchkey: { account } }) => account.devices.revokeAll(),
      'sessions.list': ({ latchkey: { account } }) => account.sessions.list(),
      'sessions.end': ({ latchkey: { account } }) => account.sessions.end({ sessionId: unknown }),
      'sessions.endOthers': ({ latchkey: { account } }) => account.sessions.endOthers(),
      changePassword: ({ latchkey: { account } }) =>
        account.changePassword({ current: password, next: 'violet umbrella 83 canyon' }),
      'changeAddress.start': ({ latchkey: { account } }) =>
        account.changeAddress.start({ email: newAddress() }),
      'changeAddress.confirm': ({ latchkey: { account } }) =>
        account.changeAddress.confirm({ code: '123456' }),
      'support.withdraw': ({ latchkey: { account } }) =>
        account.support.withdraw({ reference: 'LK-NOTHING1' }),
      update: ({ latchkey: { account } }) => account.update({ name: 'Other' }),
      activity: ({ latchkey: { account } }) => account.activity({}),
      export: ({ latchkey: { account } }) => account.export(),
      remove: ({ latchkey: { account } }) => account.remove({ password }),
      refresh: ({ latchkey: { account } }) => account.refresh(),
    },
  ],
];
