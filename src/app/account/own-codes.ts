import { plainCode } from '../../contract/account-service/spelling.ts';
import { totpCode } from '../../core/otp/code.ts';
import type { TotpParameters } from '../../core/otp/parameters.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { findEnrolled } from './enrolled.ts';
import type { Server } from './server.ts';
import { isFailure } from './session.ts';

/** Codes that this vault makes for the account's own methods. */
export interface OwnCodes {
  /**
   * Hands in a code of this vault's entry for a method: one whose time step was not handed in before, for the server
   * takes each step once (RFC 6238, section 5.2). Waits for the next step where it must, half a minute at most.
   * Nothing is held up meanwhile: `handIn` takes its turn when the code is there.
   *
   * @throws Failure ENTRY_NOT_FOUND, VAULT_NOT_OPEN, and what `handIn` throws
   */
  handIn<T>(methodId: string, handIn: (code: string) => Promise<T>): Promise<T>;
  /** A code was handed in by another way: typed, or as the first one. */
  note(methodId: string, code: string): void;
}

/** The server's clock is known to two seconds: a code is no use before its step has begun there. */
const marginMs = 2_000;

export function createOwnCodes({
  vault,
  server,
  clock,
}: {
  vault: Pick<Vault, 'document'>;
  server: Pick<Server, 'known' | 'now'>;
  clock: Clock;
}): OwnCodes {
  /**
   * The last step handed in, by method. In memory: it has to outlast a sign-out, after which nothing else does; and
   * where it is lost, the server's refusal brings it back.
   */
  const handedIn = new Map<string, number>();

  function parametersOf(methodId: string): TotpParameters {
    const document = vault.document();
    if (document === null) throw new Failure('VAULT_NOT_OPEN');
    const parameters = findEnrolled(document, server, methodId)?.parameters;
    if (parameters?.kind !== 'totp') throw new Failure('ENTRY_NOT_FOUND');
    return parameters;
  }

  async function freshCode(methodId: string): Promise<{ code: string; step: number }> {
    const { period } = parametersOf(methodId);
    const last = handedIn.get(methodId) ?? -1;
    const begins = (last + 1) * period * 1_000 + marginMs;
    const wait = begins - server.now();
    // Longer than a step only where a clock was put back: then there is nothing to wait for.
    if (wait > 0 && wait <= period * 1_000 + marginMs) {
      await new Promise<void>((resolve) => clock.at(clock.now() + wait, resolve));
    }
    // Looked up after the wait: the vault may have been locked, and its secrets zeroed.
    const { code, validFrom } = totpCode(parametersOf(methodId), server.now());
    return { code, step: validFrom / (period * 1_000) };
  }

  return {
    async handIn(methodId, handIn) {
      for (let isLast = false; ; isLast = true) {
        const { code, step } = await freshCode(methodId);
        // Before the answer: it may be lost, and the code used up all the same.
        handedIn.set(methodId, step);
        try {
          return await handIn(code);
        } catch (error) {
          // Used up by someone who read it off the screen, or before a restart: the next one is good.
          if (isLast || !isFailure(error, 'CODE_WRONG')) throw error;
        }
      }
    },

    note(methodId, code) {
      const document = vault.document();
      const parameters = findEnrolled(document, server, methodId)?.parameters;
      if (parameters?.kind !== 'totp') return;
      const length = parameters.period * 1_000;
      const plain = plainCode(code);
      const moments = [server.now(), server.now() - length];
      const used = moments.map((at) => totpCode(parameters, at)).find((timed) => timed.code === plain);
      if (used) handedIn.set(methodId, used.validFrom / length);
    },
  };
}
