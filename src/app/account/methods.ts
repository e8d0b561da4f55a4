import { Failure, isFailure } from '../failure.ts';
import type { Account } from './calls.ts';
import type { OpenLocalAccount } from './open-local-account.ts';
import { removeReplaced } from './replaced-method.ts';
import { patienceUntil, sentNow } from './sent-code.ts';
import type { AccountContext } from './context.ts';
import type { LocalPendingMethod } from './local-account.ts';
import type { Enrol } from './enrol.ts';

type Begin = Parameters<Account['methods']['begin']>[0];
type PendingTotp = Extract<LocalPendingMethod, { kind: 'totp' }>;

/** Begins, confirms (with a first code), replaces and removes methods. */
export function createMethods(context: AccountContext & { enrol: Enrol }): Account['methods'] {
  const { store, session, ownCodes, clock, retire, enrol } = context;

  async function begin(local: OpenLocalAccount, { kind, destination, replaces }: Begin) {
    const added = await session.ask(local, (client) => client.mfa.add({ kind, destination }));
    const { methodId } = added;
    const pending: LocalPendingMethod =
      added.kind === 'totp'
        ? {
            kind: 'totp',
            methodId,
            destination,
            replaces: replaces ?? null,
            uri: added.uri,
            secret: added.secret,
            entryId: null,
          }
        : {
            kind: added.kind,
            methodId,
            destination,
            replaces: replaces ?? null,
            sent: sentNow(added, context),
          };
    const former = local.get().pending;
    await local.change({ pending });
    await letGo(local, former);
  }

  /** Removes an unfinished method's entry from the list. */
  async function letGo(local: OpenLocalAccount, pending: LocalPendingMethod | null): Promise<void> {
    if (pending?.kind !== 'totp' || pending.entryId === null) return;
    // The server may have accepted its first code and the answer been lost; then the entry is in use.
    await session.sync(local);
    const known = local.get().session;
    if (session.isStale() || known === null) return;
    const isTaken = known.methods.some(({ id, confirmed }) => confirmed && id === pending.methodId);
    if (!isTaken) await retire(pending.methodId);
  }

  /** Submits the first code. The method is then in force, and the one it replaces is removed. */
  async function confirm(local: OpenLocalAccount, pending: LocalPendingMethod, code: string): Promise<void> {
    const { methodId, replaces } = pending;
    try {
      const { grant, recoveryCodes } = await session.ask(local, (client) =>
        client.mfa.confirm({ methodId, code }),
      );
      ownCodes.note(methodId, code);
      await session.adopt(local, grant, {
        pending: null,
        leaving: replaces,
        ...(recoveryCodes && { recoveryCodes }),
      });
    } catch (error) {
      // The server no longer knows the method: enrolment was begun too often, or elsewhere.
      if (isFailure(error, 'METHOD_NOT_FOUND')) {
        await local.change({ pending: null });
        await retire(methodId);
      }
      throw error;
    }
    try {
      await removeReplaced(local, context);
    } finally {
      await session.sync(local);
    }
  }

  return {
    begin: (input) =>
      store.inTurn(async (local) => {
        const { session: present } = local.get();
        if (present === null) throw new Failure('OTHER_STEP');
        const { replaces } = input;
        if (replaces !== undefined && !present.methods.some(({ id }) => id === replaces)) {
          throw new Failure('METHOD_NOT_FOUND');
        }
        await begin(local, input);
      }),

    resend: () =>
      store.inTurn(async (local) => {
        const { pending } = local.get();
        if (pending === null || pending.kind === 'totp') throw new Failure('OTHER_STEP');
        const { methodId } = pending;
        try {
          const sent = await session.ask(local, (client) => client.mfa.send({ methodId }));
          await local.change({ pending: { ...pending, sent: sentNow(sent, context) } });
        } catch (error) {
          if (isFailure(error, 'METHOD_NOT_FOUND')) await local.change({ pending: null });
          const resendAt = patienceUntil(error, clock);
          if (resendAt !== null)
            await local.change({ pending: { ...pending, sent: { ...pending.sent, resendAt } } });
          throw error;
        }
      }),

    async qr() {
      const local = store.get();
      if (local === null) throw new Failure('VAULT_NOT_OPEN');
      const { uri, secret } = pendingTotp(local.pending);
      return { rows: await qrRows(uri), key: secret.replaceAll(/(.{4})(?=.)/g, '$1 ') };
    },

    confirm: ({ code }) =>
      store.inTurn(async (local) => {
        const { pending } = local.get();
        if (pending === null) throw new Failure('OTHER_STEP');
        await confirm(local, pending, code);
      }),

    async useThisVault(input) {
      const pending = await store.inTurn(async (local) => {
        const present = pendingTotp(local.get().pending);
        const entryId = await enrol(present, input, local.get());
        const next = { ...present, entryId };
        await local.change({ pending: next });
        return next;
      });
      await ownCodes.handIn(pending.methodId, (code) =>
        store.inTurn(async (local) => {
          // Another window may have finished or cancelled it meanwhile.
          const present = pendingTotp(local.get().pending);
          if (present.methodId !== pending.methodId) throw new Failure('OTHER_STEP');
          await confirm(local, present, code);
        }),
      );
      return { entryId: pending.entryId };
    },

    giveUp: () =>
      store.inTurn(async (local) => {
        const { pending } = local.get();
        await local.change({ pending: null });
        await letGo(local, pending);
      }),

    remove: ({ methodId }) =>
      store.inTurn(async (local) => {
        await session.ask(local, (client) => client.mfa.remove({ methodId }));
        await retire(methodId);
        await local.change({ trustedUntil: null });
        await session.sync(local);
      }),
  };
}

/** @throws Failure OTHER_STEP unless an authenticator is waiting for its first code */
function pendingTotp(pending: LocalPendingMethod | null): PendingTotp {
  if (pending?.kind !== 'totp') throw new Failure('OTHER_STEP');
  return pending;
}

/** A QR code (ISO/IEC 18004) as rows of `0` and `1`, without its quiet zone. */
async function qrRows(text: string): Promise<string[]> {
  const { default: QRCode } = await import('qrcode');
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.subarray(row * size, (row + 1) * size), (dark) => (dark === 0 ? '0' : '1')).join(''),
  );
}
