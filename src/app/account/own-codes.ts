import { plainCode } from '../../contract/account-service/spelling.ts';
import { totpCode } from '../../core/otp/code.ts';
import type { TotpParameters } from '../../core/otp/parameters.ts';
import { Failure, isFailure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { findEnrolled } from './enrolled.ts';
import type { Server } from './server.ts';
import { openDocument } from '../vault/open-document.ts';

/** Codes that this vault makes for the account's own methods. */
export interface OwnCodes {
  /**
   * Submits a code of this vault's entry for a method. Its time step must be unused: the server accepts each
   * step once (RFC 6238, section 5.2). Waits for the next step if necessary, half a minute at most. The wait
   * blocks nothing else: `handIn` takes its turn once the code is ready.
   *
   * @throws Failure ENTRY_NOT_FOUND, VAULT_NOT_OPEN, and what `handIn` throws
   */
  handIn<T>(methodId: string, handIn: (code: string) => Promise<T>): Promise<T>;
  /** Records a code that was submitted another way: typed, or as a method's first code. */
  note(methodId: string, code: string): void;
}

/** How precisely the server's clock is known. A code is useless before its step has begun there. */
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
   * The last step submitted, per method. Kept in memory only: it has to survive a sign-out, which erases
   * everything else. If it is lost, the server's refusal restores it.
   */
  const handedIn = new Map<string, number>();

  function parametersOf(methodId: string): TotpParameters {
    const document = openDocument(vault);
    const parameters = findEnrolled(document, server, methodId)?.parameters;
    if (parameters?.kind !== 'totp') throw new Failure('ENTRY_NOT_FOUND');
    return parameters;
  }

  async function freshCode(methodId: string): Promise<{ code: string; step: number }> {
    const { period } = parametersOf(methodId);
    const last = handedIn.get(methodId) ?? -1;
    const begins = (last + 1) * period * 1_000 + marginMs;
    const wait = begins - server.now();
    // Longer than a step only if a clock was set back: then there is nothing to wait for.
    if (wait > 0 && wait <= period * 1_000 + marginMs) {
      await new Promise<void>((resolve) => clock.at(clock.now() + wait, resolve));
    }
    // Look it up after the wait: the vault may have been locked and its secrets zeroed.
    const { code, validFrom } = totpCode(parametersOf(methodId), server.now());
    return { code, step: validFrom / (period * 1_000) };
  }

  return {
    async handIn(methodId, handIn) {
      for (let isLast = false; ; isLast = true) {
        const { code, step } = await freshCode(methodId);
        // Record it before the answer, which may be lost although the code is used up.
        handedIn.set(methodId, step);
        try {
          return await handIn(code);
        } catch (error) {
          // The code was used by someone who read it off the screen, or before a restart. Try the next one.
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
