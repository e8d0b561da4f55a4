import { accountLimits, type Grant } from '../../contract/account-service/shapes.ts';
import { Failure, isFailure } from '../failure.ts';
import type { ApiCaller, ApiClient, Clock } from '../ports.ts';
import { createDeviceKey } from './device-key.ts';
import { stageOf } from './local-account-store.ts';
import type { OpenLocalAccount } from './open-local-account.ts';
import type { Server } from './server.ts';
import { withoutSession, type LocalAccount } from './local-account.ts';

type Call<T> = (client: ApiClient) => Promise<T>;

/** This computer's session at the account server. */
export interface Session {
  /**
   * Asks as this device, without a session. The result is bound to the device's key, which is on disk before
   * the call.
   * @throws Failure LOCAL_ACCOUNT_WRITE_FAILED, SERVER_UNREACHABLE, the contract's
   */
  askAsDevice<T>(local: OpenLocalAccount, call: Call<T>): Promise<T>;
  /**
   * Asks within the session. If the session is over, the account returns to sign-in.
   * @throws Failure OTHER_STEP without a session, UNAUTHENTICATED, SERVER_UNREACHABLE, the contract's
   */
  ask<T>(local: OpenLocalAccount, call: Call<T>): Promise<T>;
  /** Adopts a new session or a session's new token, together with other changes that follow from it. */
  adopt(local: OpenLocalAccount, grant: Grant, more?: Partial<LocalAccount>): Promise<void>;
  /** Updates the account's data as far as the server allows; sets `isStale` if that fails. */
  sync(local: OpenLocalAccount): Promise<void>;
  isStale(): boolean;
  /** Notes that the local account was just read and may be out of date. */
  setStale(): void;
}

export function createSession({ server, clock }: { server: Server; clock: Clock }): Session {
  let isStale = true;
  let seenAt = 0;
  /** An answer was lost, perhaps along with the session's new token. */
  let isAnswerLost = false;

  async function ask<T>(local: OpenLocalAccount, call: Call<T>): Promise<T> {
    const { session, key } = local.get();
    if (session === null || key === null) throw new Failure('OTHER_STEP');
    try {
      const value = await server.ask({ key, token: session.token }, call);
      seenAt = clock.now();
      isAnswerLost = false;
      return value;
    } catch (error) {
      if (isFailure(error, 'SERVER_UNREACHABLE')) isAnswerLost = true;
      if (!isFailure(error, 'UNAUTHENTICATED')) throw error;
      if (error.data.reason === 'proof') throw new Failure('DEVICE_PROOF_INVALID');
      // Another process of this person may have a newer token.
      await local.refresh();
      const token = local.get().session?.token;
      if (token !== undefined && token !== session.token) return ask(local, call);
      await end(local);
      throw error;
    }
  }

  async function end(local: OpenLocalAccount): Promise<void> {
    const { session } = local.get();
    if (session === null) return;
    const seen = Math.max(seenAt, session.seenAt);
    const isOld =
      clock.now() >= seen + accountLimits.sessionIdleSeconds * 1_000 ||
      clock.now() >= server.toLocal(session.state.expiresAt);
    // After a lost answer the reason is unknown: this computer may have ended it itself.
    const ended = isOld ? 'expired' : isAnswerLost ? null : 'elsewhere';
    isAnswerLost = false;
    await local.change({ ...withoutSession, ended });
  }

  return {
    async askAsDevice(local, call) {
      const known = await server.ready();
      const key: ApiCaller['key'] = local.get().key ?? createDeviceKey();
      if (local.get().key === null) await local.prepare({ key, server: known });
      return server.ask({ key, token: null }, call);
    },

    ask,

    async adopt(local, { token, session: state }, more = {}) {
      const { session } = local.get();
      seenAt = clock.now();
      await local.change({
        session: { token, state, seenAt, account: session?.account ?? null, methods: session?.methods ?? [] },
        trustedUntil: state.trustedUntil === null ? null : server.toLocal(state.trustedUntil),
        ended: null,
        ...more,
      });
    },

    async sync(local) {
      try {
        const { session: state, account } = await ask(local, (client) => client.sessions.current());
        const { methods } = await ask(local, (client) => client.mfa.list());
        const { session } = local.get();
        if (session === null) return;
        isStale = false;
        await local.change({
          session: { ...session, state, account, methods, seenAt },
          address: account.address,
          trustedUntil: state.trustedUntil === null ? null : server.toLocal(state.trustedUntil),
        });
      } catch (error) {
        isStale = true;
        // The state shows each of these.
        const expected = [
          'SERVER_UNREACHABLE',
          'UNAUTHENTICATED',
          'DEVICE_PROOF_INVALID',
          'OTHER_STEP',
        ] as const;
        if (!isFailure(error, ...expected)) throw error;
      }
    },

    isStale: () => isStale,
    setStale() {
      isStale = true;
    },
  };
}

/** @throws Failure OTHER_STEP unless the account is at one of these stages */
export function requireStage(
  local: OpenLocalAccount,
  now: number,
  ...stages: ReturnType<typeof stageOf>[]
): void {
  if (!stages.includes(stageOf(local.get(), now))) throw new Failure('OTHER_STEP');
}
