import { randomUUID } from 'node:crypto';
import type {
  AccountView,
  AccountMethod,
  AccountState,
  OpenedLink,
} from '../../src/contract/account-state.ts';
import { accountLimits } from '../../src/contract/account-service/limits.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

type SignedIn = Extract<AccountState, { stage: 'signedIn' }>;
type SecondFactor = Extract<AccountState, { stage: 'secondFactor' }>;

/** An account server that answers, and nobody signed in. */
export function viewOf(part: Partial<AccountView> = {}): AccountView {
  return {
    server: {
      address: 'https://account.example.org',
      status: 'ready',
      branding: {
        name: 'Analytical Engines',
        portal: 'https://portal.example.org/',
        support: { address: 'support@example.org', url: 'https://help.example.org/' },
        methods: ['email', 'sms', 'totp'],
        password: { minLength: 15, maxLength: 128 },
        trustDays: accountLimits.trustDays,
      },
      trialInbox: null,
      trialFailure: null,
      isFixed: false,
    },
    account: signedOut(),
    link: null,
    support: null,
    ...part,
  };
}

/** Nobody signed in. */
export function signedOut(part: Partial<Extract<AccountState, { stage: 'signedOut' }>> = {}): AccountState {
  return { stage: 'signedOut', address: null, trustedUntil: null, ended: null, ...part };
}

/** A sign-up whose mail is under way. */
export function onItsWay(part: Partial<Extract<AccountState, { stage: 'mailOnItsWay' }>> = {}): AccountState {
  const now = Date.now();
  return {
    stage: 'mailOnItsWay',
    name: 'Ada Lovelace',
    address: 'ada@example.org',
    sentAt: now,
    resendAt: now + minute,
    expiresAt: now + 2 * day,
    ...part,
  };
}

/** A confirmed method with usual values where a test does not care. */
export function methodOf(part: Partial<AccountMethod> = {}): AccountMethod {
  return {
    id: randomUUID(),
    kind: 'totp',
    destination: 'Authenticator app',
    confirmed: true,
    disabled: false,
    addedAt: Date.now() - 3 * day,
    lastUsedAt: Date.now() - 2 * hour,
    entryId: null,
    ...part,
  };
}

/** Signed in with two methods, one of them in this vault. */
export function signedIn(part: Partial<SignedIn> = {}): SignedIn {
  return {
    stage: 'signedIn',
    kind: 'full',
    name: 'Ada Lovelace',
    address: 'ada@example.org',
    language: 'en',
    methods: [
      methodOf({ entryId: randomUUID() }),
      methodOf({ kind: 'email', destination: 'ada.codes@proton.me' }),
    ],
    pending: null,
    secondMethodAdvised: false,
    recoveryCodesLeft: 10,
    recoveryCodesToKeep: false,
    openSupportRequests: [],
    freshUntil: null,
    trustedUntil: Date.now() + 6 * day,
    pendingAddress: null,
    isStale: false,
    ...part,
  };
}

/** Just activated: the first method is to be set up. */
export function enrolling(part: Partial<SignedIn> = {}): SignedIn {
  return signedIn({
    kind: 'enrolment',
    methods: [],
    secondMethodAdvised: true,
    recoveryCodesLeft: 0,
    trustedUntil: null,
    ...part,
  });
}

/** After the password: three methods, one of them in this vault. */
export function secondFactor(part: Partial<SecondFactor> = {}): SecondFactor {
  return {
    stage: 'secondFactor',
    address: 'ada@example.org',
    expiresAt: Date.now() + 10 * minute,
    methods: [
      { id: randomUUID(), kind: 'totp', hint: 'Authenticator app', entryId: randomUUID() },
      { id: randomUUID(), kind: 'email', hint: 'a•••@proton.me', entryId: null },
      { id: randomUUID(), kind: 'sms', hint: '+31•••••78', entryId: null },
    ],
    canRecover: true,
    sent: null,
    ...part,
  };
}

/** A link that was opened and waits for a yes. */
export function linkOf(part: Partial<OpenedLink> = {}): OpenedLink {
  return {
    kind: 'activate',
    server: 'https://account.example.org',
    address: 'a•••@example.org',
    state: 'ready',
    needsPassword: false,
    ...part,
  };
}
