import QRCode from 'qrcode';
import { Failure } from '../failure.ts';
import type { Account } from './account.ts';
import type { Kept } from './kept.ts';
import { removeReplaced } from './replacing.ts';
import { patienceUntil, sentNow } from './sending.ts';
import { isFailure } from './session.ts';
import type { AccountTools } from './tools.ts';
import type { PendingTrace } from './traces.ts';
import type { ToVault } from './to-vault.ts';

type Begin = Parameters<Account['methods']['begin']>[0];
type PendingTotp = Extract<PendingTrace, { kind: 'totp' }>;

/** Methods: begun, confirmed by a first code, replaced, removed. */
export function createMethods(tools: AccountTools & { toVault: ToVault }): Account['methods'] {
  const { guide, session, ownCodes, clock, retire, toVault } = tools;

  async function begin(kept: Kept, { kind, destination, replaces }: Begin) {
    const added = await session.ask(kept, (client) => client.mfa.add({ kind, destination }));
    const { methodId } = added;
    const pending: PendingTrace =
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
            sent: sentNow(added, tools),
          };
    const former = kept.traces().pending;
    await kept.change({ pending });
    await letGo(kept, former);
  }

  /** Takes the entry of a method that was not finished out of the list. */
  async function letGo(kept: Kept, pending: PendingTrace | null): Promise<void> {
    if (pending?.kind !== 'totp' || pending.entryId === null) return;
    // Its first code may have been taken, and the answer lost: then the entry is the account's.
    await session.sync(kept);
    const known = kept.traces().session;
    if (session.isStale() || known === null) return;
    const isTaken = known.methods.some(({ id, confirmed }) => confirmed && id === pending.methodId);
    if (!isTaken) await retire(pending.methodId);
  }

  /** Hands in the first code: from then on the method counts, and the one it replaces goes. */
  async function confirm(kept: Kept, pending: PendingTrace, code: string): Promise<void> {
    const { methodId, replaces } = pending;
    try {
      const { grant, recoveryCodes } = await session.ask(kept, (client) =>
        client.mfa.confirm({ methodId, code }),
      );
      ownCodes.note(methodId, code);
      await session.adopt(kept, grant, {
        pending: null,
        leaving: replaces,
        ...(recoveryCodes && { recoveryCodes }),
      });
    } catch (error) {
      // The server has forgotten it: begun too often, or elsewhere.
      if (isFailure(error, 'METHOD_NOT_FOUND')) {
        await kept.change({ pending: null });
        await retire(methodId);
      }
      throw error;
    }
    try {
      await removeReplaced(kept, tools);
    } finally {
      await session.sync(kept);
    }
  }

  return {
    begin: (input) =>
      guide.inTurn(async (kept) => {
        const { session: present } = kept.traces();
        if (present === null) throw new Failure('OTHER_STEP');
        const { replaces } = input;
        if (replaces !== undefined && !present.methods.some(({ id }) => id === replaces)) {
          throw new Failure('METHOD_NOT_FOUND');
        }
        await begin(kept, input);
      }),

    resend: () =>
      guide.inTurn(async (kept) => {
        const { pending } = kept.traces();
        if (pending === null || pending.kind === 'totp') throw new Failure('OTHER_STEP');
        const { methodId } = pending;
        try {
          const sent = await session.ask(kept, (client) => client.mfa.send({ methodId }));
          await kept.change({ pending: { ...pending, sent: sentNow(sent, tools) } });
        } catch (error) {
          if (isFailure(error, 'METHOD_NOT_FOUND')) await kept.change({ pending: null });
          const resendAt = patienceUntil(error, clock);
          if (resendAt !== null)
            await kept.change({ pending: { ...pending, sent: { ...pending.sent, resendAt } } });
          throw error;
        }
      }),

    async qr() {
      const traces = guide.traces();
      if (traces === null) throw new Failure('VAULT_NOT_OPEN');
      const { uri, secret } = pendingTotp(traces.pending);
      return { rows: qrRows(uri), key: secret.replaceAll(/(.{4})(?=.)/g, '$1 ') };
    },

    confirm: ({ code }) =>
      guide.inTurn(async (kept) => {
        const { pending } = kept.traces();
        if (pending === null) throw new Failure('OTHER_STEP');
        await confirm(kept, pending, code);
      }),

    async useThisVault(input) {
      const pending = await guide.inTurn(async (kept) => {
        const present = pendingTotp(kept.traces().pending);
        const entryId = await toVault(present, input, kept.traces());
        const next = { ...present, entryId };
        await kept.change({ pending: next });
        return next;
      });
      await ownCodes.handIn(pending.methodId, (code) =>
        guide.inTurn(async (kept) => {
          // Another window may have finished it, or given it up, meanwhile.
          const present = pendingTotp(kept.traces().pending);
          if (present.methodId !== pending.methodId) throw new Failure('OTHER_STEP');
          await confirm(kept, present, code);
        }),
      );
      return { entryId: pending.entryId };
    },

    giveUp: () =>
      guide.inTurn(async (kept) => {
        const { pending } = kept.traces();
        await kept.change({ pending: null });
        await letGo(kept, pending);
      }),

    remove: ({ methodId }) =>
      guide.inTurn(async (kept) => {
        await session.ask(kept, (client) => client.mfa.remove({ methodId }));
        await retire(methodId);
        await kept.change({ trustedUntil: null });
        await session.sync(kept);
      }),
  };
}

/** @throws Failure OTHER_STEP unless an authenticator waits for its first code */
function pendingTotp(pending: PendingTrace | null): PendingTotp {
  if (pending?.kind !== 'totp') throw new Failure('OTHER_STEP');
  return pending;
}

/** A QR code (ISO/IEC 18004) as rows of `0` and `1`, without its quiet zone. */
function qrRows(text: string): string[] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.subarray(row * size, (row + 1) * size), (dark) => (dark === 0 ? '0' : '1')).join(''),
  );
}
