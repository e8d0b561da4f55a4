import type { implement } from '@orpc/server';
import type { AuditEvent } from '../../src/contract/account-service.ts';
import type { accountContract } from '../../src/contract/account.ts';
import type { AccountView, AccountState } from '../../src/contract/account-state.ts';
import { day, hour, signedOut } from './made-up-account.ts';

type SignedIn = Extract<AccountState, { stage: 'signedIn' }>;
type Os = ReturnType<typeof implement<typeof accountContract>>;

interface Hands {
  at: (stage: 'signedIn') => SignedIn;
  inside: (part: Partial<SignedIn>) => void;
  set: (part: Partial<AccountView>) => void;
  isFresh: () => boolean;
  sent: (hint: string) => { hint: string; expiresAt: number; resendAt: number };
}

const iso = (fromNow: number) => new Date(Date.now() + fromNow).toISOString();

/** What the account page asks for: computers, sessions, activity, changes, the end. */
export function fakeAccountPage(os: Os, { at, inside, set, isFresh, sent }: Hands) {
  let devices = [
    deviceOf('11111111-1111-4111-8111-111111111111', 'Ada’s ThinkPad', true, 6 * day),
    deviceOf('22222222-2222-4222-8222-222222222222', 'Workshop desktop', false, 2 * day),
  ];
  let sessions = [
    sessionOf('33333333-3333-4333-8333-333333333333', 'Ada’s ThinkPad', true),
    sessionOf('44444444-4444-4444-8444-444444444444', 'Workshop desktop', false),
    sessionOf('55555555-5555-4555-8555-555555555555', 'Old laptop', false),
  ];
  return {
    devices: {
      list: os.devices.list.handler(() => ({ devices })),
      revoke: os.devices.revoke.handler(({ input }) => {
        devices = devices.filter(({ id }) => id !== input.deviceId);
      }),
      revokeAll: os.devices.revokeAll.handler(() => {
        const revoked = devices.length;
        devices = [];
        return { revoked };
      }),
    },
    sessions: {
      list: os.sessions.list.handler(() => ({ sessions })),
      end: os.sessions.end.handler(({ input }) => {
        sessions = sessions.filter(({ id }) => id !== input.sessionId);
      }),
      endOthers: os.sessions.endOthers.handler(() => {
        const ended = sessions.length - 1;
        sessions = sessions.filter(({ current }) => current);
        return { ended };
      }),
    },
    changePassword: os.changePassword.handler(({ input, errors }) => {
      if (!isFresh()) throw errors.STEP_UP_REQUIRED();
      if (input.current !== 'correct horse battery') throw errors.PASSWORD_WRONG();
    }),
    changeAddress: {
      start: os.changeAddress.start.handler(({ input, errors }) => {
        if (!isFresh()) throw errors.STEP_UP_REQUIRED();
        inside({ pendingAddress: { address: input.email, sent: sent(input.email) } });
      }),
      confirm: os.changeAddress.confirm.handler(() =>
        inside({ address: at('signedIn').pendingAddress?.address ?? '', pendingAddress: null }),
      ),
      giveUp: os.changeAddress.giveUp.handler(() => inside({ pendingAddress: null })),
    },
    update: os.update.handler(({ input: { name, language } }) =>
      inside({ ...(name !== undefined && { name }), ...(language !== undefined && { language }) }),
    ),
    activity: os.activity.handler(({ input: { before } }) =>
      before === undefined ? { events: newest(), next: '4' } : { events: older(), next: null },
    ),
    export: os.export.handler(({ errors }) => {
      if (!isFresh()) throw errors.STEP_UP_REQUIRED();
      return { json: '{ "name": "Ada Lovelace" }' };
    }),
    remove: os.remove.handler(({ input, errors }) => {
      if (input.password !== 'correct horse battery') throw errors.PASSWORD_WRONG();
      set({ account: signedOut() });
    }),
    support: {
      ask: os.support.ask.handler(({ input: { contact } }) => {
        const reference = 'LK-7F3K-92QD';
        set({ support: { reference, contact, sentAt: Date.now() } });
        return { reference };
      }),
      withdraw: os.support.withdraw.handler(({ input: { reference } }) => {
        const { openSupportRequests } = at('signedIn');
        inside({ openSupportRequests: openSupportRequests.filter((one) => one.reference !== reference) });
        set({ support: null });
      }),
      dismiss: os.support.dismiss.handler(() => set({ support: null })),
    },
  };
}

function deviceOf(id: string, name: string, current: boolean, left: number) {
  return {
    id,
    name,
    current,
    platform: 'linux' as const,
    trustedSince: iso(left - 7 * day),
    trustedUntil: iso(left),
    lastSeenAt: iso(-2 * hour),
    syncs: current,
  };
}

function sessionOf(id: string, deviceName: string, current: boolean) {
  return {
    id,
    current,
    kind: 'full' as const,
    deviceName,
    platform: 'linux' as const,
    network: '192.0.2.0/24',
    signedInAt: iso(-5 * hour),
    lastSeenAt: iso(-hour / 6),
    expiresAt: iso(hour),
  };
}

function newest(): AuditEvent[] {
  return [
    eventOf('7', 'sign-in', -hour),
    eventOf('6', 'method-added', -3 * hour, { method: 'sms', hint: '+31•••••78' }),
    { ...eventOf('5', 'mfa-reset', -day), actor: 'operator', deviceName: null, network: null },
    eventOf('4', 'something-new', -2 * day),
  ];
}

function older(): AuditEvent[] {
  return [eventOf('3', 'recovery-codes-made', -3 * day), eventOf('1', 'activated', -4 * day)];
}

function eventOf(
  id: string,
  event: string,
  fromNow: number,
  details: AuditEvent['details'] = {},
): AuditEvent {
  return {
    id,
    at: iso(fromNow),
    event,
    actor: 'person',
    network: '192.0.2.0/24',
    deviceName: 'Ada’s ThinkPad',
    details,
  };
}
