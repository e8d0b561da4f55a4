import { Failure } from '../failure.ts';
import type { Account } from './account.ts';
import { sentNow } from './sending.ts';
import type { AccountTools } from './tools.ts';

type Holder = Pick<
  Account,
  | 'recoveryCodes'
  | 'devices'
  | 'sessions'
  | 'changePassword'
  | 'changeAddress'
  | 'update'
  | 'activity'
  | 'export'
  | 'remove'
>;

/** What the holder of an account does on its page, beside the methods. */
export function createHolder(tools: AccountTools): Holder {
  const { guide, session } = tools;

  return {
    recoveryCodes: {
      generate: () =>
        guide.inTurn(async (kept) => {
          const { codes } = await session.ask(kept, (client) => client.recoveryCodes.generate());
          await kept.change({ recoveryCodes: codes });
          await session.sync(kept);
        }),
      async show() {
        const traces = guide.traces();
        if (traces === null) throw new Failure('VAULT_NOT_OPEN');
        if (traces.recoveryCodes === null) throw new Failure('OTHER_STEP');
        return { codes: traces.recoveryCodes };
      },
      kept: () =>
        guide.inTurn(async (kept) => {
          await kept.change({ recoveryCodes: null });
        }),
    },

    devices: {
      list: () => guide.inTurn((kept) => session.ask(kept, (client) => client.devices.list())),
      revoke: (input) =>
        guide.inTurn(async (kept) => {
          await session.ask(kept, (client) => client.devices.revoke(input));
          // It may have been this one.
          await session.sync(kept);
        }),
      revokeAll: () =>
        guide.inTurn(async (kept) => {
          const outcome = await session.ask(kept, (client) => client.devices.revokeAll());
          await session.sync(kept);
          return outcome;
        }),
    },

    sessions: {
      list: () => guide.inTurn((kept) => session.ask(kept, (client) => client.sessions.list())),
      end: (input) =>
        guide.inTurn(async (kept) => {
          await session.ask(kept, (client) => client.sessions.end(input));
          await session.sync(kept);
        }),
      endOthers: () => guide.inTurn((kept) => session.ask(kept, (client) => client.sessions.endOthers())),
    },

    changePassword: (input) =>
      guide.inTurn(async (kept) => {
        const { grant } = await session.ask(kept, (client) => client.password.change(input));
        await session.adopt(kept, grant);
      }),

    changeAddress: {
      start: ({ email }) =>
        guide.inTurn(async (kept) => {
          const sent = await session.ask(kept, (client) => client.email.change({ email }));
          await kept.change({ pendingAddress: { address: email, sent: sentNow(sent, tools) } });
        }),
      confirm: ({ code }) =>
        guide.inTurn(async (kept) => {
          if (kept.traces().pendingAddress === null) throw new Failure('OTHER_STEP');
          const { address } = await session.ask(kept, (client) => client.email.confirm({ code }));
          await kept.change({ pendingAddress: null, address });
          await session.sync(kept);
        }),
      giveUp: () =>
        guide.inTurn(async (kept) => {
          await kept.change({ pendingAddress: null });
        }),
    },

    update: (input) =>
      guide.inTurn(async (kept) => {
        const account = await session.ask(kept, (client) => client.account.update(input));
        const present = kept.traces().session;
        if (present !== null) await kept.change({ session: { ...present, account } });
      }),

    activity: (input) => guide.inTurn((kept) => session.ask(kept, (client) => client.audit.list(input))),

    export: () =>
      guide.inTurn(async (kept) => {
        const everything = await session.ask(kept, (client) => client.account.export());
        return { json: `${JSON.stringify(everything, null, 2)}\n` };
      }),

    remove: (input) =>
      guide.inTurn(async (kept) => {
        await session.ask(kept, (client) => client.account.delete(input));
        await kept.forget();
      }),
  };
}
