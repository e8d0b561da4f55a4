import type { OpenedLink } from '../../contract/account-state.ts';
import { Failure, isFailure } from '../failure.ts';
import { mendLink } from '../links/mend.ts';
import type { AccountLink } from '../links/routes.ts';
import type { ApiCaller } from '../ports.ts';
import type { Account } from './calls.ts';
import { watchersNotified } from './local-account-store.ts';
import type { OpenLocalAccount } from './open-local-account.ts';
import { requireStage } from './session.ts';
import { mailSent } from './sign-up.ts';
import type { AccountContext } from './context.ts';
import { withoutSession } from './local-account.ts';

export interface Links {
  calls: Account['link'];
  /** See `Account.openLink`. */
  open(raw: string): void;
  /** What the window may know about the link, which excludes its token. */
  view(): OpenedLink | null;
  /** Checks a link that could not be checked before: the vault has opened, or the server has changed. */
  lookAgain(): Promise<void>;
}

/** Checks and shows an opened link; uses it only when the person says so. */
export function createLinks(context: AccountContext & { changed: () => void }): Links {
  const { store, server, session, clock, device, changed } = context;
  /** In memory only: if it is not dealt with now, the person opens the link again. */
  let link: (AccountLink & { seen: OpenedLink }) | null = null;

  const ownPages = (): string[] => {
    const known = server.known();
    return known ? [known.origin, known.info.url] : [];
  };

  function show(seen: Partial<OpenedLink>): void {
    if (link === null) return;
    link = { ...link, seen: { ...link.seen, ...seen } };
    changed();
  }

  function take(opened: AccountLink): void {
    const { kind, server: origin } = opened;
    link = {
      ...opened,
      seen: { kind, server: origin, address: null, state: 'looking', needsPassword: false },
    };
    changed();
  }

  async function look(local: OpenLocalAccount): Promise<void> {
    if (link === null || !['looking', 'unreachable', 'otherServer'].includes(link.seen.state)) return;
    const { token, kind } = link;
    try {
      await server.ready();
      if (!ownPages().includes(link.server)) return show({ state: 'otherServer' });
      const found =
        kind === 'activate'
          ? await server.ask(callerOf(local), (client) => client.activation.inspect({ token }))
          : {
              isOwnDevice: true,
              ...(await server.ask(null, (client) => client.passwordReset.inspect({ token }))),
            };
      // Another link was opened meanwhile.
      if (link?.token !== token) return;
      const { state, address, isOwnDevice } = found;
      show({ state: state === 'open' ? 'ready' : state, address, needsPassword: !isOwnDevice });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const isElsewhere = server.state().status === 'none' || !isOfServer(link.server);
      show({ state: isElsewhere ? 'otherServer' : 'unreachable' });
    }
  }

  /** Whether a link is for the configured server, judged by its address while the server does not answer. */
  function isOfServer(origin: string): boolean {
    return origin === server.state().address || ownPages().includes(origin);
  }

  const lookAgain = async (): Promise<void> => {
    if (link === null) return;
    try {
      await store.inTurn(look);
    } catch (error) {
      // The vault was locked meanwhile: the link is checked when it opens.
      if (!isFailure(error, 'VAULT_NOT_OPEN')) throw error;
    }
  };

  /** Uses the link; if the server refuses it, shows the reason. */
  async function use<T>(
    local: OpenLocalAccount,
    kind: AccountLink['kind'],
    ask: (token: string) => Promise<T>,
  ): Promise<T> {
    if (link?.kind !== kind || link.seen.state !== 'ready') throw new Failure('OTHER_STEP');
    try {
      return await ask(link.token);
    } catch (error) {
      if (isFailure(error, 'LINK_EXPIRED')) show({ state: 'expired' });
      if (isFailure(error, 'LINK_INVALID')) {
        // Used or replaced since it was looked at: the server knows which.
        show({ state: 'looking' });
        await look(local);
      }
      throw error;
    }
  }

  return {
    view: () => link?.seen ?? null,
    lookAgain,

    open(raw) {
      const read = mendLink(raw, ownPages());
      if (read === null) return;
      if (read === 'damaged') {
        take({
          kind: /reset/i.test(raw) ? 'reset' : 'activate',
          server: server.state().address ?? '',
          token: '',
        });
        show({ state: 'damaged' });
        return;
      }
      take(read);
      void lookAgain().catch(() => show({ state: 'unreachable' }));
    },

    calls: {
      async open({ text }) {
        const read = mendLink(text, ownPages());
        if (read === null) throw new Failure('LINK_NOT_OURS');
        if (read === 'damaged') throw new Failure('LINK_DAMAGED');
        take(read);
        await lookAgain();
        await watchersNotified();
      },

      activate: ({ password }) =>
        store.inTurn(async (local) => {
          requireStage(local, clock.now(), 'signedOut', 'mailOnItsWay', 'secondFactor');
          const { grant } = await use(local, 'activate', (token) =>
            session.askAsDevice(local, (client) =>
              client.activation.confirm({ token, device, ...(password !== undefined && { password }) }),
            ),
          );
          // If another computer signed up, the server is about to say whose account it is.
          const own = link?.seen.needsPassword === false ? local.get().signUp : null;
          link = null;
          await local.change(withoutSession);
          await session.adopt(local, grant, { address: own?.address ?? null, signUp: null, attempt: null });
          await session.sync(local);
        }),

      askNewer: ({ email }) =>
        store.inTurn(async (local) => {
          requireStage(local, clock.now(), 'signedOut', 'mailOnItsWay');
          // The sign-up may be another computer's; the link tells which one.
          const token = link?.kind === 'activate' ? link.token : undefined;
          await session.askAsDevice(local, (client) =>
            client.activation.resend({ email, ...(token !== undefined && { token }) }),
          );
          const { signUp } = local.get();
          const own = signUp?.address === email ? signUp : { name: '', address: email, language: null };
          await local.change({ signUp: mailSent(own, clock) });
          link = null;
        }),

      reset: ({ password }) =>
        store.inTurn(async (local) => {
          await use(local, 'reset', (token) =>
            server.ask(null, (client) => client.passwordReset.confirm({ token, password })),
          );
          link = null;
          // A password reset ends all the account's sessions, including this one if it is the same account's.
          if (local.get().session !== null) await session.sync(local);
        }),

      async dismiss() {
        link = null;
        changed();
        await watchersNotified();
      },
    },
  };
}

/** This device, if it already has a key: checking a link must not create one here. */
function callerOf(local: OpenLocalAccount): ApiCaller | null {
  const { key } = local.get();
  return key && { key, token: null };
}
