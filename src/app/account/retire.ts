import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { findEnrolled } from './enrolled.ts';
import type { Server } from './server.ts';

/**
 * Moves this vault's entry of a method to the trash: the server has let go of the method, so that its codes are good
 * for nothing. Whoever wants it finds it under Deleted. A vault that cannot be written keeps it in the list.
 */
export type Retire = (methodId: string) => Promise<void>;

export function createRetire({
  vault,
  server,
  clock,
}: {
  vault: Pick<Vault, 'document' | 'change'>;
  server: Pick<Server, 'known'>;
  clock: Clock;
}): Retire {
  return async (methodId) => {
    if (findEnrolled(vault.document(), server, methodId) === undefined) return;
    const deletedAt = clock.now();
    try {
      await vault.change((document) => {
        const dead = findEnrolled(document, server, methodId);
        if (dead === undefined) return document;
        return {
          ...document,
          entries: document.entries.filter((entry) => entry !== dead),
          trash: [...document.trash, { ...dead, deletedAt }],
        };
      });
    } catch (error) {
      // The method is gone all the same, and that is what was asked for.
      if (!(error instanceof Failure)) throw error;
    }
  };
}
