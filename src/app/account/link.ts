import type { OpenedLink } from '../../contract/guide-state.ts';
import { Failure } from '../failure.ts';
import { mendLink } from '../links/mend.ts';
import type { Link } from '../links/routes.ts';
import type { ApiCaller } from '../ports.ts';
import type { Account } from './account.ts';
import { told } from './guide.ts';
import type { Kept } from './kept.ts';
import { isFailure, requireStage } from './session.ts';
import { mailSent } from './sign-up.ts';
import type { AccountTools } from './tools.ts';
import { withoutSession } from './traces.ts';

export interface Links {
  calls: Account['link'];
  /** As `Account.openLink`. */
  open(raw: string): void;
  /** What the window may know of the link: not its token. */
  view(): OpenedLink | null;
  /** Looks again at a link that could not be looked at: the vault has opened, or another server is used. */
  lookAgain(): Promise<void>;
}

/** A link that was opened: looked at, shown, and used only when the person says so. */
export function createLinks(tools: AccountTools & { changed: () => void }): Links {
  const { guide, server, session, clock, device, changed } = tools;
  /** In memory only: a link that was opened is asked about now, or opened again. */
  let link: (Link & { seen: OpenedLink }) | null = null;

  const ownPages = (): string[] => {
    const known = server.known();
    return known ? [known.origin, known.info.url] : [];
  };

  function show(seen: Partial<OpenedLink>): void {
    if (link === null) return;
    link = { ...link, seen: { ...link.seen, ...seen } };
    changed();
  }

  function take(opened: Link): void {
    const { kind, server: origin } = opened;
    link = {
      ...opened,
      seen: { kind, server: origin, address: null, state: 'looking', needsPassword: false },
    };
    changed();
  }

  async function look(kept: Kept): Promise<void> {
    if (link === null || !['looking', 'unreachable', 'otherServer'].includes(link.seen.state)) return;
    const { token, kind } = link;
    try {
      await server.ready();
      if (!ownPages().includes(link.server)) return show({ state: 'otherServer' });
      const found =
        kind === 'activate'
          ? await server.ask(callerOf(kept), (client) => client.activation.inspect({ token }))
          : {
              isOwnDevice: true,
              ...(await server.ask(null, (client) => client.passwordReset.inspect({ token }))),
            };
      // Another one was opened meanwhile.
      if (link?.token !== token) return;
      const { state, address, isOwnDevice } = found;
      show({ state: state === 'open' ? 'ready' : state, address, needsPassword: !isOwnDevice });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const isElsewhere = server.state().status === 'none' || !isOfServer(link.server);
      show({ state: isElsewhere ? 'otherServer' : 'unreachable' });
    }
  }

  /** Whether a link is for the server that is set, as far as its address tells while it does not answer. */
  function isOfServer(origin: string): boolean {
    return origin === server.state().address || ownPages().includes(origin);
  }

  const lookAgain = async (): Promise<void> => {
    if (link === null) return;
    try {
      await guide.inTurn(look);
    } catch (error) {
      // The vault was locked meanwhile: it is looked at when it opens.
      if (!isFailure(error, 'VAULT_NOT_OPEN')) throw error;
    }
  };

  /** Uses the link; what the server says of it instead is shown. */
  async function use<T>(kept: Kept, kind: Link['kind'], ask: (token: string) => Promise<T>): Promise<T> {
    if (link?.kind !== kind || link.seen.state !== 'ready') throw new Failure('OTHER_STEP');
    try {
      return await ask(link.token);
    } catch (error) {
      if (isFailure(error, 'LINK_EXPIRED')) show({ state: 'expired' });
      if (isFailure(error, 'LINK_INVALID')) {
        // Used or replaced since it was looked at: the server knows which.
        show({ state: 'looking' });
        await look(kept);
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
        await told();
      },

      activate: ({ password }) =>
        guide.inTurn(async (kept) => {
          requireStage(kept, clock.now(), 'signedOut', 'mailOnItsWay', 'secondFactor');
          const { grant } = await use(kept, 'activate', (token) =>
            session.askAsDevice(kept, (client) =>
              client.activation.confirm({ token, device, ...(password !== undefined && { password }) }),
            ),
          );
          // Of another computer's sign-up, the server is about to tell whose it is.
          const own = link?.seen.needsPassword === false ? kept.traces().signUp : null;
          link = null;
          await kept.change(withoutSession);
          await session.adopt(kept, grant, { address: own?.address ?? null, signUp: null, attempt: null });
          await session.sync(kept);
        }),

      askNewer: ({ email }) =>
        guide.inTurn(async (kept) => {
          requireStage(kept, clock.now(), 'signedOut', 'mailOnItsWay');
          // The sign-up may be another computer's: the link says which.
          const token = link?.kind === 'activate' ? link.token : undefined;
          await session.askAsDevice(kept, (client) =>
            client.activation.resend({ email, ...(token !== undefined && { token }) }),
          );
          const { signUp } = kept.traces();
          const own = signUp?.address === email ? signUp : { name: '', address: email, language: null };
          await kept.change({ signUp: mailSent(own, clock) });
          link = null;
        }),

      reset: ({ password }) =>
        guide.inTurn(async (kept) => {
          await use(kept, 'reset', (token) =>
            server.ask(null, (client) => client.passwordReset.confirm({ token, password })),
          );
          link = null;
          // Every session has ended with the old password, this one too if it was this account's.
          if (kept.traces().session !== null) await session.sync(kept);
        }),

      async dismiss() {
        link = null;
        changed();
        await told();
      },
    },
  };
}

/** This device, if it is known to the server at all: looking at a link leaves nothing here. */
function callerOf(kept: Kept): ApiCaller | null {
  const { key } = kept.traces();
  return key && { key, token: null };
}
