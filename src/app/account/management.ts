import { Failure } from '../failure.ts';
import type { Account } from './calls.ts';
import { sentNow } from './sent-code.ts';
import type { AccountContext } from './context.ts';

type Management = Pick<
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

/** The account page's actions, apart from methods. */
export function createManagement(context: AccountContext): Management {
  const { store, session } = context;

  return {
    recoveryCodes: {
      generate: () =>
        store.inTurn(async (local) => {
          const { codes } = await session.ask(local, (client) => client.recoveryCodes.generate());
          await local.change({ recoveryCodes: codes });
          await session.sync(local);
        }),
      async show() {
        const local = store.get();
        if (local === null) throw new Failure('VAULT_NOT_OPEN');
        if (local.recoveryCodes === null) throw new Failure('OTHER_STEP');
        return { codes: local.recoveryCodes };
      },
      confirmSaved: () =>
        store.inTurn(async (local) => {
          await local.change({ recoveryCodes: null });
        }),
    },

    devices: {
      list: () => store.inTurn((local) => session.ask(local, (client) => client.devices.list())),
      revoke: (input) =>
        store.inTurn(async (local) => {
          await session.ask(local, (client) => client.devices.revoke(input));
          // The revoked device may be this one.
          await session.sync(local);
        }),
      revokeAll: () =>
        store.inTurn(async (local) => {
          const outcome = await session.ask(local, (client) => client.devices.revokeAll());
          await session.sync(local);
          return outcome;
        }),
    },

    sessions: {
      list: () => store.inTurn((local) => session.ask(local, (client) => client.sessions.list())),
      end: (input) =>
        store.inTurn(async (local) => {
          await session.ask(local, (client) => client.sessions.end(input));
          await session.sync(local);
        }),
      endOthers: () => store.inTurn((local) => session.ask(local, (client) => client.sessions.endOthers())),
    },

    changePassword: (input) =>
      store.inTurn(async (local) => {
        const { grant } = await session.ask(local, (client) => client.password.change(input));
        await session.adopt(local, grant);
      }),

    changeAddress: {
      start: ({ email }) =>
        store.inTurn(async (local) => {
          const sent = await session.ask(local, (client) => client.email.change({ email }));
          await local.change({ pendingAddress: { address: email, sent: sentNow(sent, context) } });
        }),
      confirm: ({ code }) =>
        store.inTurn(async (local) => {
          if (local.get().pendingAddress === null) throw new Failure('OTHER_STEP');
          const { address } = await session.ask(local, (client) => client.email.confirm({ code }));
          await local.change({ pendingAddress: null, address });
          await session.sync(local);
        }),
      giveUp: () =>
        store.inTurn(async (local) => {
          await local.change({ pendingAddress: null });
        }),
    },

    update: (input) =>
      store.inTurn(async (local) => {
        const account = await session.ask(local, (client) => client.account.update(input));
        const present = local.get().session;
        if (present !== null) await local.change({ session: { ...present, account } });
      }),

    activity: (input) => store.inTurn((local) => session.ask(local, (client) => client.audit.list(input))),

    export: () =>
      store.inTurn(async (local) => {
        const everything = await session.ask(local, (client) => client.account.export());
        return { json: `${JSON.stringify(everything, null, 2)}\n` };
      }),

    remove: (input) =>
      store.inTurn(async (local) => {
        await session.ask(local, (client) => client.account.delete(input));
        await local.forget();
      }),
  };
}
