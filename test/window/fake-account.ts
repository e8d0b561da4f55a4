import { randomUUID } from 'node:crypto';
import { EventPublisher, implement } from '@orpc/server';
import QRCode from 'qrcode';
import { plainRecoveryCode } from '../../src/contract/account-service/spelling.ts';
import { accountContract } from '../../src/contract/account.ts';
import type { AccountView, AccountState, PendingMethod } from '../../src/contract/account-state.ts';
import { fakeAccountPage } from './fake-account-page.ts';
import { day, enrolling, minute, onItsWay, signedIn, signedOut } from './made-up-account.ts';

/** The code that counts everywhere. */
/** An address that strangers guess at, and the code that its mail holds. */
export const heldBack = 'grace@example.org';
export const mailedCode = '7K2M-9QXA-B4TC-0WZE';
export const rightCode = '271828';
export const recoveryCodes = Array.from({ length: 10 }, (_, n) => `${n}ADA-LOVE-LACE-18${n}5`);
export const setUpAddress =
  'otpauth://totp/Analytical%20Engines:ada@example.org?secret=GEZDGNBVGY3TQOJQ&issuer=Analytical%20Engines';

type Stage = AccountState['stage'];
type At<S extends Stage> = Extract<AccountState, { stage: S }>;

/** The account of the fake application, from what a test starts it with. */
export function createFakeAccount(start: AccountView) {
  let view = start;
  const news = new EventPublisher<{ view: AccountView }>();
  const set = (part: Partial<AccountView>) => {
    view = { ...view, ...part };
    news.publish('view', view);
  };
  const os = implement(accountContract);
  const at = <S extends Stage>(stage: S): At<S> => {
    const { account } = view;
    if (!isAt(account, stage)) throw new Error(`the account is at ${account.stage}, not at ${stage}`);
    return account;
  };
  const inside = (part: Partial<At<'signedIn'>>) => set({ account: { ...at('signedIn'), ...part } });
  const isFresh = () => {
    const { kind, freshUntil } = at('signedIn');
    return kind === 'enrolment' || (freshUntil !== null && freshUntil > Date.now());
  };
  let tries = 5;
  const sent = (hint: string) => ({
    hint,
    expiresAt: Date.now() + 10 * minute,
    resendAt: Date.now() + minute,
  });
  const confirmPending = (entryId: string | null) => {
    const { methods, pending, kind } = at('signedIn');
    if (pending === null) throw new Error('nothing is pending');
    const { methodId: id, kind: of, destination, replaces } = pending;
    const now = Date.now();
    const added = {
      id,
      kind: of,
      destination,
      confirmed: true,
      disabled: false,
      addedAt: now,
      lastUsedAt: null,
      entryId,
    };
    const next = [...methods.filter((method) => method.id !== replaces), added];
    inside({
      kind: 'full',
      methods: next,
      pending: null,
      secondMethodAdvised: next.length < 2,
      ...(kind === 'enrolment' && {
        recoveryCodesLeft: 10,
        recoveryCodesToKeep: true,
        freshUntil: now + 5 * minute,
      }),
    });
  };

  const router = os.router({
    watch: os.watch.handler(async function* ({ signal }) {
      yield view;
      for await (const next of news.subscribe('view', { signal })) yield next;
    }),
    refresh: os.refresh.handler(() => {
      set({ server: { ...view.server, status: 'ready' } });
      if (view.link?.state === 'unreachable') set({ link: { ...view.link, state: 'ready' } });
    }),
    setServer: os.setServer.handler(({ input, errors }) => {
      if (!/^https:\/\/[\w.-]+\.\w+$/.test(input.address)) throw errors.SERVER_ADDRESS_INVALID();
      set({ server: { ...view.server, address: input.address, status: 'ready' } });
      if (view.link?.state === 'otherServer') set({ link: { ...view.link, state: 'ready' } });
    }),
    signUp: {
      start: os.signUp.start.handler(({ input: { name, email } }) =>
        set({ account: onItsWay({ name, address: email }) }),
      ),
      resend: os.signUp.resend.handler(() =>
        set({ account: { ...at('mailOnItsWay'), resendAt: Date.now() + minute } }),
      ),
      giveUp: os.signUp.giveUp.handler(() => set({ account: signedOut() })),
    },
    link: {
      open: os.link.open.handler(({ input: { text }, errors }) => {
        const [kind] = /activate|reset/.exec(text) ?? [];
        if (kind !== 'activate' && kind !== 'reset') throw errors.LINK_NOT_OURS();
        set({
          link: {
            kind,
            server: 'https://account.example.org',
            address: 'a•••@example.org',
            state: 'ready',
            needsPassword: false,
          },
        });
      }),
      activate: os.link.activate.handler(({ input: { password }, errors }) => {
        if (view.link?.needsPassword === true && password !== 'correct horse battery') {
          throw errors.PASSWORD_WRONG();
        }
        const { account } = view;
        const who = account.stage === 'mailOnItsWay' ? { name: account.name, address: account.address } : {};
        set({ link: null, account: enrolling(who) });
      }),
      askNewer: os.link.askNewer.handler(({ input: { email } }) =>
        set({ link: null, account: onItsWay({ name: '', address: email }) }),
      ),
      reset: os.link.reset.handler(() =>
        set({ link: null, account: signedOut({ address: 'ada@example.org' }) }),
      ),
      dismiss: os.link.dismiss.handler(() => set({ link: null })),
    },
    signIn: {
      start: os.signIn.start.handler(({ input: { email, password, confirmation }, errors }) => {
        if (email === heldBack && confirmation !== plainRecoveryCode(mailedCode)) {
          const data = { retryAfterSeconds: 1_920, disabled: false, confirmByMail: true as const };
          throw errors.TOO_MANY_ATTEMPTS({ data });
        }
        if (password !== 'correct horse battery') throw errors.CREDENTIALS_INVALID();
        const { account } = view;
        if (account.stage === 'signedOut' && account.trustedUntil !== null)
          return set({ account: signedIn() });
        return set({
          account: {
            stage: 'secondFactor',
            address: email,
            expiresAt: Date.now() + 10 * minute,
            methods: [
              { id: randomUUID(), kind: 'totp', hint: 'Authenticator app', entryId: randomUUID() },
              { id: randomUUID(), kind: 'email', hint: 'a•••@proton.me', entryId: null },
            ],
            canRecover: true,
            sent: null,
          },
        });
      }),
      send: os.signIn.send.handler(({ input: { methodId } }) => {
        const account = at('secondFactor');
        const hint = account.methods.find(({ id }) => id === methodId)?.hint ?? '';
        set({ account: { ...account, sent: { methodId, ...sent(hint) } } });
      }),
      verify: os.signIn.verify.handler(({ input: { code, trust }, errors }) => {
        if (code !== undefined && code.replace(/\s/g, '') !== rightCode) {
          throw errors.CODE_WRONG({ data: { triesLeft: (tries -= 1) } });
        }
        set({ account: signedIn({ trustedUntil: trust ? Date.now() + 7 * day : null }) });
      }),
      recover: os.signIn.recover.handler(() => set({ account: signedIn({ recoveryCodesLeft: 9 }) })),
      giveUp: os.signIn.giveUp.handler(() =>
        set({ account: signedOut({ address: at('secondFactor').address }) }),
      ),
      forgotPassword: os.signIn.forgotPassword.handler(() => undefined),
    },
    signOut: os.signOut.handler(() => {
      set({ account: signedOut() });
      return { serverTold: view.server.status === 'ready' };
    }),
    stepUp: {
      send: os.stepUp.send.handler(({ input: { methodId } }) =>
        sent(at('signedIn').methods.find(({ id }) => id === methodId)?.destination ?? ''),
      ),
      verify: os.stepUp.verify.handler(({ input: { code }, errors }) => {
        if (code !== undefined && code.replace(/\s/g, '') !== rightCode) {
          throw errors.CODE_WRONG({ data: { triesLeft: (tries -= 1) } });
        }
        inside({ freshUntil: Date.now() + 5 * minute });
      }),
      recover: os.stepUp.recover.handler(() => inside({ freshUntil: Date.now() + 5 * minute })),
    },
    methods: {
      begin: os.methods.begin.handler(({ input: { kind, destination, replaces }, errors }) => {
        if (!isFresh()) throw errors.STEP_UP_REQUIRED();
        const all = { methodId: randomUUID(), destination, replaces: replaces ?? null };
        const pending: PendingMethod =
          kind === 'totp' ? { ...all, kind, entryId: null } : { ...all, kind, sent: sent(destination) };
        inside({ pending });
      }),
      resend: os.methods.resend.handler(() => {
        const { pending } = at('signedIn');
        if (pending !== null && pending.kind !== 'totp') {
          inside({ pending: { ...pending, sent: sent(pending.destination) } });
        }
      }),
      qr: os.methods.qr.handler(() => ({ rows: qrRows(setUpAddress), key: 'GEZD GNBV GY3T QOJQ' })),
      confirm: os.methods.confirm.handler(({ input: { code }, errors }) => {
        if (code.replace(/\s/g, '') !== rightCode) {
          throw errors.CODE_WRONG({ data: { triesLeft: (tries -= 1) } });
        }
        confirmPending(null);
      }),
      useThisVault: os.methods.useThisVault.handler(() => {
        const entryId = randomUUID();
        confirmPending(entryId);
        return { entryId };
      }),
      giveUp: os.methods.giveUp.handler(() => inside({ pending: null })),
      remove: os.methods.remove.handler(({ input: { methodId }, errors }) => {
        if (!isFresh()) throw errors.STEP_UP_REQUIRED();
        const methods = at('signedIn').methods.filter(({ id }) => id !== methodId);
        inside({ methods, secondMethodAdvised: methods.length < 2 });
      }),
    },
    recoveryCodes: {
      generate: os.recoveryCodes.generate.handler(({ errors }) => {
        if (!isFresh()) throw errors.STEP_UP_REQUIRED();
        inside({ recoveryCodesLeft: 10, recoveryCodesToKeep: true });
      }),
      show: os.recoveryCodes.show.handler(() => ({ codes: recoveryCodes })),
      confirmSaved: os.recoveryCodes.confirmSaved.handler(() => inside({ recoveryCodesToKeep: false })),
    },
    ...fakeAccountPage(os, { at, inside, set, isFresh, sent }),
  });
  return { router, set, now: () => view };
}

function isAt<S extends Stage>(account: AccountState, stage: S): account is At<S> {
  return account.stage === stage;
}

function qrRows(text: string): string[] {
  const { data, size } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (data[y * size + x] === 0 ? '0' : '1')).join(''),
  );
}
